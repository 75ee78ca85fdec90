package io.leakage.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.ParentRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChronicleScoreStoreTest extends ScoreStoreContract {
    @TempDir
    private Path dir;

    @Override
    ScoreStore emptyStore() {
        return ScoreStores.open(null, 1000);
    }

    @Test
    void theNextStartFindsTheRows() {
        write(7);

        assertEquals(7, reread());
    }

    @Test
    void aStoreThatWasNotClosedIsRecovered() throws IOException {
        write(7);
        Files.delete(dir.resolve("closed-cleanly"));

        assertEquals(7, reread());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"cut short", "noise", "zeros"})
    void anUnreadableFileIsMovedAsideAndBegunAnew(String damage) throws IOException {
        write(7);
        Path file = dir.resolve("parents-" + new ParentRow().length() + ".map");
        byte[] bytes = Files.readAllBytes(file);
        switch (damage) {
            case "cut short" -> bytes = Arrays.copyOf(bytes, 1000);
            case "noise" -> new Random(1).nextBytes(bytes);
            default -> Arrays.fill(bytes, (byte) 0);
        }
        Files.write(file, bytes);

        try (ScoreStore store = ScoreStores.open(dir, 100)) {
            assertTrue(store.kind().startsWith("Chronicle Map in " + dir), store.kind());
            assertFalse(store.get(0, new ParentRow()));
            store.put(parent(0, 8));
        }
        assertEquals(8, reread());
    }

    @Test
    void moreThanExpectedStillFits() {
        try (ScoreStore store = ScoreStores.open(dir, 10)) {
            for (int i = 0; i < 90; i++) {
                store.put(parent(i, i));
            }
            ParentRow read = new ParentRow();
            assertTrue(store.get(89, read));
            assertEquals(89, read.quantity());
        }
    }

    @Test
    void whoComesSecondGetsAHeapStoreAndIsToldWhy() {
        try (ScoreStore first = ScoreStores.open(dir, 10); ScoreStore second = ScoreStores.open(dir, 10)) {
            assertTrue(first.kind().startsWith("Chronicle Map"), first.kind());
            assertTrue(second.kind().startsWith("heap, Chronicle Map cannot be used here:")
                    && second.kind().contains("another store is open in " + dir), second.kind());
            second.put(parent(1, 5));
            assertTrue(second.get(1, new ParentRow()));
        }
    }

    @Test
    void closingLeavesNoThread() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        write(1);

        List<String> left = Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread)).map(Thread::getName)
                .filter(name -> name.contains("leakage-scores") || name.contains("releaser")).toList();
        assertEquals(List.of(), left);
    }

    private void write(long quantity) {
        try (ScoreStore store = ScoreStores.open(dir, 100)) {
            assertTrue(store.kind().startsWith("Chronicle Map in "), store.kind());
            store.put(parent(0, quantity));
        }
    }

    private long reread() {
        try (ScoreStore store = ScoreStores.open(dir, 100)) {
            ParentRow read = new ParentRow();
            assertTrue(store.get(0, read), store.kind());
            return read.quantity();
        }
    }
}
