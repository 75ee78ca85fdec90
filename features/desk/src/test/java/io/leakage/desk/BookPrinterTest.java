package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Side;
import io.leakage.simulator.ItchWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One instrument, one order after another; nanoseconds since midnight are small numbers. */
class BookPrinterTest {
    private static final String HEADER = "time_ns,seq,side,level,price,shares,orders";

    @TempDir
    private Path folder;
    private Path day;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @BeforeEach
    void recordADay() throws IOException {
        day = write(new ByteArrayOutputStream(), tape -> tape
                .directory(1, 10, "INST").directory(2, 11, "OTHR")
                .add(1, 20, 1, Side.BUY, 500, "INST", 99_98000000L)
                .add(1, 30, 2, Side.SELL, 300, "INST", 100_02000000L)
                .add(2, 31, 3, Side.BUY, 900, "OTHR", 5_00000000L)
                .add(1, 40, 4, Side.BUY, 100, "INST", 99_98000000L)
                .add(1, 50, 5, Side.BUY, 200, "INST", 99_97250000L)
                .executed(1, 60, 1, 500, 1)
                .hiddenTrade(1, 70, 10, "INST", 100_00000000L, 2));
    }

    @Test
    void theBookAfterTheLastMessage() {
        assertEquals(0, book("--market", day.toString(), "--symbol", "INST"));

        assertEquals(List.of(HEADER,
                "70,9,B,1,99.98,100,1",
                "70,9,B,2,99.9725,200,1",
                "70,9,S,1,100.02,300,1"), lines(out));
    }

    @Test
    void theBookAtATimeHoldsTheMessagesOfThatTime() {
        assertEquals(0, book("--market", day.toString(), "--symbol", "INST", "--at", "00:00:00.00000004"));

        assertEquals(List.of(HEADER, "40,6,B,1,99.98,600,2", "40,6,S,1,100.02,300,1"), lines(out));
    }

    @Test
    void theBookBeforeItsFirstOrderIsEmpty() {
        assertEquals(0, book("--market", day.toString(), "--symbol", "OTHR", "--at", "5"));

        assertEquals(List.of(HEADER), lines(out));
    }

    @Test
    void everyChangeOfWhatIsShown() {
        assertEquals(0, book("--market", day.toString(), "--symbol", "INST", "--levels", "1", "--every-change"));

        assertEquals(List.of(HEADER,
                "20,3,B,1,99.98,500,1",
                "30,4,B,1,99.98,500,1", "30,4,S,1,100.02,300,1",
                "40,6,B,1,99.98,600,2", "40,6,S,1,100.02,300,1",
                "60,8,B,1,99.98,100,1", "60,8,S,1,100.02,300,1"), lines(out));
    }

    @Test
    void withADateTimesCountFromTheEpoch() {
        assertEquals(0, book("--market", day.toString(), "--symbol", "OTHR", "--date", "1970-01-02", "--zone", "UTC"));

        assertEquals(List.of(HEADER, "86400000000070,9,B,1,5.00,900,1"), lines(out));
    }

    @Test
    void aSymbolThatIsNotThereIsRefusedWithThoseThatAre() {
        assertEquals(1, book("--market", day.toString(), "--symbol", "AAPL"));

        assertEquals(List.of(), lines(out));
        assertEquals(List.of("book.sh: --symbol 'AAPL' is not in " + day + ", expected one of INST, OTHR"), lines(complaints));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertEquals(1, book("--market", folder.resolve("none").toString(), "--symbol", "INST"));

        assertEquals(List.of("book.sh: --market '" + folder.resolve("none") + "', expected a file that can be read"), lines(complaints));
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader, this is not market data.\n");

        assertEquals(1, book("--market", letter.toString(), "--symbol", "INST"));
        assertEquals(List.of("book.sh: " + letter + " tells its format neither by its first bytes nor by its name, expected --feed with"
                + " one of itch50, mold-pcap, iex-deep, iex-tops, dbn, lobster"), lines(complaints));
        assertEquals(1, book("--market", letter.toString(), "--symbol", "INST", "--feed", "dbn"));
        assertEquals("book.sh: " + letter + ", byte 0: no DBN at its beginning, expected DBN", lines(complaints).get(1));
    }

    @Test
    void aFileCutShortIsPrintedAndInDoubt() throws IOException {
        byte[] bytes = Files.readAllBytes(day);
        Path cut = Files.write(folder.resolve("cut.itch50"), Arrays.copyOf(bytes, bytes.length - 1));

        assertEquals(3, book("--market", cut.toString(), "--symbol", "INST", "--levels", "1"));

        assertEquals(List.of(HEADER, "60,8,B,1,99.98,100,1", "60,8,S,1,100.02,300,1"), lines(out));
        assertEquals(List.of("book.sh: " + cut + ", byte " + (bytes.length - 46)
                + ": the file ends after 43 bytes of a message of type 'P', expected 44"), lines(complaints));
    }

    @Test
    void anOrderThatIsNotThereIsToldAndTheRestGoesOn() throws IOException {
        Path odd = write(new ByteArrayOutputStream(), tape -> tape
                .add(1, 20, 1, Side.BUY, 500, "INST", 99_98000000L).deleted(1, 30, 7).add(1, 40, 2, Side.SELL, 300, "INST", 100_02000000L));

        assertEquals(3, book("--market", odd.toString(), "--symbol", "INST"));

        assertEquals(List.of(HEADER, "40,3,B,1,99.98,500,1", "40,3,S,1,100.02,300,1"), lines(out));
        assertEquals(List.of("book.sh: " + odd + ", message 2: order 7 does not fit the book of INST, expected a new one"
                + " or one that rests there with so many shares"), lines(complaints));
    }

    @Test
    void wrongArgumentsNameWhatWasExpected() {
        assertEquals(2, book("--symbol", "INST"));
        assertEquals(2, book("--market", "f", "--symbol", "INST", "--levels", "0"));
        assertEquals(2, book("--market", "f", "--symbol", "INST", "--at", "noon"));
        assertEquals(2, book("--market", "f", "--symbol"));
        assertEquals(2, book("--market", "f", "--symbol", "INST", "--feed", "itch41"));
        assertEquals(2, book("--markt", "f"));

        assertEquals(List.of(
                "book.sh: --market '', expected a file; see --help",
                "book.sh: --levels '0', expected a number from 1; see --help",
                "book.sh: --at 'noon', expected HH:MM:SS[.fraction] or nanoseconds since midnight; see --help",
                "book.sh: --symbol '', expected a value behind it; see --help",
                "book.sh: --feed 'itch41', expected one of itch50, mold-pcap, iex-deep, iex-tops, dbn, lobster; see --help",
                "book.sh: argument '--markt', expected --market, --feed, --symbol, --levels, --at, --every-change, --date, --zone"
                        + " or --help"
                        + "; see --help"),
                lines(complaints));
    }

    @Test
    void aBookOfLevelsIsPrintedFromALobsterZip() throws IOException {
        Path zip = lobster(2, """
                1,1,7,100,1000000,1
                2,1,8,50,1001000,1
                3,3,8,50,1001000,1
                """, """
                1002000,9,1000000,100,9999999999,0,999000,30
                1002000,9,1001000,50,9999999999,0,1000000,100
                1002000,9,1000000,100,9999999999,0,999000,30
                """);

        assertEquals(0, book("--market", zip.toString(), "--symbol", "INST", "--at", "00:00:02.5"));

        // New York's midnight of the day in the file names is 05:00 UTC: the second message came two seconds later
        assertEquals(List.of(), lines(complaints));
        assertEquals(List.of(HEADER, "18002000000000,2,B,1,100.10,50,0", "18002000000000,2,B,2,100.00,100,0",
                "18002000000000,2,S,1,100.20,9,0"), lines(out));
    }

    @Test
    void aBookOfQuotesHasOneLevel() throws IOException {
        Path zip = lobster(1, "1,1,7,100,1000000,1\n2,4,7,40,1000000,1\n", "1002000,9,1000000,100\n1002000,9,1000000,60\n");

        assertEquals(0, book("--market", zip.toString(), "--symbol", "INST", "--every-change"));

        assertEquals(List.of(HEADER, "18001000000000,1,B,1,100.00,100,0", "18001000000000,1,S,1,100.20,9,0",
                "18002000000000,2,B,1,100.00,60,0", "18002000000000,2,S,1,100.20,9,0"), lines(out));
    }

    @Test
    void pricesHaveTwoToEightDecimals() throws IOException {
        for (String price : List.of("320.30", "0.01", "0.0001", "99.97250001", "-1.50", "200000.00")) {
            StringBuilder text = new StringBuilder();
            BookCsv.price(new BigDecimal(price).movePointRight(8).longValueExact(), text);
            assertEquals(price, text.toString());
        }
    }

    private interface Hand {
        ItchWriter write(ItchWriter tape);
    }

    private Path write(ByteArrayOutputStream bytes, Hand hand) throws IOException {
        hand.write(new ItchWriter(bytes));
        return Files.write(Files.createTempFile(folder, "day", ".itch50"), bytes.toByteArray());
    }

    private Path lobster(int levels, String messages, String books) throws IOException {
        Path zip = folder.resolve("day.zip");
        try (ZipOutputStream file = new ZipOutputStream(Files.newOutputStream(zip))) {
            file.putNextEntry(new ZipEntry("INST_1970-01-01_0_86400000_orderbook_" + levels + ".csv"));
            file.write(books.getBytes(StandardCharsets.US_ASCII));
            file.putNextEntry(new ZipEntry("INST_1970-01-01_0_86400000_message_" + levels + ".csv"));
            file.write(messages.getBytes(StandardCharsets.US_ASCII));
        }
        return zip;
    }

    private int book(String... arguments) {
        return BookPrinter.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(complaints, true, StandardCharsets.UTF_8));
    }

    private static List<String> lines(ByteArrayOutputStream text) {
        return new ArrayList<>(text.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
