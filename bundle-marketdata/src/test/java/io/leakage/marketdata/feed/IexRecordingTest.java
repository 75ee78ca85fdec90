package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.MarketInlet;
import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.wire.IexTpSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture that IEX published, of TOPS 1.6 on 2017-07-10. */
class IexRecordingTest {
    private final List<String> problems = new ArrayList<>();

    @Test
    void theCaptureHolds57674MessagesWithoutAGap() throws IOException {
        try (IexRecording feed = open(RealData.path("iex/TOPS16.pcapng.gz"), new CountingInlet())) {
            while (feed.next()) {
                continue;
            }
            assertEquals(57_674, feed.messages());
            assertEquals(57_674, feed.stream().messages());
            assertEquals(0, feed.stream().lost());
            assertEquals(0, feed.stream().damaged());
            assertEquals(0, feed.problems());
            assertEquals(List.of(), feed.doubts());
            assertEquals(List.of(), problems);
        }
    }

    @Test
    void itsFirstMessagesAreReadAsTheyStand() throws IOException {
        Recording heard = new Recording();
        try (IexRecording feed = open(RealData.path("iex/TOPS16.pcapng.gz"), heard.inlet())) {
            for (int i = 0; i < 4; i++) {
                assertTrue(feed.next());
            }
            assertTrue(feed.isDated());
        }
        List<String> told = heard.lines().stream().filter(line -> !line.startsWith("packet(")).toList();
        // 2017-07-10 14:32:35.788781087 UTC, the start of messages; then of one symbol: short-sale test, trading, no operational halt
        assertEquals(List.of("session(1, 1499697155788781087, O)", "listed(0, 2, 1499697155788781087)",
                "passed(0, 2, 1499697155788781087)", "tradingState(0, 3, 1499697155788781087, TRADING)",
                "tradingState(0, 4, 1499697155788781087, TRADING)"), told);
    }

    @Test
    void aCaptureCutShortIsReadUpToTheTear(@TempDir Path folder) throws IOException {
        byte[] whole;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(RealData.path("iex/TOPS16.pcapng.gz")))) {
            whole = in.readAllBytes();
        }
        Path torn = Files.write(folder.resolve("torn.pcap"), Arrays.copyOf(whole, whole.length / 2 + 5));
        try (IexRecording feed = open(torn, new CountingInlet())) {
            while (feed.next()) {
                continue;
            }
            assertTrue(feed.messages() > 20_000 && feed.messages() < 57_674, () -> feed.messages() + " messages");
            assertEquals(1, feed.problems());
            assertTrue(problems.get(0).startsWith(torn + ", byte ") && problems.get(0).contains("the file ends after "),
                    problems::toString);
        }
    }

    private IexRecording open(Path path, MarketInlet inlet) throws IOException {
        return IexRecording.open(path, IexTpSegment.TOPS, inlet, problems::add);
    }
}
