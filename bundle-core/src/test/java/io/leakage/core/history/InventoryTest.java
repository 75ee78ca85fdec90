package io.leakage.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A segment, the second of two, that is listed and then gone: in its place stands a link to nowhere, which is listed and cannot be opened. */
class InventoryTest {
    private static final String CONTENT = "test 1";
    private static final int DAY = 20_455;

    @TempDir
    private Path directory;
    private Path plain;
    private Path packed;

    @BeforeEach
    void record() {
        try (Journal journal = Journal.open(directory, CONTENT, 1 << 16)) {
            journal.day(DAY);
            journal.append(ByteBuffer.wrap(new byte[8]));
            journal.day(DAY + 1);
            journal.append(ByteBuffer.wrap(new byte[8]));
        }
        plain = Inventory.of(directory, CONTENT).get(1).file();
        packed = plain.resolveSibling(plain.getFileName() + ".z");
    }

    @Test
    void aSegmentThatIsPackedMeanwhileIsReadPacked() throws IOException {
        Segments.packAll(directory, CONTENT);
        Files.createSymbolicLink(plain, directory.resolve("nowhere"));

        assertEquals(packed, Inventory.of(directory, CONTENT).get(1).file());
        assertEquals(Set.of(DAY + 1), Inventory.days(directory, CONTENT));
    }

    @Test
    void aPackedSegmentThatIsTakenAwayMeanwhileIsNamed() throws IOException {
        Files.delete(plain);
        Files.createSymbolicLink(packed, directory.resolve("nowhere"));

        for (UncheckedIOException told : List.of(assertThrows(UncheckedIOException.class, () -> Inventory.of(directory, CONTENT)),
                assertThrows(UncheckedIOException.class, () -> Inventory.days(directory, CONTENT)))) {
            assertEquals("the journal segment " + packed + " is no longer there", told.getMessage());
        }
    }
}
