package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Capture;
import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.tape.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets that Nasdaq and BX really sent, one message type a file. */
class RealCapturesTest {
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

    private static List<String> decode(Path capture) throws IOException {
        Recording heard = new Recording();
        Itch50Decoder decoder = new Itch50Decoder(heard.of(Itch50Listener.class));
        MoldUdp64Packet packet = new MoldUdp64Packet();
        for (byte[] payload : Capture.payloads(capture)) {
            assertNull(packet.wrap(payload, 0, payload.length));
            int block = packet.firstBlock();
            for (int i = 0; i < packet.count(); i++) {
                assertTrue(decoder.decode(payload, block + 2, packet.lengthAt(block)));
                block = packet.nextBlock(block);
            }
        }
        return heard.lines();
    }
}
