package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.RecoveryLimits;
import io.leakage.marketdata.wire.SoupLogin;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where a live feed comes from and whom it asks for what it missed.
 *
 * @param lines          UDP lines of one session, A first; none for TCP
 * @param server         the SoupBinTCP server; null for UDP
 * @param requestServers asked in turn for lost messages; may be none
 * @param snapshotServer asked for a snapshot; null for none
 * @param login          for SoupBinTCP, live and snapshot
 * @param limits         how long and how often it tries
 * @param lagNanos       how far it may be behind before it is called lagged
 * @param socketBuffer   bytes each UDP socket is to hold for us while we are busy; 0 leaves it to the system
 */
public record LiveSettings(List<LineAddress> lines, InetSocketAddress server, List<InetSocketAddress> requestServers,
        InetSocketAddress snapshotServer, SoupLogin login, RecoveryLimits limits, long lagNanos,
        int socketBuffer) {
    /** One second. */
    static final long LAG_NANOS = 1_000_000_000L;
    /** 16 MiB: a third of a second of a whole market's packets; the system may give less. */
    static final int SOCKET_BUFFER = 16 << 20;

    /** Copies the lists. */
    public LiveSettings {
        lines = List.copyOf(lines);
        requestServers = List.copyOf(requestServers);
    }

    /** {@return UDP lines without anybody to ask} */
    public static LiveSettings of(LineAddress... lines) {
        return new LiveSettings(List.of(lines), null, List.of(), null, new SoupLogin("", ""), RecoveryLimits.DEFAULT, LAG_NANOS,
                SOCKET_BUFFER);
    }

    /** {@return a SoupBinTCP server without a snapshot server} */
    public static LiveSettings tcp(InetSocketAddress server, SoupLogin login) {
        return new LiveSettings(List.of(), server, List.of(), null, login, RecoveryLimits.DEFAULT, LAG_NANOS,
                SOCKET_BUFFER);
    }

    /** {@return the same with request servers} */
    public LiveSettings requesting(InetSocketAddress... servers) {
        return new LiveSettings(lines, server, List.of(servers), snapshotServer, login, limits, lagNanos, socketBuffer);
    }

    /** {@return the same with a snapshot server} */
    public LiveSettings snapshots(InetSocketAddress from) {
        return new LiveSettings(lines, server, requestServers, from, login, limits, lagNanos, socketBuffer);
    }

    /** {@return the same with another buffer a socket} */
    public LiveSettings buffering(int bytes) {
        return new LiveSettings(lines, server, requestServers, snapshotServer, login, limits, lagNanos, bytes);
    }

    /** {@return the same with other limits} */
    public LiveSettings within(RecoveryLimits other) {
        return new LiveSettings(lines, server, requestServers, snapshotServer, login, other, lagNanos, socketBuffer);
    }
}
