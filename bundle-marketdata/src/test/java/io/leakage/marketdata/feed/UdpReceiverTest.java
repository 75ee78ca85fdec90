package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.tape.Wire;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real sockets on loopback. */
class UdpReceiverTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final byte[] ADD = Wire.add(1, 34_200_000_000_000L, 42, 'B', 500, "INST", 999_800);
    private static final byte[] DELETE = Wire.delete(1, 34_200_000_000_001L, 42);

    private final Recording heard = new Recording();
    private final ItchToInlet itch = new ItchToInlet(heard.inlet(),
            VenueDay.of(LocalDate.parse("2020-01-30"), ZoneId.of("America/New_York")));

    @Test
    void unicastArrivesInOrderWithGapsAndTheEndTold() throws Exception {
        try (UdpReceiver receiver = UdpReceiver.open("unicast", UdpFraming.MOLD, LiveSettings.of(new LineAddress(LOOPBACK, 0, null)), itch);
                DatagramChannel line = DatagramChannel.open()) {
            InetSocketAddress to = new InetSocketAddress(LOOPBACK, receiver.port(0));
            line.send(ByteBuffer.wrap(Wire.mold("S", 1, ADD)), to);
            line.send(ByteBuffer.wrap(Wire.mold("S", 1, ADD)), to);
            line.send(ByteBuffer.wrap(new byte[] {1, 2, 3}), to);
            line.send(ByteBuffer.wrap(Wire.mold("S", 3, DELETE)), to);
            line.send(ByteBuffer.wrap(Wire.mold("S", 4, 0xFFFF, new byte[0])), to);

            List<String> calls = heard.until("ended(").stream().filter(line1 -> !line1.startsWith("packet(")).toList();

            // half past nine in New York on that day is 1 580 394 600 s
            assertEquals(List.of("listed(0, 1, 1580394600000000000)", "added(0, 1, 1580394600000000000, 42, BUY, 500, 9998000000)",
                    "gap(2, 3)", "deleted(0, 3, 1580394600000000001, 42)", "ended(4)"), calls);
            assertEquals(1, receiver.lines().line(0).duplicates());
            assertEquals(1, receiver.lines().line(0).damaged());
        }
        assertFalse(threads().contains("leakage-feed-unicast"));
    }

    @Test
    void everyPacketIsStampedWhenItCame() throws Exception {
        try (UdpReceiver receiver = UdpReceiver.open("stamp", UdpFraming.MOLD, LiveSettings.of(new LineAddress(LOOPBACK, 0, null)), itch);
                DatagramChannel line = DatagramChannel.open()) {
            long before = System.currentTimeMillis();
            line.send(ByteBuffer.wrap(Wire.mold("S", 1, ADD)), new InetSocketAddress(LOOPBACK, receiver.port(0)));

            String packet = heard.until("packet(").get(0);

            long millis = Long.parseLong(packet.substring(7, packet.length() - 1)) / 1_000_000;
            assertTrue(before <= millis && millis <= System.currentTimeMillis(), packet);
        }
    }

    @Test
    void multicastArrivesOnTheInterfaceThatJoined() throws Exception {
        NetworkInterface network = NetworkInterface.getByInetAddress(LOOPBACK);
        InetAddress group = InetAddress.getByName("239.255.26.40");
        try (UdpReceiver receiver = multicast(group, network);
                DatagramChannel line = DatagramChannel.open(StandardProtocolFamily.INET)) {
            line.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
            line.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
            send(line, new InetSocketAddress(group, receiver.port(0)));

            List<String> calls = heard.until("ended(");

            assertTrue(calls.contains("added(0, 1, 1580394600000000000, 42, BUY, 500, 9998000000)"), calls::toString);
            assertTrue(calls.contains("ended(2)"), calls::toString);
        }
    }

    @Test
    void aPortInUseNamesFeedAddressAndPort() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
            IOException refused = assertThrows(IOException.class,
                    () -> UdpReceiver.open("nasdaq", UdpFraming.MOLD,
                            LiveSettings.of(new LineAddress(LOOPBACK, taken.getLocalPort(), null)), itch).close());

            String expected = "feed 'nasdaq' cannot receive on 127.0.0.1:" + taken.getLocalPort() + ": Address already in use";
            assertTrue(refused.getMessage().startsWith(expected), refused.getMessage());
        }
    }

    private UdpReceiver multicast(InetAddress group, NetworkInterface network) {
        try {
            return UdpReceiver.open("multicast", UdpFraming.MOLD, LiveSettings.of(new LineAddress(group, 0, network)), itch);
        } catch (IOException e) {
            return Assumptions.abort("this machine does not permit multicast on loopback: " + e.getMessage());
        }
    }

    private static void send(DatagramChannel line, InetSocketAddress to) {
        try {
            line.send(ByteBuffer.wrap(Wire.mold("S", 1, ADD)), to);
            line.send(ByteBuffer.wrap(Wire.mold("S", 2, 0xFFFF, new byte[0])), to);
        } catch (IOException e) {
            Assumptions.abort("this machine does not permit multicast on loopback: " + e.getMessage());
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
