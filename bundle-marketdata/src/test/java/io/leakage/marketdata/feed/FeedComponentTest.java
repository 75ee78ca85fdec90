package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.ReferenceInlet;
import io.leakage.api.event.SwitchInlet;
import io.leakage.api.event.WhenFull;
import io.leakage.marketdata.tape.Little;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.tape.Wire;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedComponentTest {
    private final Recording heard = new Recording();
    private final List<String> opened = new ArrayList<>();
    private final Inlets inlets = new Inlets() {
        @Override
        public MarketInlet market(String feed, WhenFull whenFull) {
            opened.add(feed + " " + whenFull);
            return heard.inlet();
        }

        @Override
        public OrderInlet orders(String source) {
            throw new UnsupportedOperationException("a feed has no orders");
        }

        @Override
        public SwitchInlet switches() {
            throw new UnsupportedOperationException("no feed decides about switches");
        }

        @Override
        public ReferenceInlet reference() {
            throw new UnsupportedOperationException("no feed tells reference data");
        }

        @Override
        public DeskInlet desk() {
            throw new UnsupportedOperationException("a feed is no desk");
        }
    };

    @Test
    void aRecordingIsReadAndWaitsForRoom(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("day.itch50"), Wire.prefixed(Wire.add(1, 7, 42, 'S', 5, "INST", 10_000)));
        FeedComponent component = new FeedComponent(inlets, Configurations.of(
                Map.of("name", "day", "transport", "file", "file", file.toString(), "date", "1970-01-01", "zone", "UTC")));

        assertEquals(List.of("packet(-9223372036854775808)", "listed(0, 1, 7)", "added(0, 1, 7, 42, SELL, 5, 100000000)", "ended(2)"),
                heard.until("ended("));
        assertEquals(List.of("day WAIT"), opened);
        component.close();
    }

    @Test
    void aPortInUseLeavesTheComponentWaitingForABetterOne() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            new FeedComponent(inlets, Configurations.of(Map.of("name", "nasdaq", "port", taken.getLocalPort()))).close();
        }
        int free = freePort();
        FeedComponent component = new FeedComponent(inlets, Configurations.of(Map.of("name", "nasdaq", "port", free)));
        try (DatagramChannel line = DatagramChannel.open()) {
            InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), free);
            line.send(ByteBuffer.wrap(Wire.mold("S", 1, 0xFFFF, new byte[0])), to);

            assertTrue(heard.until("ended(").contains("ended(1)"));
        }
        assertEquals(List.of("nasdaq DROP", "nasdaq DROP"), opened);
        component.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"iex-deep, 32772", "iex-tops, 32771"})
    void iexComesOverUdp(String format, int protocol) throws Exception {
        int free = freePort();
        FeedComponent component = new FeedComponent(inlets, Configurations.of(
                Map.of("name", "iex", "transport", "iex-udp", "format", format, "port", free)));
        try (DatagramChannel line = DatagramChannel.open()) {
            byte[] segment = Little.segment(protocol, 5, 1, Little.trade(0, 6, "ONE", 50, 10_000, 9));
            line.send(ByteBuffer.wrap(segment), new InetSocketAddress(InetAddress.getLoopbackAddress(), free));

            assertTrue(heard.until("traded(").contains("traded(0, 1, 6, null, 50, 100000000, 9)"), () -> heard.lines().toString());
            assertEquals("iex-udp", component.state().transport());
        }
        assertEquals(List.of("iex DROP"), opened);
        component.close();
    }

    @Test
    void aConfigurationThatMakesNoSenseIsRefused() {
        FeedConfig config = Configurations.of(Map.of("name", "x", "format", "csv"));

        assertThrows(IllegalArgumentException.class, () -> new FeedComponent(inlets, config));
        assertEquals(List.of(), opened);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }
}
