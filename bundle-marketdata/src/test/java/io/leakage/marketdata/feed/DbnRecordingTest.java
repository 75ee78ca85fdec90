package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.Little;
import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.wire.DbnListener;
import io.leakage.testing.Garbage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Number 1 is ONE, number 2 is TWO, and on the second day the other way round; prices in 1e-9. */
class DbnRecordingTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final long DOLLAR = 1_000_000_000L;

    @TempDir
    private Path folder;
    private final Recording heard = new Recording();
    private final List<String> problems = new ArrayList<>();
    private List<String> doubts;

    @Test
    void byOrder() throws IOException {
        play(Little.order(1, 1, 5, 42, 100 * DOLLAR, 500, 'A', 'B'),
                Little.order(1, 1, 6, 0, 100 * DOLLAR, 200, 'T', 'A'),
                Little.order(1, 1, 6, 42, 100 * DOLLAR, 200, 'F', 'B'),
                Little.order(1, 1, 6, 42, 100 * DOLLAR, 200, 'C', 'B'),
                Little.order(1, 1, 7, 42, 99 * DOLLAR, 250, 'M', 'B'),
                Little.order(1, 1, 8, 0, DbnListener.NO_PRICE, 0, 'R', 'N'),
                Little.order(1, 1, 9, 0, 100 * DOLLAR, 1, 'T', 'N'));

        // the sell aggressor's print is on the resting buyer's side; F says nothing new, C takes the shares out
        assertEquals(List.of("listed(0, 1, 5)", "added(0, 1, 5, 42, BUY, 500, 10000000000)",
                "traded(0, 2, 6, BUY, 200, 10000000000, " + Absent.LONG + ")", "passed(0, 3, 6)", "cancelled(0, 4, 6, 42, 200)",
                "replaced(0, 5, 7, 42, 42, 250, 9900000000)", "cleared(0, 6, 8)",
                "traded(0, 7, 9, null, 1, 10000000000, " + Absent.LONG + ")", "ended(8)"), heard.lines());
        assertEquals(List.of(), doubts);
    }

    @Test
    void theTopAndAPrintBehindIt() throws IOException {
        play(top(5, 'A', 100 * DOLLAR, 10, 101 * DOLLAR, 20), top(6, 'T', 100 * DOLLAR, 10, DbnListener.NO_PRICE, 0),
                Little.event(48, 0x00, 1, 7, 100 * DOLLAR, 3, 'T', 'B').array());

        assertEquals(List.of("listed(0, 1, 5)", "quoted(0, 1, 5, 10000000000, 10, 10100000000, 20)",
                "quoted(0, 2, 6, 10000000000, 10, " + Absent.LONG + ", " + Absent.LONG + ")",
                "traded(0, 2, 6, SELL, 7, 9900000000, " + Absent.LONG + ")",
                "traded(0, 3, 7, SELL, 3, 10000000000, " + Absent.LONG + ")", "ended(4)"), heard.lines());
    }

    @Test
    void tenLevelsTellWhatDiffers() throws IOException {
        play(depth(5, 100, 99), depth(6, 100, 99), depth(7, 101, 100));

        assertEquals(List.of("listed(0, 1, 5)", "level(0, 1, 5, BUY, 10000000000, 7, 2, false)",
                "level(0, 1, 5, BUY, 9900000000, 7, 2, true)", "passed(0, 2, 6)",
                "level(0, 3, 7, BUY, 9900000000, 0, 0, false)", "level(0, 3, 7, BUY, 10100000000, 7, 2, true)", "ended(4)"), heard.lines());
    }

    @ParameterizedTest(name = "action {0} is {1}")
    @CsvSource({"7, TRADING", "8, HALTED", "9, PAUSED", "3, QUOTATION", "12, HALTED"})
    void aStatusIsAState(int action, String state) throws IOException {
        play(Little.dbn(40, 0x12, 1, 1, 5).putLong(5).putShort((short) action).array());

        assertEquals(List.of("listed(0, 1, 5)", "tradingState(0, 1, 5, " + state + ")", "ended(2)"), heard.lines());
    }

    @Test
    void scenario26_numbersStandForOtherSymbolsTheNextDay() throws IOException {
        play(Little.order(1, 1, 5, 42, DOLLAR, 5, 'A', 'B'), Little.order(1, 2, 6, 43, DOLLAR, 5, 'A', 'B'),
                Little.order(1, 1, DAY + 7, 44, DOLLAR, 5, 'A', 'B'), Little.order(1, 2, DAY + 8, 45, DOLLAR, 5, 'A', 'B'));

        String rest = ", BUY, 5, 100000000)";
        assertEquals(List.of("added(0, 1, 5, 42" + rest, "added(1, 2, 6, 43" + rest, "added(1, 3, " + (DAY + 7) + ", 44" + rest,
                "added(0, 4, " + (DAY + 8) + ", 45" + rest), heard.lines().stream().filter(line -> line.startsWith("added")).toList());
    }

    @Test
    void scenario26_aNumberNobodyExplainedIsCountedUntilItsDefinitionComes() throws IOException {
        ByteBuffer definition = Little.dbn(520, 0x13, 1, 9, 6);
        definition.position(238).put(Little.text("NINE", 71));
        play(Little.order(1, 9, 5, 42, DOLLAR, 5, 'A', 'B'), definition.array(), Little.order(1, 9, 7, 43, DOLLAR, 5, 'A', 'B'));

        assertEquals(List.of("passed(-1, 1, 5)", "listed(2, 2, 6)", "added(2, 3, 7, 43, BUY, 5, 100000000)", "ended(4)"),
                heard.lines());
        assertEquals(List.of("1 records about instruments whose symbol neither the file's head nor a definition tells were left out"),
                doubts);
    }

    @Test
    void scenario28_aShortSaleRestrictionPassesThrough() throws IOException {
        play(Little.dbn(40, 0x12, 1, 1, 5).putLong(5).putShort((short) 14).putInt(0).put((byte) '~').put((byte) '~').put((byte) 'Y')
                .array());

        assertEquals(List.of("listed(0, 1, 5)", "passed(0, 1, 5)", "ended(2)"), heard.lines());
    }

    @Test
    void twoPublishersOfOneInstrumentDoNotMix() throws IOException {
        play(Little.order(1, 1, 5, 42, DOLLAR, 5, 'A', 'B'), Little.order(2, 1, 6, 43, DOLLAR, 5, 'A', 'B'));

        assertEquals(List.of("listed(0, 1, 5)", "added(0, 1, 5, 42, BUY, 5, 100000000)", "passed(-1, 2, 6)", "ended(3)"), heard.lines());
        assertEquals(List.of("1 records were left out: another publisher had spoken of their instrument first"), doubts);
    }

    @Test
    void otherRecordsArePassedOverAndCounted() throws IOException {
        play(Little.dbn(56, 0x20, 1, 1, 5).array(), Little.order(1, 1, 6, 42, DOLLAR, 5, 'X', 'B'));

        assertEquals(List.of("passed(-1, 1, 5)", "listed(0, 2, 6)", "passed(0, 2, 6)", "ended(3)"), heard.lines());
        assertEquals(List.of("1 records were left out: their side, action or price means nothing",
                "1 records were passed over: none of mbo, mbp-1, mbp-10, trades, tbbo, status, definition"), doubts);
    }

    @Test
    void aFileThatEndsInsideARecordIsReadUpToThere() throws IOException {
        byte[] whole = Little.joined(Little.dbnHead(), Little.order(1, 1, 5, 42, DOLLAR, 5, 'A', 'B'),
                Little.order(1, 1, 6, 43, DOLLAR, 5, 'A', 'B'));
        Path file = Files.write(folder.resolve("torn.dbn"), Arrays.copyOf(whole, whole.length - 1));
        play(file);

        assertEquals(3, heard.lines().size());
        assertEquals(List.of(file + ", byte " + (whole.length - 56) + ": the file ends after 55 bytes, expected a record of 56 bytes"),
                problems);
    }

    @Test
    void whatIsNoRecordEndsTheReading() throws IOException {
        Path file = Files.write(folder.resolve("odd.dbn"), Little.joined(Little.dbnHead(), new byte[40]));
        play(file);

        assertEquals(List.of(file + ", byte " + Little.dbnHead().length
                + ": a record of 0 bytes, expected at least 16; reading stops here"), problems);
    }

    @Test
    void aPackedFileCutShortIsToldOf() throws IOException {
        byte[] packed = Files.readAllBytes(RealData.path("dbn/test_data.mbo.v3.dbn.zst"));
        Path file = Files.write(folder.resolve("torn.dbn.zst"), Arrays.copyOf(packed, packed.length - 20));
        play(file);

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith(file + ", byte 0: the packed file is damaged here (zstd: "), problems::toString);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"mbo, 1, cancelled", "mbp-1, 1, quoted", "mbp-10, 2, level", "tbbo, 3, traded", "trades, 3, traded",
        "status, 3, tradingState"})
    void realFilesArePlayed(String schema, int version, String call) throws IOException {
        play(RealData.path("dbn/test_data." + schema + ".v" + version + ".dbn.zst"));

        assertTrue(heard.lines().stream().anyMatch(line -> line.startsWith(call + "(0, ")), () -> heard.lines().toString());
        assertEquals(List.of(), problems);
        assertEquals(List.of(), doubts);
    }

    @Test
    void playingLeavesNoGarbagePerRecord() throws IOException {
        byte[][] records = new byte[2_000][];
        for (int i = 0; i < records.length; i++) {
            records[i] = i % 2 == 0 ? Little.order(1, 1, i, i, DOLLAR, 5, 'A', 'B') : depth(i, 100 + i % 7, 99);
        }
        Path few = write("few.dbn", Arrays.copyOf(records, 100));
        Path many = write("many.dbn", records);
        CountingInlet inlet = new CountingInlet();
        long ofFew = Garbage.bytesOf(10, () -> count(few, inlet));
        long ofMany = Garbage.bytesOf(10, () -> count(many, inlet));

        assertTrue(Math.abs(ofMany - ofFew) < 1_900, () -> ofFew + " bytes for 100 records, " + ofMany + " for 2,000");
    }

    private void count(Path file, CountingInlet inlet) {
        try (RecordedFeed feed = DbnRecording.open(file, inlet, problems::add)) {
            while (feed.next()) {
                continue;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void play(byte[]... records) throws IOException {
        play(write("day.dbn", records));
    }

    private Path write(String name, byte[]... records) throws IOException {
        return Files.write(folder.resolve(name), Little.joined(Little.dbnHead(), Little.joined(records)));
    }

    private void play(Path file) throws IOException {
        try (RecordedFeed feed = FeedFormat.DBN.open(file, VenueDay.undated(), heard.inlet(), problems::add)) {
            while (feed.next()) {
                continue;
            }
            doubts = feed.doubts();
        }
    }

    private static byte[] top(long nanos, char action, long bid9, int bidSize, long offer9, int offerSize) {
        return Little.event(80, 0x01, 1, nanos, 99 * DOLLAR, 7, action, 'B').putLong(bid9).putLong(offer9).putInt(bidSize).putInt(offerSize)
                .putInt(1).putInt(1).array();
    }

    /** Two bids of 7 in two orders, no offers. */
    private static byte[] depth(long nanos, long first, long second) {
        ByteBuffer record = Little.event(368, 0x0A, 1, nanos, first * DOLLAR, 7, 'A', 'B');
        for (int level = 0; level < 10; level++) {
            record.putLong(level == 0 ? first * DOLLAR : level == 1 ? second * DOLLAR : DbnListener.NO_PRICE).putLong(DbnListener.NO_PRICE)
                    .putInt(level < 2 ? 7 : 0).putInt(0).putInt(level < 2 ? 2 : 0).putInt(0);
        }
        return record.array();
    }
}
