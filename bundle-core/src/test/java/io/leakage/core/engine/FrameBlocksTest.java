package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameBlocksTest {
    private static final long AMID_WHAT_IS_KEPT = Long.MIN_VALUE + 64;

    @TempDir
    private Path journal;

    @BeforeEach
    void play() throws Exception {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            new RandomDay(1).play(engine.inlets());
        }
        Files.createDirectory(TailEngine.events(journal).resolveSibling("carried-00000000000000000800"));
    }

    @Test
    void aPlaceAmidWhatWasKeptIsRefusedOnceMoreDaysAreGivenUp() {
        String told = assertThrows(IllegalStateException.class, () -> blocks(AMID_WHAT_IS_KEPT, 400)).getMessage();

        assertTrue(told.contains("400") && told.contains("800"), told);
    }

    @Test
    void theBeginningAndAPlaceInTheSameAreNot() {
        for (FrameBlocks blocks : new FrameBlocks[] {blocks(Long.MIN_VALUE, 400), blocks(AMID_WHAT_IS_KEPT, 800), blocks(1_600, 400)}) {
            try (blocks) {
                assertEquals(800, FrameBlocks.kept(ByteBuffer.wrap(blocks.next()).order(ByteOrder.LITTLE_ENDIAN)));
            }
        }
    }

    private FrameBlocks blocks(long mark, long kept) {
        return new FrameBlocks(journal, mark, kept, 200, damage -> { });
    }
}
