package io.leakage.marketdata.feed;

import io.leakage.marketdata.time.WallClock;
import io.leakage.marketdata.wire.Resequencer;
import io.leakage.marketdata.wire.SnapshotListener;
import io.leakage.marketdata.wire.SoupLogin;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes snapshots when asked, one connection each; after a failure it waits a little, to overrun no server. On the feed's thread. */
final class SnapshotServer {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotServer.class);
    private static final long PAUSE_NANOS = 200_000_000L;
    private static final long SILENCE_NANOS = 15_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;

    private final String feed;
    private final Resequencer resequencer;
    private final SnapshotListener listener;
    private final SoupConnection connection;
    private boolean wanted;
    private boolean failed;
    private long openAt = NEVER;

    SnapshotServer(String feed, FeedLoop loop, InetSocketAddress server, SoupLogin login, Resequencer resequencer) {
        this.feed = feed;
        this.resequencer = resequencer;
        this.listener = new SnapshotListener(resequencer);
        this.connection = new SoupConnection(loop, server, login, SILENCE_NANOS, listener,
                now -> listener.at(WallClock.epochNanos(), now));
    }

    /** Asked in the middle of reading: the connection is opened anew with the next tick. */
    void want() {
        wanted = true;
        openAt = System.nanoTime() + (failed ? PAUSE_NANOS : 0);
        failed = false;
    }

    void enough() {
        wanted = false;
        openAt = NEVER;
    }

    void tick(long now) {
        if (!wanted) {
            if (connection.isOpen()) {
                connection.logout(now);
            }
        } else if (now >= openAt) {
            openAt = NEVER;
            LOG.info("feed '{}' asks {} for a snapshot", feed, connection.place());
            listener.restart();
            connection.open("", 1, now);
        } else if (openAt == NEVER) {
            connection.tick(now);
            check(now);
        }
    }

    private void check(long now) {
        String trouble = listener.trouble() == null ? connection.trouble() : listener.trouble();
        if (trouble != null) {
            LOG.warn("feed '{}' got no snapshot: {}", feed, trouble);
            connection.close();
            failed = true;
            openAt = NEVER;
            resequencer.snapshotFailed(now);
        }
    }

    long wakeNanos() {
        return openAt != NEVER ? openAt : connection.trouble() != null && wanted ? 0 : connection.wakeNanos();
    }

    void close() {
        connection.close();
    }
}
