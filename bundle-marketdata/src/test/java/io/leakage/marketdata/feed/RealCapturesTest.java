package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Deaf;
import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.wire.Endpoint;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.marketdata.wire.Itch50Decoder;
import io.leakage.marketdata.wire.Itch50Listener;
import io.leakage.marketdata.wire.MessageSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets that Nasdaq and BX really sent, one message type a file. */
class RealCapturesTest {
    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest(name = "{0}/{1}: {2} × {3}")
    @CsvSource({
        "bx, AddOrderMpidAttributionMessage, 5, addedBy", "bx, AddOrderNoMpidAttributionMessage, 5, added",
        "bx, NonCrossTradeMessage, 5, traded", "bx, OrderCancelMessage, 5, cancelled", "bx, OrderDeleteMessage, 5, deleted",
        "bx, OrderExecutedMessage, 5, executed", "bx, OrderExecutedWithPriceMessage, 5, executedAt", "bx, OrderReplaceMessage, 5, replaced",
        "bx, RegShoShortSalePriceTestRestrictedIndicatorMessage, 5, regSho", "bx, RetailInterestMessage, 5, retailInterest",
        "bx, StockTradingActionMessage, 5, tradingAction", "bx, SystemEventMessage, 1, systemEvent",
        "nasdaq, AddOrderNoMPID, 5, added", "nasdaq, AddOrderNoMpidAttributionMessage, 1, added", "nasdaq, AddOrderWithMPID, 5, addedBy",
        "nasdaq, CrossTrade, 5, crossed", "nasdaq, LULDAuctionCollar, 5, auctionCollar",
        "nasdaq, MarketParticipantPosition, 5, participantPosition", "nasdaq, MarketParticipantPositionMessage, 1, participantPosition",
        "nasdaq, NetOrderImbalanceIndicator, 5, imbalance", "nasdaq, NetOrderImbalanceIndicatorMessage, 1, imbalance",
        "nasdaq, NonCrossTrade, 5, traded", "nasdaq, OrderCancel, 5, cancelled", "nasdaq, OrderDelete, 5, deleted",
        "nasdaq, OrderDeleteMessage, 1, deleted", "nasdaq, OrderExecuted, 5, executed", "nasdaq, OrderExecutedMessage, 1, executed",
        "nasdaq, OrderExecutedWithPrice, 5, executedAt", "nasdaq, OrderReplace, 5, replaced", "nasdaq, OrderReplaceMessage, 1, replaced",
        "nasdaq, RegSHORestriction, 5, regSho", "nasdaq, StockTradingAction, 5, tradingAction",
        "nasdaq, StockTradingActionMessage, 1, tradingAction", "nasdaq, SystemEvent, 1, systemEvent"})
    void aCaptureHoldsWhatItsNameSays(String venue, String name, int count, String call) throws IOException {
        List<String> heard = decode(RealData.path("pcap/" + venue + "-itch50/" + name + ".pcap"));

        assertEquals(count, heard.size());
        assertTrue(heard.stream().allMatch(line -> line.startsWith(call + "(")), heard::toString);
    }

    @Test
    void aPacketOfManyMessagesIsReadToItsEnd() throws IOException {
        List<String> heard = decode(RealData.path("pcap/nasdaq-itch50/Multiple.Packets.pcap"));

        assertEquals(1, heard.stream().filter(line -> line.startsWith("deleted(")).count());
        assertEquals(36, heard.stream().filter(line -> line.startsWith("added(")).count());
        assertEquals(2, heard.stream().filter(line -> line.startsWith("addedBy(")).count());
    }

    @Test
    void noCaptureIsLeftOut() throws IOException {
        try (Stream<Path> bx = Files.list(RealData.path("pcap/bx-itch50"));
                Stream<Path> nasdaq = Files.list(RealData.path("pcap/nasdaq-itch50"))) {
            assertEquals(12 + 22 + 1, bx.count() + nasdaq.count());
        }
    }

    @Test
    void everyPacketHasTheTimeItsCaptureGaveIt() throws IOException {
        List<Long> times = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(RealData.path("pcap/nasdaq-itch50/Multiple.Packets.pcap"), problems::add)) {
            capture.readAll(frame -> times.add(frame.receiveNanos()));
        }

        assertEquals(List.of(1_692_711_000_007_661_955L, 1_692_711_038_952_561_782L), times);   // 2023-08-22, 13:30 UTC and 38 s later
        assertEquals(List.of(), problems);
    }

    @Test
    void aCaptureWithItsNumbersShowsWhatWasNotCaptured() throws IOException {
        Recording heard = new Recording();
        try (MoldUdp64Capture capture = MoldUdp64Capture.open(RealData.path("pcap/nasdaq-itch50/Multiple.Packets.pcap"), problems::add)) {
            capture.readAll(heard.of(MessageSink.class));

            assertEquals("233.54.12.111:26477", capture.line().toString());
            assertEquals(2, capture.stream().packets());
            assertEquals(1 + 38, capture.stream().messages());
            assertEquals(14_764_496 - 1 + 19_009_117 - 14_764_497, capture.stream().lost());
            assertEquals(0, capture.unnumbered());
        }
        assertEquals("packet(1692711000007661955)", heard.lines().get(0));
        assertEquals("gap(1, 14764496)", heard.lines().get(1));
        assertEquals("ended(19009155)", heard.lines().get(heard.lines().size() - 1));   // 19,009,117 + 38
    }

    @Test
    void anIexDayIsReadPacketByPacketWhateverItsNameSays() throws IOException {
        long[] bytes = new long[1];
        Set<Endpoint> lines = new HashSet<>();
        try (CaptureFile capture = CaptureFile.open(RealData.path("iex/TOPS16.pcapng.gz"), problems::add)) {   // it is a pcap
            capture.readAll(frame -> {
                bytes[0] += frame.payloadLength();
                lines.add(frame.destination());
            });

            assertEquals(13_022, capture.packets(FrameKind.UDP));
            assertEquals(13_022, capture.packets());
        }
        assertEquals(3_289_628 - 24 - 13_022 * (16 + 14 + 20 + 8), bytes[0]);   // file less headers: file, record, Ethernet, IP, UDP
        assertEquals(Set.of(Endpoint.of(0xE04300C7, 16_642)), lines);   // hexadecimal address, and 0x4102
        assertEquals(List.of(), problems);
    }

    private List<String> decode(Path path) throws IOException {
        Recording heard = new Recording();
        Itch50Decoder decoder = new Itch50Decoder(heard.of(Itch50Listener.class));
        MessageSink sink = new Deaf() {
            @Override
            public boolean message(long sequence, byte[] buffer, int offset, int length) {
                return decoder.decode(buffer, offset, length);
            }
        };
        try (MoldUdp64Capture capture = MoldUdp64Capture.open(path, problems::add)) {
            capture.readAll(sink);
            assertEquals(0, capture.stream().unread());
            assertEquals(0, capture.stream().damaged());
        }
        assertEquals(List.of(), problems);
        return heard.lines();
    }
}
