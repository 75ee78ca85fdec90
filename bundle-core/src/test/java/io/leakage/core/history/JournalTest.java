package io.leakage.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.testing.Garbage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String CONTENT = Numbers.CONTENT;
    private static final int SEGMENT = 4096;

    @TempDir
    private Path dir;

    @Test
    void whatWasAppendedIsReadInOrderOverManySegments() {
        List<Long> positions = new ArrayList<>();
        try (Journal journal = Journal.open(dir, CONTENT, SEGMENT)) {
            for (int i = 0; i < 1000; i++) {
                positions.add(append(journal, i));
            }
        }

        assertEquals(Numbers.between(0, 1000), Numbers.read(dir, 0));
        assertEquals(Numbers.between(700, 1000), Numbers.read(dir, positions.get(700)), "from the position of record 700");
        assertTrue(Segments.in(dir).size() > 10, "100-byte records in segments of 4 KB");
    }

    @Test
    void theNextDayGoesOnBehindTheLastRecord() {
        long end;
        try (Journal journal = Journal.open(dir, CONTENT, SEGMENT)) {
            append(journal, 0);
            end = journal.end();
        }
        try (Journal journal = Journal.open(dir, CONTENT, SEGMENT)) {
            assertEquals(end, append(journal, 1));
        }

        assertEquals(Numbers.between(0, 2), Numbers.read(dir, 0));
    }

    @Test
    void aClosedSegmentIsCutToWhatItHolds() throws IOException {
        try (Journal journal = Journal.open(dir, CONTENT, 1 << 20)) {
            journal.append(new byte[100], 0, 100);
        }

        // header 64, record 8 + 104, end mark 8
        assertEquals(64 + 112 + 8, Files.size(Segments.in(dir).firstEntry().getValue()));
    }

    @Test
    void aReaderFollowsAWriterRecordByRecord() {
        try (Journal journal = Journal.open(dir, CONTENT, SEGMENT)) {
            JournalReader reader = new JournalReader(dir, CONTENT, 0);
            assertNull(reader.next());
            for (int i = 0; i < 500; i++) {
                long position = append(journal, i);
                assertEquals(i, reader.next().getInt());
                assertEquals(position, reader.position());
                assertNull(reader.next());
            }
        }
    }

    @Test
    void aReaderOnAnotherThreadSeesEveryRecordWhole() throws Exception {
        int records = 200_000;
        AtomicLong sum = new AtomicLong();
        try (Journal journal = Journal.open(dir, CONTENT, 1 << 20)) {
            Thread tail = new Thread(() -> sum.set(tail(records)));
            tail.start();
            for (int i = 0; i < records; i++) {
                append(journal, i);
            }
            tail.join();
        }

        assertEquals((long) records * (records - 1) / 2, sum.get(), "every number once");
    }

    @Test
    void anAppendLeavesNoGarbage() {
        byte[] bytes = new byte[200];
        try (Journal journal = Journal.open(dir, CONTENT, 64 << 20)) {
            ByteBuffer frame = ByteBuffer.allocate(200);
            appendBoth(journal, bytes, frame, 20_000);

            assertEquals(0, Garbage.bytesOf(() -> appendBoth(journal, bytes, frame, 20_000)));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "in the way");

        UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> Journal.open(file.resolve("journal"), CONTENT));

        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    @Test
    void aFullDiskIsToldWithTheFileAndTheReaderLosesNothing() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full on this machine");

        UncheckedIOException full = assertThrows(UncheckedIOException.class, () -> Segment.prepare(Path.of("/dev/full"), SEGMENT));

        assertTrue(full.getMessage().contains("/dev/full"), full.getMessage());
    }

    @Test
    void twoWritersAreOneTooMany() {
        try (Journal journal = Journal.open(dir, CONTENT, SEGMENT)) {
            append(journal, 1);
            UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> Journal.open(dir, CONTENT, SEGMENT));

            assertTrue(refused.getMessage().contains("another journal"), refused.getMessage());
        }
    }

    @Test
    void aRecordMustFitASegment() {
        try (Journal journal = Journal.open(dir, CONTENT, SEGMENT)) {
            assertThrows(IllegalArgumentException.class, () -> journal.append(new byte[SEGMENT], 0, SEGMENT));
            assertThrows(IllegalArgumentException.class, () -> journal.append(ByteBuffer.allocate(0)));
            assertEquals(0, append(journal, 1), "and the rest goes on");
        }
    }

    @Test
    void olderVersionsAreReadAndNewerOnesRefusedByName() {
        try (Journal journal = Journal.open(dir, "numbers 1", SEGMENT)) {
            append(journal, 0);
        }
        try (Journal journal = Journal.open(dir, "numbers 1-3", SEGMENT)) {
            append(journal, 1);
        }

        JournalReader both = new JournalReader(dir, "numbers 1-3", 0);
        assertEquals(0, both.next().getInt());
        assertEquals(1, both.next().getInt());
        JournalReader older = new JournalReader(dir, "numbers 1-2", 0);
        assertEquals(0, older.next().getInt());
        JournalFormatException newer = assertThrows(JournalFormatException.class, older::next);
        assertTrue(newer.getMessage().endsWith("expected content \"numbers 1\" to \"numbers 2\", found \"numbers 3\""), newer.getMessage());
        assertThrows(JournalFormatException.class, () -> Journal.open(dir, "numbers 2-2", SEGMENT));
        assertThrows(IllegalArgumentException.class, () -> Journal.open(dir, "numbers of a kind 1-2", SEGMENT));
    }

    @Test
    void aForeignFileAndOtherContentAreRefusedAndLeftAlone() throws IOException {
        Path foreign = Files.write(dir.resolve("0".repeat(20) + ".journal"), new byte[100]);
        JournalFormatException refused = assertThrows(JournalFormatException.class, () -> Journal.open(dir, CONTENT, SEGMENT));
        assertTrue(refused.getMessage().contains(foreign.toString()) && refused.getMessage().contains("LEAKJRNL"), refused.getMessage());
        assertEquals(100, Files.size(foreign));
        Files.delete(foreign);
        try (Journal journal = Journal.open(dir, "letters 3", SEGMENT)) {
            append(journal, 1);
        }

        JournalFormatException other = assertThrows(JournalFormatException.class, () -> Journal.open(dir, CONTENT, SEGMENT));
        assertTrue(other.getMessage().contains("expected content \"numbers 1\", found \"letters 3\""), other.getMessage());
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        try (Journal journal = Journal.open(dir, CONTENT, SEGMENT)) {
            append(journal, 1);
        }
        Path file = Segments.in(dir).firstEntry().getValue();
        byte[] bytes = Files.readAllBytes(file);
        bytes[8] = 2;
        Files.write(file, bytes);

        JournalFormatException newer = assertThrows(JournalFormatException.class, () -> new JournalReader(dir, CONTENT, 0));
        assertTrue(newer.getMessage().contains("expected format version 1, found version 2"), newer.getMessage());
    }

    @Test
    void forcingKeepsTheRecordAndEndsNothing() {
        try (Journal journal = Journal.open(dir, CONTENT, SEGMENT)) {
            for (int i = 0; i < 100; i++) {
                append(journal, i);
                journal.force();
            }
        }

        assertEquals(Numbers.between(0, 100), Numbers.read(dir, 0));
        assertFalse(Files.exists(dir.resolve("next.segment")), "what was made ready and not used is gone");
    }

    private static void appendBoth(Journal journal, byte[] bytes, ByteBuffer frame, int times) {
        for (int i = 0; i < times; i++) {
            journal.append(bytes, 0, bytes.length);
            journal.append(frame);
        }
    }

    private static long append(Journal journal, int number) {
        byte[] payload = new byte[50 + number % 50];
        ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).putInt(number);
        return journal.append(payload, 0, payload.length);
    }

    private long tail(int records) {
        JournalReader reader = new JournalReader(dir, CONTENT, 0);
        long sum = 0;
        for (int seen = 0; seen < records;) {
            ByteBuffer record = reader.next();
            if (record != null) {
                sum += record.getInt();
                seen++;
            } else if (reader.damage() != null) {
                throw new IllegalStateException(reader.damage().toString());
            }
        }
        return sum;
    }
}
