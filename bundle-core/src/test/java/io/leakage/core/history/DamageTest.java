package io.leakage.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the bytes on disk is found, the records before it stay, and the journal goes on. */
class DamageTest {
    private static final String CONTENT = "numbers 1";
    private static final int RECORDS = 60;

    @TempDir
    private Path dir;

    @Test
    void everyFlippedBitIsFoundAndWhatLiesBeforeItStays() throws IOException {
        byte[] whole = write();
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int bit = Layout.HEADER * 8 + random.nextInt((whole.length - Layout.HEADER - 4) * 8);
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(segment(), flipped);

            JournalReader reader = new JournalReader(dir, CONTENT, 0);
            int intact = count(reader);

            assertTrue(reader.damage() != null, "bit " + bit + " of " + whole.length * 8);
            assertTrue(reader.damage().offset() <= bit / 8, "told at or before the bit: " + reader.damage());
            assertEquals((reader.damage().offset() - Layout.HEADER) / 72, intact, "all records of 72 bytes before it");
        }
    }

    @Test
    void aRecordDamagedInTheMiddleIsToldKeptAsideAndLeftOutByReaders() throws IOException {
        byte[] whole = write();
        whole[Layout.HEADER + 72 * 40 + 20] ^= 1;
        Files.write(segment(), whole);

        try (Journal journal = Journal.open(dir, CONTENT, 4096 * 4)) {
            String told = journal.damage().orElseThrow().toString();
            assertTrue(told.contains(segment() + " at offset " + (Layout.HEADER + 72 * 40)) && told.contains("expected CRC"), told);
            assertEquals(72 * RECORDS, append(journal, RECORDS), "behind the last whole one");
        }

        JournalReader reader = new JournalReader(dir, CONTENT, 0);
        assertEquals(40, count(reader));
        assertTrue(reader.damage() != null && reader.skipDamage());
        assertEquals(RECORDS - 40, count(reader), "19 behind it and a new one");
        assertEquals(null, reader.damage());
        assertTrue(Files.exists(dir.resolve(segment().getFileName() + ".damaged")));
    }

    @Test
    void ofAJournalWithDamageAnywhereOnlyWhatWasDamagedIsLost() throws IOException {
        byte[] whole = write();
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            int first = random.nextInt(RECORDS);
            int last = Math.min(RECORDS - 1, first + random.nextInt(8));
            for (int at = Layout.HEADER + 72 * first + random.nextInt(72); at < Layout.HEADER + 72 * last + 8; at += 1 + random.nextInt(20)) {
                damaged[at] ^= (byte) (1 + random.nextInt(255));
            }
            damaged[Layout.HEADER + 72 * first + random.nextInt(72)] ^= 1;
            damaged[Layout.HEADER + 72 * last + random.nextInt(72)] ^= 1;
            Files.write(segment(), damaged);

            try (Journal journal = Journal.open(dir, CONTENT, 4096 * 4)) {
                assertTrue(journal.damage().isPresent(), "records " + first + " to " + last + " are told");
            }
            JournalReader reader = new JournalReader(dir, CONTENT, 0);
            for (int next = 0; next < RECORDS; next++) {
                boolean intact = Arrays.equals(record(whole, next), record(damaged, next));
                if (intact) {
                    ByteBuffer record = reader.next();
                    if (record == null) {
                        assertTrue(reader.damage() != null && reader.skipDamage(), "record " + next);
                        record = reader.next();
                    }
                    assertEquals(72L * next, reader.position());
                    assertEquals(next, record.getInt());
                }
            }
        }
    }

    @Test
    void aPlaceBehindADamageIsFound() throws IOException {
        byte[] whole = write();
        whole[Layout.HEADER + 72 * 10 + 3] ^= 1;
        Files.write(segment(), whole);

        JournalReader reader = new JournalReader(dir, CONTENT, 72 * 50);
        assertEquals(50, reader.next().getInt());
        assertEquals(null, reader.damage(), "what lies before is not its business");
    }

    @Test
    void aTornTailIsCutAtTheLastWholeRecord() throws IOException {
        byte[] whole = write();
        for (int cut : new int[] {1, 8, 9, 30, 72, 79}) {
            Files.write(segment(), Arrays.copyOf(whole, whole.length - cut));
            int left = cut <= 8 ? RECORDS : cut <= 80 ? RECORDS - 1 : fail();

            try (Journal journal = Journal.open(dir, CONTENT, 4096 * 4)) {
                assertEquals(72L * left, journal.end(), cut + " bytes cut off");
            }
        }
    }

    @Test
    void aLengthFlippedToZeroIsNotTakenForTheEnd() throws IOException {
        byte[] live = Arrays.copyOf(write(), 4096 * 4);
        int last = Layout.HEADER + 72 * RECORDS;
        live[last] = live[last + 1] = live[last + 2] = live[last + 3] = 0;
        live[Layout.HEADER + 72 * 30] = 0;
        Files.write(segment(), live);

        try (Journal journal = Journal.open(dir, CONTENT, 4096 * 4)) {
            assertTrue(journal.damage().orElseThrow().what().startsWith("expected zeros behind the last record"));
            assertEquals(72 * RECORDS, journal.end(), "what lies behind it is whole");
        }
    }

    @Test
    void aMissingSegmentIsTold() throws IOException {
        try (Journal journal = Journal.open(dir, CONTENT, 4096)) {
            for (int i = 0; i < 200; i++) {
                append(journal, i);
            }
        }
        Files.delete(Segments.in(dir).higherEntry(0L).getValue());

        JournalReader reader = new JournalReader(dir, CONTENT, 0);
        count(reader);
        assertTrue(reader.damage().what().contains("which is missing"), reader.damage().what());
    }

    @Test
    void aWriterKilledAtAnyPointLeavesNoBadRecord() throws Exception {
        for (int round = 0; round < 6; round++) {
            boolean packs = round % 2 == 1;
            Path home = dir.resolve("killed" + round);
            Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), KilledWriter.class.getName(), home.toString(), String.valueOf(packs))
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            assertEquals('w', writer.getInputStream().read(), "its first segments are written");
            writer.destroyForcibly().waitFor();

            JournalReader reader = new JournalReader(home, CONTENT, 0);
            int read = 0;
            for (ByteBuffer record = reader.next(); record != null; record = reader.next()) {
                assertEquals(read++, record.getInt());
            }
            assertEquals(null, reader.damage());
            assertTrue(read > 1000, read + " records");
            long end = reader.nextPosition();
            try (Journal journal = Journal.open(home, CONTENT, 1 << 16, packs)) {
                // killed between a record's bytes and its length, the rest is told: it might have been a record whose length is gone
                journal.damage().ifPresent(rest -> assertEquals(end, rest.position(), rest::toString));
                assertEquals(end, append(journal, read));
                journal.chores().await();
                assertTrue(!packs || Segments.in(home).values().stream().filter(Segments::isPacked).count() > 4, "what was full is packed");
            }
        }
    }

    private byte[] write() throws IOException {
        try (Journal journal = Journal.open(dir, CONTENT, 4096 * 4)) {
            for (int i = 0; i < RECORDS; i++) {
                append(journal, i);
            }
        }
        return Files.readAllBytes(segment());
    }

    private static byte[] record(byte[] file, int number) {
        return Arrays.copyOfRange(file, Layout.HEADER + 72 * number, Layout.HEADER + 72 * (number + 1));
    }

    private Path segment() {
        return Layout.file(dir, 0);
    }

    static long append(Journal journal, int number) {
        byte[] payload = new byte[64];
        new Random(number).nextBytes(payload);
        ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).putInt(number);
        return journal.append(payload, 0, payload.length);
    }

    private static int count(JournalReader reader) {
        int count = 0;
        while (reader.next() != null) {
            count++;
        }
        return count;
    }
}
