package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.core.history.JournalReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source's raw journal, torn at every byte and with bits flipped: all damage is found, and the messages before it stay as they came. */
class RawDamageTest {
    private static final int MESSAGES = 40;
    private static final int HEADER = 64;
    private static final int FLIPS = 2000;

    @TempDir
    private Path directory;

    @Test
    void aJournalTornAtAnyByteKeepsEveryWholeMessageAndTellsOfTheTornOne() throws IOException {
        byte[] whole = write();
        List<Integer> ends = ends();
        for (int cut = HEADER; cut < whole.length; cut++) {
            Files.write(segment(), Arrays.copyOf(whole, cut));
            int intact = 0;
            while (intact < MESSAGES && ends.get(intact) <= cut) {
                intact++;
            }
            JournalReader reader = reader();
            assertEquals(intact, messages(reader), "cut at byte " + cut);
            boolean betweenRecords = cut == HEADER || ends.contains(cut);
            int torn = betweenRecords ? cut : intact == 0 ? HEADER : ends.get(intact - 1);
            assertTrue(cut - torn < 8 || reader.damage() != null || intact == MESSAGES, "cut at byte " + cut + " is told");
        }
    }

    @Test
    void everyFlippedBitIsFoundAndWhatLiesBeforeItStays() throws IOException {
        byte[] whole = write();
        List<Integer> ends = ends();
        Random random = new Random(7);
        int last = ends.get(MESSAGES - 1);
        for (int flip = 0; flip < FLIPS; flip++) {
            int bit = HEADER * 8 + random.nextInt((last - HEADER) * 8);
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(segment(), flipped);
            int intact = 0;
            while (ends.get(intact) <= bit / 8) {
                intact++;
            }
            JournalReader reader = reader();
            assertEquals(intact, messages(reader), "bit " + bit);
            assertTrue(reader.damage() != null, "bit " + bit + " is found");
        }
    }

    /** {@return how many messages it gives, each as it came} */
    private static int messages(JournalReader reader) {
        int count = 0;
        for (ByteBuffer record = reader.next(); record != null; record = reader.next()) {
            assertArrayEquals(message(count++), RawRecord.message(RawRecord.bytes(record)));
        }
        return count;
    }

    private byte[] write() throws IOException {
        try (RawJournal journal = new RawJournal(directory, false)) {
            for (int i = 0; i < MESSAGES; i++) {
                byte[] record = i % 8 == 5 ? RawRecord.quarantined("no good", message(i), 0, message(i).length) : message(i);
                journal.append(record, 0, record.length);
            }
        }
        return Files.readAllBytes(segment());
    }

    /** {@return where each record ends in the file, padding included} */
    private List<Integer> ends() {
        List<Integer> ends = new ArrayList<>();
        JournalReader reader = reader();
        while (reader.next() != null) {
            ends.add(HEADER + (int) reader.nextPosition());
        }
        return ends;
    }

    private JournalReader reader() {
        return new JournalReader(directory, RawJournal.CONTENT, 0);
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
        }
    }

    private static byte[] message(int number) {
        return ("8=FIX.4.4\u000135=8\u000111=" + "x".repeat(number % 13) + number + "\u0001").getBytes(StandardCharsets.US_ASCII);
    }
}
