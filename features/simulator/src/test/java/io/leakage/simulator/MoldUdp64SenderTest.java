package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class MoldUdp64SenderTest {
    @Test
    void everyMessageArrivesOnceInPacketsThatFitAnEthernet() throws Exception {
        try (MoldReceiver receiver = new MoldReceiver(); MoldUdp64Sender sender = new MoldUdp64Sender("20260130", receiver.address())) {
            ItchWriter itch = new ItchWriter(sender);
            for (int i = 1; i <= 100; i++) {
                itch.add(1, i, i, Side.BUY, 100, "INST", 9_998_000_000L);
            }
            sender.heartbeat();
            sender.endOfSession();

            assertNull(receiver.awaitEnd());
            // 36 bytes and 2 of length: (1400 - 20) / 38 = 36 a packet, so 100 need three, then heartbeat and end of session
            assertEquals(5, sender.packets());
            assertEquals(20 + 36 * 38, receiver.largest());
            assertEquals(1, receiver.heartbeats());
            assertEquals(100, receiver.received());
            assertEquals(100, ItchReader.read(receiver.file.toByteArray()).get(99).number(11, 8));
        }
    }

    @Test
    void aMessageLargerThanAPacketIsRefused() throws Exception {
        try (MoldUdp64Sender sender = new MoldUdp64Sender("S", new InetSocketAddress(InetAddress.getLoopbackAddress(), 9))) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> sender.message(new byte[1379], 0, 1379));
            assertTrue(refusal.getMessage().contains("1379"), refusal.getMessage());
        }
    }

    @Test
    void aSessionNameHasTenBytesAtMost() {
        InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        assertThrows(IllegalArgumentException.class, () -> new MoldUdp64Sender("ELEVENBYTES", target));
    }
}
