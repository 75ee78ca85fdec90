package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.Little;
import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.tape.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedFormatTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "itch/aapl-20200130-premarket-10k.itch50, ITCH50", "itch/simulated-20101224.itch50, ITCH50", "iex/TOPS16.pcapng.gz, IEX_TOPS",
        "pcap/nasdaq-itch50/Multiple.Packets.pcap, MOLD_PCAP", "lobster/LOBSTER_SampleFile_GOOG_2012-06-21_1.zip, LOBSTER",
        "dbn/test_data.mbo.v1.dbn.zst, DBN", "dbn/test_data.definition.v3.dbn.zst, DBN"})
    void theFirstBytesTell(String name, FeedFormat format) throws IOException {
        Path copy = Files.copy(RealData.path(name), folder.resolve("nameless"));

        assertEquals(format, FeedFormat.of(copy));
    }

    @Test
    void aNameTellsOfItchOnly() throws IOException {
        assertEquals(FeedFormat.ITCH50, FeedFormat.of(Files.createFile(folder.resolve("S013020-v50.txt.NASDAQ_ITCH50.gz"))));
        assertEquals(FeedFormat.ITCH50, FeedFormat.of(Files.createFile(folder.resolve("day.itch"))));
        assertNull(FeedFormat.of(Files.createFile(folder.resolve("day.dbn"))));
        assertNull(FeedFormat.of(Files.writeString(folder.resolve("letter.txt"), "Dear reader,\n")));
        assertNull(FeedFormat.of(Files.write(folder.resolve("other.zip"), Wire.hex("504B0304 00000000"))));
    }

    @Test
    void messagesBehindNoLengthAndPackedOnesAreItchToo() throws IOException {
        byte[] add = Wire.add(1, 1, 42, 'B', 500, "INST", 10_000);
        assertEquals(FeedFormat.ITCH50, FeedFormat.of(Files.write(folder.resolve("a"), Wire.zeroPrefixed(add, Wire.delete(1, 2, 42)))));
        Path packed = folder.resolve("b");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Wire.prefixed(add, Wire.delete(1, 2, 42)));
        }
        assertEquals(FeedFormat.ITCH50, FeedFormat.of(packed));
        assertEquals(FeedFormat.DBN, FeedFormat.of(Files.write(folder.resolve("c"), Little.dbnHead())));
    }

    @Test
    void everyFormatHasANameThatFindsIt() {
        for (FeedFormat format : FeedFormat.values()) {
            assertEquals(format, FeedFormat.named(format.code()));
            assertTrue(FeedFormat.help("  ").contains("  " + format.code() + " "));
        }
        assertNull(FeedFormat.named("itch41"));
        assertEquals("itch50, mold-pcap, iex-deep, iex-tops, dbn, lobster", FeedFormat.codes());
    }

    @ParameterizedTest(name = "{0}: {1} messages")
    @CsvSource({
        "itch/aapl-20200130-premarket-10k.itch50, 10000", "itch/simulated-20101224.itch50, 12012",
        "pcap/nasdaq-itch50/Multiple.Packets.pcap, 39", "pcap/nasdaq-itch50/OrderDelete.pcap, 5"})
    void whatWasFoundPlays(String name, long messages) throws IOException {
        Path file = RealData.path(name);
        List<String> problems = new ArrayList<>();
        try (RecordedFeed feed = FeedFormat.of(file).open(file, VenueDay.undated(), new CountingInlet(), problems::add)) {
            while (feed.next()) {
                continue;
            }
            assertEquals(messages, feed.messages());
            assertEquals(List.of(), problems);
        }
    }
}
