package io.leakage.marketdata.feed;

import static io.leakage.marketdata.feed.FeedSettings.refused;
import static io.leakage.marketdata.feed.FeedSettings.text;

import io.leakage.marketdata.wire.RecoveryLimits;
import io.leakage.marketdata.wire.SoupLogin;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** A live feed's part of the configuration, checked. */
final class LiveConfig {
    private static final long MILLI = 1_000_000L;
    private static final String SERVER = "address:port, as in 198.51.100.7:26500";
    private static final String LOST = "what all lines lose is lost";

    private final String feed;
    private final FeedConfig config;

    private LiveConfig(String feed, FeedConfig config) {
        this.feed = feed;
        this.config = config;
    }

    static LiveSettings of(String feed, FeedConfig config) {
        return new LiveConfig(feed, config).read();
    }

    private LiveSettings read() {
        within("port", config.port(), 1, 65_535);
        boolean tcp = text(config.transport()).equals("soup-tcp");
        if (text(config.transport()).equals("iex-udp")) {
            nobodyToAsk();
        }
        String snapshot = text(config.snapshot_server());
        return new LiveSettings(tcp ? List.of() : lines(), tcp ? tcpServer() : null, tcp ? List.of() : requestServers(),
                snapshot.isEmpty() ? null : server("snapshot.server", snapshot), login(), limits(),
                within("lag.millis", config.lag_millis(), 1, 600_000) * MILLI,
                (int) within("socket.buffer", config.socket_buffer(), 0, 1 << 30));
    }

    private void nobodyToAsk() {
        if (config.request_servers().length > 0) {
            throw refused(feed, "request.servers", String.join(", ", config.request_servers()), "none with iex-udp: " + LOST);
        }
        if (!text(config.snapshot_server()).isEmpty()) {
            throw refused(feed, "snapshot.server", text(config.snapshot_server()), "none with iex-udp: " + LOST);
        }
    }

    private InetSocketAddress tcpServer() {
        String host = text(config.address());
        try {
            if (!host.isEmpty()) {
                return new InetSocketAddress(InetAddress.getByName(host), config.port());
            }
        } catch (UnknownHostException e) {
            // told below
        }
        throw refused(feed, "address", host, "the server's address, as in 198.51.100.7");
    }

    private List<LineAddress> lines() {
        LocalNetwork here = new LocalNetwork(feed);
        List<LineAddress> lines = new ArrayList<>();
        lines.add(here.line("address", text(config.address()), config.port(), text(config.interface$())));
        for (String line : config.lines()) {
            String[] ends = text(line).split("@", 2);
            int colon = colon("lines", ends[0], "address:port or address:port@interface, as in 233.54.12.111:26477@eth1");
            lines.add(here.line("lines", ends[0].substring(0, colon), port("lines", ends[0], colon),
                    ends.length > 1 ? ends[1] : text(config.interface$())));
        }
        return lines;
    }

    private List<InetSocketAddress> requestServers() {
        List<InetSocketAddress> servers = new ArrayList<>();
        for (String server : config.request_servers()) {
            servers.add(server("request.servers", text(server)));
        }
        return servers;
    }

    private InetSocketAddress server(String field, String value) {
        int colon = colon(field, value, SERVER);
        try {
            return new InetSocketAddress(InetAddress.getByName(value.substring(0, colon)), port(field, value, colon));
        } catch (UnknownHostException e) {
            throw refused(feed, field, value, SERVER);
        }
    }

    private int colon(String field, String value, String expected) {
        int colon = value.lastIndexOf(':');
        if (colon < 1) {
            throw refused(feed, field, value, expected);
        }
        return colon;
    }

    private int port(String field, String value, int colon) {
        String port = value.substring(colon + 1);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw refused(feed, field, value, "behind the colon a port, 1 to 65535");
        }
        return Integer.parseInt(port);
    }

    private SoupLogin login() {
        try {
            return new SoupLogin(text(config.user()), text(config.password()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("leakage.market.feed '" + feed + "': " + e.getMessage(), e);
        }
    }

    private RecoveryLimits limits() {
        int held = (int) within("held.messages", config.held_messages(), 1, 1 << 24);
        int power = held == 1 ? 1 : Integer.highestOneBit(held - 1) << 1;
        return new RecoveryLimits(within("reorder.millis", config.reorder_millis(), 0, 10_000) * MILLI,
                within("request.millis", config.request_millis(), 1, 60_000) * MILLI,
                (int) within("request.attempts", config.request_attempts(), 1, 100),
                within("hole.millis", config.hole_millis(), 1, 600_000) * MILLI,
                within("request.messages", config.request_messages(), 1, Long.MAX_VALUE),
                within("snapshot.millis", config.snapshot_millis(), 1, 600_000) * MILLI,
                (int) within("snapshot.attempts", config.snapshot_attempts(), 1, 100), RecoveryLimits.DEFAULT.retryNanos(), power,
                within("silence.millis", config.silence_millis(), 1, 600_000) * MILLI);
    }

    private long within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw refused(feed, field, value, most == Long.MAX_VALUE ? least + " or more" : least + " to " + most);
        }
        return value;
    }
}
