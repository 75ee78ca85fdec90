package io.leakage.core.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packed segment is read as the plain one was, from any place, and damage to it costs a block. */
class PackedTest {
    private static final String CONTENT = Numbers.CONTENT;
    private static final Content KNOWN = Content.of(CONTENT);
    /** Of 72 bytes each: 18 blocks of 3,641 records and more. */
    private static final int RECORDS = 70_000;

    @TempDir
    private Path dir;

    @Test
    void aPackedSegmentReadsAsThePlainOne() throws IOException {
        write(RECORDS);
        long plain = Files.size(plain());

        pack();

        assertFalse(Files.exists(plain()));
        assertTrue(Files.size(packed()) < plain, "random payloads, but for what the headers save");
        assertEquals(Numbers.between(0, RECORDS), Numbers.read(dir, 0));
    }

    @Test
    void anyPlaceInItIsFound() throws IOException {
        write(RECORDS);
        pack();

        for (int from : new int[] {0, 1, 3640, 3641, 3642, 36_000, RECORDS - 1}) {
            JournalReader reader = new JournalReader(dir, CONTENT, 72L * from);
            assertEquals(from, reader.next().getInt());
            assertEquals(72L * from, reader.position());
        }
        assertNull(new JournalReader(dir, CONTENT, 72L * RECORDS).next());
    }

    @Test
    void aReaderThatStandsOnASegmentWhileItIsPackedGoesOn() throws Exception {
        try (Journal journal = Journal.open(dir, CONTENT, 4096, true)) {
            JournalReader reader = new JournalReader(dir, CONTENT, 0);
            for (int i = 0; i < 1000; i++) {
                DamageTest.append(journal, i);
                if (i % 10 == 9) {
                    journal.chores().await();
                    for (int behind = i - 9; behind <= i; behind++) {
                        assertEquals(behind, reader.next().getInt());
                    }
                }
            }
            assertNull(reader.next());
            assertTrue(Segments.in(dir).values().stream().filter(Segments::isPacked).count() >= 17, "all but the last one or two");
        }
        assertEquals(Numbers.between(0, 1000), Numbers.read(dir, 0));
    }

    @Test
    void whatAnEarlierRunLeftPlainIsPackedByTheNext() throws Exception {
        try (Journal journal = Journal.open(dir, CONTENT, 4096)) {
            for (int i = 0; i < 200; i++) {
                DamageTest.append(journal, i);
            }
        }
        try (Journal journal = Journal.open(dir, CONTENT, 4096, true)) {
            journal.chores().await();
            assertEquals(4, Segments.in(dir).values().stream().filter(Segments::isPacked).count(), "55 records of 72 bytes fit a segment");
            DamageTest.append(journal, 200);
            assertEquals(Numbers.between(0, 201), Numbers.read(dir, 0));
        }
    }

    @Test
    void aPackingCutOffAnywhereLosesNothing() throws IOException {
        write(RECORDS);
        byte[] plain = Files.readAllBytes(plain());
        pack();
        byte[] packed = Files.readAllBytes(packed());
        Random random = new Random(2);
        for (int round = 0; round < 20; round++) {
            Files.write(plain(), plain);
            Files.write(packed(), Arrays.copyOf(packed, round == 0 ? packed.length : random.nextInt(packed.length)));
            Files.write(dir.resolve("00000000000000000000.part.journal.z"), Arrays.copyOf(packed, 1000));
            assertEquals(0, new JournalReader(dir, CONTENT, 0).next().getInt(), "the plain one is read while it is there");

            pack();

            assertFalse(Files.exists(plain()));
            assertArrayEquals(packed, Files.readAllBytes(packed()));
        }
    }

    @Test
    void everyFlippedBitOfAPackedSegmentIsFoundAndCostsItsBlock() throws IOException {
        write(RECORDS);
        pack();
        byte[] whole = Files.readAllBytes(packed());
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            int at = Layout.HEADER + random.nextInt(whole.length - Layout.HEADER);
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(packed(), flipped);

            JournalReader reader = new JournalReader(dir, CONTENT, 0);
            int read = 0;
            int last = -1;
            List<Damage> damages = new ArrayList<>();
            do {
                for (ByteBuffer record = reader.next(); record != null; record = reader.next()) {
                    int number = record.getInt();
                    assertTrue(number > last, "in order");
                    last = number;
                    read++;
                }
                if (reader.damage() != null) {
                    damages.add(reader.damage());
                }
            } while (reader.damage() != null && reader.skipDamage());

            boolean padding = damages.isEmpty();
            assertTrue(padding ? read == RECORDS : damages.size() == 1, "byte " + at + ": " + damages);
            assertTrue(read >= RECORDS - 3642, "byte " + at + ": " + read + " records");
            assertTrue(padding || damages.get(0).offset() <= at, "told at the block: " + damages);
        }
    }

    @Test
    void aTruncatedPackedSegmentIsTold() throws IOException {
        write(RECORDS);
        pack();
        byte[] whole = Files.readAllBytes(packed());
        Files.write(packed(), Arrays.copyOf(whole, whole.length - Blocks.HEADER));

        JournalReader reader = new JournalReader(dir, CONTENT, 0);
        int read = 0;
        while (reader.next() != null) {
            read++;
        }

        assertEquals(RECORDS, read, "the end alone is lost");
        assertTrue(reader.damage().what().contains("expected a block"), reader.damage().what());
        assertEquals(72L * RECORDS, reader.damage().position());
    }

    @Test
    void aSegmentWithDamageStaysAsItWasFound() throws IOException {
        write(100);
        byte[] whole = Files.readAllBytes(plain());
        whole[Layout.HEADER + 72 * 40 + 20] ^= 1;
        Files.write(plain(), whole);

        assertFalse(Packing.pack(plain(), KNOWN, () -> false));

        assertArrayEquals(whole, Files.readAllBytes(plain()));
        assertFalse(Files.exists(packed()));
    }

    @Test
    void aForeignOrNewerPackedSegmentIsRefusedByName() throws IOException {
        write(100);
        pack();
        byte[] whole = Files.readAllBytes(packed());
        byte[] newer = whole.clone();
        newer[8] = 2;
        Files.write(packed(), newer);
        JournalFormatException refused = assertThrows(JournalFormatException.class, () -> new JournalReader(dir, CONTENT, 0));
        assertTrue(refused.getMessage().contains(packed() + " is not a journal segment this version reads: expected format version 1, found"
                + " version 2"), refused.getMessage());

        Files.write(packed(), new byte[200]);
        JournalFormatException foreign = assertThrows(JournalFormatException.class, () -> Journal.open(dir, CONTENT, 4096));
        assertTrue(foreign.getMessage().contains("LEAKJRNZ"), foreign.getMessage());
    }

    @Test
    void aDayBeginsASegment() {
        try (Journal journal = Journal.open(dir, CONTENT, 1 << 16)) {
            journal.day(20_000);
            DamageTest.append(journal, 0);
            journal.day(20_000);
            DamageTest.append(journal, 1);
            journal.day(20_001);
            DamageTest.append(journal, 2);
        }
        try (Journal journal = Journal.open(dir, CONTENT, 1 << 16)) {
            journal.day(20_001);
            DamageTest.append(journal, 3);
            journal.day(20_002);
            DamageTest.append(journal, 4);
        }

        assertEquals(List.of(0L, 144L, 216L, 288L), List.copyOf(Segments.in(dir).keySet()));
        assertEquals(List.of(0, 20_001, 20_001, 20_002),
                Segments.in(dir).values().stream().map(file -> Segments.day(file, KNOWN)).toList());
        assertEquals(Numbers.between(0, 5), Numbers.read(dir, 0));
    }

    private void write(int records) {
        try (Journal journal = Journal.open(dir, CONTENT, 16 << 20)) {
            for (int i = 0; i < records; i++) {
                DamageTest.append(journal, i);
            }
        }
    }

    private void pack() throws IOException {
        assertTrue(Packing.pack(plain(), KNOWN, () -> false));
    }

    private Path plain() {
        return Layout.file(dir, 0);
    }

    private Path packed() {
        return Layout.packedFile(dir, 0);
    }
}
