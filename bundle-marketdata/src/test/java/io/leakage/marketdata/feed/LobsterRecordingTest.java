package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.tape.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LobsterRecordingTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @TempDir
    private Path folder;
    private final Recording heard = new Recording();
    private final List<String> problems = new ArrayList<>();

    @Test
    void aBookOfOneLevelIsAQuoteAndAnExecutionPrintsBeforeIt() throws IOException {
        play(zip("1", """
                1.5,1,7,100,1000000,1
                2.000000001,4,7,40,1000000,1
                3,5,0,10,1000500,-1
                """, """
                9999999999,0,1000000,100
                9999999999,0,1000000,60
                1001000,5,-9999999999,0
                """));

        assertEquals(List.of("listed(0, 1, 1500000000)",
                "quoted(0, 1, 1500000000, 10000000000, 100, " + Absent.LONG + ", " + Absent.LONG + ")",
                "traded(0, 2, 2000000001, BUY, 40, 10000000000, " + Absent.LONG + ")",
                "quoted(0, 2, 2000000001, 10000000000, 60, " + Absent.LONG + ", " + Absent.LONG + ")",
                "traded(0, 3, 3000000000, SELL, 10, 10005000000, " + Absent.LONG + ")",
                "quoted(0, 3, 3000000000, " + Absent.LONG + ", " + Absent.LONG + ", 10010000000, 5)",
                "ended(4)"), heard.lines());
        assertEquals(List.of(), problems);
    }

    @Test
    void deeperBooksTellOnlyTheLevelsThatDifferAndTheLastAsWhole() throws IOException {
        play(zip("2", """
                1,1,7,100,1000000,1
                2,1,8,50,1001000,1
                3,3,8,50,1001000,1
                4,7,0,0,-1,-1
                5,7,0,0,0,-1
                6,7,0,0,1,-1
                """, """
                1002000,9,1000000,100,9999999999,0,999000,30
                1002000,9,1001000,50,9999999999,0,1000000,100
                1002000,9,1000000,100,9999999999,0,999000,30
                1002000,9,1000000,100,9999999999,0,999000,30
                1002000,9,1000000,100,9999999999,0,999000,30
                1002000,9,1000000,100,9999999999,0,999000,30
                """));

        assertEquals(List.of("listed(0, 1, 1000000000)",
                "level(0, 1, 1000000000, BUY, 10000000000, 100, 0, false)", "level(0, 1, 1000000000, BUY, 9990000000, 30, 0, false)",
                "level(0, 1, 1000000000, SELL, 10020000000, 9, 0, true)",
                "level(0, 2, 2000000000, BUY, 9990000000, 0, 0, false)", "level(0, 2, 2000000000, BUY, 10010000000, 50, 0, true)",
                "level(0, 3, 3000000000, BUY, 10010000000, 0, 0, false)", "level(0, 3, 3000000000, BUY, 9990000000, 30, 0, true)",
                "tradingState(0, 4, 4000000000, HALTED)", "passed(0, 4, 4000000000)",
                "tradingState(0, 5, 5000000000, QUOTATION)", "passed(0, 5, 5000000000)",
                "tradingState(0, 6, 6000000000, TRADING)", "passed(0, 6, 6000000000)",
                "ended(7)"), heard.lines());
    }

    @Test
    void aLineThatMakesNoSenseIsToldAndTheRestGoesOn() throws IOException {
        Path zip = zip("1", "1,1,7,100,1000000,1\n2,9,7,100,1000000,1\n3,1,7,100,abc,1\n4,1,7,100,1000000,1\n", """
                1001000,5,1000000,100
                1001000,5,1000000,100
                1001000,5,1000000,100
                1001000,5,1000000
                """);
        play(zip);

        assertEquals(List.of(zip + ", message file, line 2: type 9, expected 1 to 7; the line is left out",
                zip + ", message file, line 3: field 5 is no whole number, or there are not 6 of them, expected time, type, order, size,"
                        + " price, direction; the line is left out",
                zip + ", order book file, line 4: 3 whole numbers, expected 4: offer price, offer size, bid price, bid size of 1 level;"
                        + " the book stays as it was"), problems);
        assertEquals("ended(5)", heard.lines().get(heard.lines().size() - 1));
    }

    @Test
    void filesOfDifferentLengthAreToldOf() throws IOException {
        Path zip = zip("1", "1,1,7,100,1000000,1\n2,1,7,100,1000000,1\n", "1001000,5,1000000,100\n");
        play(zip);

        assertEquals(List.of(zip + ", order book file, line 2: the file ends here, expected as many lines as in the other"), problems);
    }

    @Test
    void aZipCutShortIsReadUpToTheTear() throws IOException {
        byte[] whole = Files.readAllBytes(RealData.path("lobster/LOBSTER_SampleFile_GOOG_2012-06-21_1.zip"));
        Path torn = Files.write(folder.resolve("torn.zip"), Arrays.copyOf(whole, whole.length * 3 / 4));
        CountingInlet inlet = new CountingInlet();
        try (RecordedFeed feed = FeedFormat.LOBSTER.open(torn, VenueDay.undated(), inlet, problems::add)) {
            while (feed.next()) {
                continue;
            }
            assertTrue(feed.messages() > 10_000 && feed.messages() < 49_482, () -> feed.messages() + " messages");
            assertEquals(1, problems.size());
            assertTrue(problems.get(0).startsWith(torn + ", message file, line " + (feed.messages() + 1)
                    + ": the packed file is damaged here ("), problems::toString);
        }
    }

    @ParameterizedTest(name = "level {0}: {1} steps")
    @CsvSource({"1, 49481", "5, 112672"})
    void eachBookAndTheMessageBehindItGiveTheNextBook(int level, int steps) throws IOException {
        Path zip = RealData.path("lobster/LOBSTER_SampleFile_GOOG_2012-06-21_" + level + ".zip");
        try (LobsterFiles files = LobsterFiles.open(zip)) {
            assertEquals("GOOG", files.symbol());
            assertEquals(LocalDate.of(2012, 6, 21), files.date());
            LobsterStep step = new LobsterStep(level);
            assertEquals(steps, step.check(files));
            assertEquals(List.of(), step.wrong());
        }
    }

    @ParameterizedTest(name = "level {0}: {1} messages, {2} prints")
    @CsvSource({"1, 49482, 11678", "5, 112673, 11678"})
    void aDayIsPlayedToItsEnd(int level, long messages, long prints) throws IOException {
        Path zip = RealData.path("lobster/LOBSTER_SampleFile_GOOG_2012-06-21_" + level + ".zip");
        Prints inlet = new Prints();
        try (RecordedFeed feed = FeedFormat.LOBSTER.open(zip, VenueDay.undated(), inlet.inlet(), problems::add)) {
            while (feed.next()) {
                continue;
            }
            assertEquals(messages, feed.messages());
            assertFalse(feed.next());
        }
        // 7,765 executions of displayed orders and 3,913 of hidden ones
        assertEquals(prints, inlet.count());
        assertEquals(List.of(), problems);
    }

    private void play(Path zip) throws IOException {
        try (RecordedFeed feed = LobsterRecording.open(zip, UTC, heard.inlet(), problems::add)) {
            while (feed.next()) {
                continue;
            }
        }
    }

    private Path zip(String level, String messages, String books) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("INST_1970-01-01_0_86400000_orderbook_" + level + ".csv"));
            out.write(books.getBytes(StandardCharsets.US_ASCII));
            out.putNextEntry(new ZipEntry("INST_1970-01-01_0_86400000_message_" + level + ".csv"));
            out.write(messages.getBytes(StandardCharsets.US_ASCII));
        }
        return Files.write(folder.resolve("day.zip"), bytes.toByteArray());
    }
}
