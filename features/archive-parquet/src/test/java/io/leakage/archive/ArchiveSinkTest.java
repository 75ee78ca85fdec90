package io.leakage.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import io.leakage.archive.depot.FolderDepot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSinkTest {
    private static final long EVENT = Tape.EVENT;
    private static final long MILLI = 1_000_000L;
    private static final long HOUR = 3_600_000_000_000L;

    @TempDir
    Path folder;

    private final Tape tape = new Tape(MILLI);
    private final HistoryRecord item = new HistoryRecord();

    @Test
    void whatWasToldStandsThereWithAllItsValues() throws Exception {
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        assertEquals(0, sink.open("j1"));
        tape.tell(sink, 0, 3000 * EVENT);
        sink.flush(3000 * EVENT);
        sink.close();

        assertEquals(Shelf.truth(tape, 3000 * EVENT), new Shelf(folder).digests("j1"));
        assertEquals(6000, new Shelf(folder).manifest().files().stream().mapToLong(ArchiveFile::rows).sum());
    }

    @Test
    void whatIsTheSameInAllRowsOfAFileStandsThereAsWell() throws Exception {
        ArchiveSink sink = sink(new ArchiveOptions(ZoneId.of("UTC"), 128, 30, 1_000, 1, 1024, 1));
        sink.open("j1");
        for (long position = 0; position < 40 * EVENT; position += EVENT) {
            tape.tell(sink, position, position + EVENT);
            sink.flush(position + EVENT);   // a file has few rows, most columns the same value
        }
        sink.close();

        assertEquals(Shelf.truth(tape, 40 * EVENT), new Shelf(folder).digests("j1"));
    }

    @Test
    void aTextThatIsTheSameInAllRowsMayHaveQuotesInIt() throws Exception {
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        sink.open("j1");
        quote(sink, 0, Tape.START, "O'NEIL \" é");
        quote(sink, 64, Tape.START + 1, "O'NEIL \" é");
        sink.flush(128);
        sink.close();

        assertEquals(List.of("O'NEIL \" é", "O'NEIL \" é"), new Shelf(folder).column("quotes", "symbol FROM $files"));
        assertEquals(List.of("VARCHAR"), new Shelf(folder).column("quotes", "DISTINCT typeof(symbol) FROM $files"));
    }

    @Test
    void whatWasNotFlushedComesAgain() throws Exception {
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        sink.open("j1");
        tape.tell(sink, 0, 10 * EVENT);
        sink.flush(10 * EVENT);
        tape.tell(sink, 10 * EVENT, 20 * EVENT);
        sink.close();

        assertEquals(10 * EVENT, sink.open("j1"));
        tape.tell(sink, 10 * EVENT, 30 * EVENT);
        sink.flush(30 * EVENT);
        sink.close();

        assertEquals(Shelf.truth(tape, 30 * EVENT), new Shelf(folder).digests("j1"));
    }

    @Test
    void anotherJournalHasPositionsOfItsOwnAndTheOldOnesStay() throws Exception {
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        sink.open("j1");
        tape.tell(sink, 0, 10 * EVENT);
        sink.flush(10 * EVENT);
        sink.close();
        assertEquals(0, sink.open("j2"));
        tape.tell(sink, 0, 5 * EVENT);
        sink.flush(5 * EVENT);
        sink.close();

        assertEquals(Shelf.truth(tape, 10 * EVENT), new Shelf(folder).digests("j1"));
        assertEquals(Shelf.truth(tape, 5 * EVENT), new Shelf(folder).digests("j2"));
    }

    @Test
    void aFileIsSortedBySymbolThenTimeAndHasTheTimeAsATimestamp() throws Exception {
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        sink.open("j1");
        quote(sink, 0, Tape.START + 1_999, "B");
        quote(sink, 64, Tape.START + 2_000, "A");
        quote(sink, 128, Tape.START, "B");   // late
        quote(sink, 192, Tape.START, "B");
        sink.flush(256);
        sink.close();

        assertEquals(List.of("A 64", "B 128", "B 192", "B 0"),
                new Shelf(folder).column("quotes", "symbol || ' ' || position FROM $files"), "in the order of the file");
        assertEquals(List.of("2026-11-27 14:30:00.000002", "2026-11-27 14:30:00", "2026-11-27 14:30:00", "2026-11-27 14:30:00.000001"),
                new Shelf(folder).column("quotes", "ts::VARCHAR FROM $files"));
        assertEquals(List.of("BIGINT"), new Shelf(folder).column("quotes", "DISTINCT typeof(ts_ns) FROM $files"));
    }

    @Test
    void aDayBeginsAtMidnightOfTheConfiguredZone() throws Exception {
        ArchiveOptions newYork = new ArchiveOptions(ZoneId.of("America/New_York"), 128, 30, 16, 1_000_000, 1024, 1);
        ArchiveSink sink = sink(newYork);
        sink.open("j1");
        quote(sink, 0, Tape.START, "A");              // 14:30 UTC is 09:30 in New York
        quote(sink, 64, Tape.START + 14 * HOUR, "A");   // 04:30 UTC on the 28th is 23:30 on the 27th
        quote(sink, 128, Tape.START + 15 * HOUR, "A");
        sink.flush(192);
        sink.close();

        assertEquals("2026-11-27 2, 2026-11-28 1", new Shelf(folder).manifest().files().stream()
                .map(file -> file.date() + " " + file.rows()).collect(Collectors.joining(", ")));
        IOException refused = assertThrows(IOException.class, () -> sink(ArchiveOptions.DEFAULT).open("j1"));
        assertEquals("archive " + folder + " has days of America/New_York, configured is UTC", refused.getMessage());
    }

    @Test
    void manySmallFilesBecomeOneAndTheOldOnesGo() throws Exception {
        ArchiveOptions four = new ArchiveOptions(ZoneId.of("UTC"), 128, 30, 4, 1_000_000, 1024, 1);
        ArchiveSink sink = sink(four);
        sink.open("j1");
        for (int i = 0; i < 10; i++) {
            quote(sink, i * EVENT, Tape.START + (10 - i), i % 2 == 0 ? "A" : "B");
            sink.flush((i + 1) * EVENT);
        }
        sink.close();

        // one file from 4 flushes, one from it and 3 more, one from that and the last 3
        assertEquals(1, new Shelf(folder).manifest().files().size());
        assertEquals(List.of("A 8", "A 6", "A 4", "A 2", "A 0", "B 9", "B 7", "B 5", "B 3", "B 1"),
                new Shelf(folder).column("quotes", "symbol || ' ' || position // 64 FROM $files"), "sorted as a whole");
        assertEquals(10 * EVENT, sink.open("j1"));
        sink.close();
        try (var files = Files.walk(folder.resolve("quotes"))) {
            assertEquals(1, files.filter(Files::isRegularFile).count(), "what was merged has gone");
        }
    }

    @Test
    void theFilesOfADayThatIsOverBecomeOne() throws Exception {
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        sink.open("j1");
        for (int i = 0; i < 3; i++) {
            quote(sink, i * EVENT, Tape.START + i, "A");
            sink.flush((i + 1) * EVENT);
        }
        assertEquals(3, new Shelf(folder).manifest().files().size());
        quote(sink, 3 * EVENT, Tape.START + 24 * HOUR, "A");
        sink.flush(4 * EVENT);

        assertEquals("2026-11-28 1, 2026-11-27 3", new Shelf(folder).manifest().files().stream()
                .map(file -> file.date() + " " + file.rows()).collect(Collectors.joining(", ")));
        sink.close();
    }

    @Test
    void aBatchThatIsFullAsksForAFlush() throws Exception {
        ArchiveSink sink = sink(new ArchiveOptions(ZoneId.of("UTC"), 1, 30, 16, 1_000_000, 1024, 1));
        sink.open("j1");
        assertFalse(quote(sink, 0, Tape.START, "A"));
        int taken = 1;
        while (!quote(sink, taken * EVENT, Tape.START, "A")) {
            taken++;
        }
        sink.close();

        // 11 columns of 8 bytes: the row with which a MiB is reached
        assertEquals((1 << 20) / 88, taken);
    }

    @Test
    void aPositionIsKeptWithoutARecord() throws Exception {
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        sink.open("j1");
        sink.flush(640);
        sink.close();

        assertEquals(640, sink.open("j1"));
        sink.close();
    }

    @Test
    void aSecondWriterIsRefused() throws Exception {
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        sink.open("j1");

        IOException refused = assertThrows(IOException.class, () -> sink(ArchiveOptions.DEFAULT).open("j1"));
        assertEquals("archive " + folder + " is being written by another process", refused.getMessage());
        sink.close();
        assertEquals(0, sink.open("j1"));
        sink.close();
    }

    @Test
    void aFileThatWasCutOrIsMissingIsNamed() throws Exception {
        oneQuote();
        Path file = new Shelf(folder).files("quotes").get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 100));
        IOException cut = assertThrows(IOException.class, () -> sink(ArchiveOptions.DEFAULT).open("j1"));
        assertEquals("archive " + folder + ": quotes/date=2026-11-27/part-0000000001.parquet has 100 bytes, expected " + whole.length
                + "; bring it back from a copy", cut.getMessage());
        Files.delete(file);
        IOException missing = assertThrows(IOException.class, () -> sink(ArchiveOptions.DEFAULT).open("j1"));
        assertTrue(missing.getMessage().contains("part-0000000001.parquet is missing"), missing.getMessage());
    }

    @Test
    void aDamagedFileIsNotMerged() throws Exception {
        oneQuote();
        Path file = new Shelf(folder).files("quotes").get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        ArchiveSink sink = sink(new ArchiveOptions(ZoneId.of("UTC"), 128, 30, 2, 1_000_000, 1024, 1));
        sink.open("j1");
        quote(sink, 64, Tape.START, "A");
        sink.flush(128);
        sink.close();

        assertEquals(2, new Shelf(folder).manifest().files().size(), "both stay, for a person to look at");
    }

    @Test
    void aManifestOfSomethingElseOrNewerIsRefusedByName() throws Exception {
        oneQuote();
        refuses("{\"format\":\"delta\"}", "is not one of an archive: format delta, expected io.leakage.archive");
        refuses("{\"format\":\"io.leakage.archive\",\"version\":2}", "has version 2, this program reads up to 1");
        refuses("{\"format\":\"io.leakage.archive\",\"version\":1,\"schema_version\":9}",
                "has schema version 9, this program reads up to 1");
        refuses("{\"format\":\"io.leakage.archive\",\"ver", "is damaged: ");
        refuses("PAR1", "is damaged: ");
        Files.delete(folder.resolve(FolderDepot.MANIFEST));
        IOException none = assertThrows(IOException.class, () -> sink(ArchiveOptions.DEFAULT).open("j1"));
        assertEquals("archive " + folder + " has files, such as quotes/date=2026-11-27/part-0000000001.parquet, and no manifest",
                none.getMessage());
        assertEquals(1, Files.list(folder.resolve("quotes/date=2026-11-27")).count(), "nothing was removed");
    }

    private void refuses(String manifest, String why) throws IOException {
        Files.write(folder.resolve(FolderDepot.MANIFEST), manifest.getBytes(StandardCharsets.UTF_8));
        IOException refused = assertThrows(IOException.class, () -> sink(ArchiveOptions.DEFAULT).open("j1"));
        assertTrue(refused.getMessage().startsWith("the manifest of archive " + folder + " " + why), refused.getMessage());
    }

    @Test
    void whatIsNotOursIsLeftAlone() throws Exception {
        Path notes = folder.resolve("quotes/notes.txt");
        Files.createDirectories(notes.getParent());
        Files.writeString(notes, "mine");
        oneQuote();
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        sink.open("j1");
        sink.close();

        assertEquals("mine", Files.readString(notes));
    }

    private void oneQuote() throws IOException {
        ArchiveSink sink = sink(ArchiveOptions.DEFAULT);
        sink.open("j1");
        quote(sink, 0, Tape.START, "A");
        sink.flush(64);
        sink.close();
    }

    private ArchiveSink sink(ArchiveOptions options) {
        return new ArchiveSink(new FolderDepot(folder), options);
    }

    private boolean quote(ArchiveSink sink, long position, long nanos, String symbol) {
        item.begin(HistoryTable.QUOTES);
        item.put(position);
        item.put(0L);
        item.put(nanos);
        item.put(symbol);
        item.put(99.98);
        item.put(100.02);
        item.put(500L);
        item.put(300L);
        item.put(0L);
        item.put("nasdaq");
        item.put(position / EVENT);
        item.end();
        return sink.take(item);
    }
}
