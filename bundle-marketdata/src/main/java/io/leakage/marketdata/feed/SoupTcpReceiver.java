package io.leakage.marketdata.feed;

import io.leakage.api.health.FeedState;
import io.leakage.marketdata.time.WallClock;
import io.leakage.marketdata.wire.LiveSink;
import io.leakage.marketdata.wire.Resequencer;
import io.leakage.marketdata.wire.Silence;
import io.leakage.marketdata.wire.SoupLine;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A feed over SoupBinTCP 3: logs in, and after a broken connection logs in again and asks for the next message. A single thread reads, says
 * that we live, and takes snapshots when the server cannot give all that was missed. Runs from {@link #open} until {@link #close}.
 */
public final class SoupTcpReceiver implements Feed {
    private static final Logger LOG = LoggerFactory.getLogger(SoupTcpReceiver.class);
    private static final long SERVER_SILENCE_NANOS = 15_000_000_000L;
    private static final long PAUSE_NANOS = 500_000_000L;
    private static final long REFUSED_PAUSE_NANOS = 10_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;

    private final String feed;
    private final LiveSettings settings;
    private final LiveSink sink;
    private final FeedLoop loop;
    private final Resequencer resequencer;
    private final SoupLine line;
    private final SoupConnection connection;
    private final SnapshotServer snapshots;
    private final FeedLog log;
    private final Lag lag;
    private long openAt = Long.MIN_VALUE;
    private boolean heard;
    private volatile String trouble = "";

    private SoupTcpReceiver(String feed, LiveSettings settings, LiveSink sink) throws IOException {
        this.feed = feed;
        this.settings = settings;
        this.sink = sink;
        this.loop = new FeedLoop(feed);
        this.resequencer = new Resequencer(sink, new Servers(), settings.limits());
        this.line = new SoupLine(resequencer, new Silence(sink, settings.limits().silenceNanos()));
        this.lag = new Lag(sink, settings.lagNanos());
        this.log = new FeedLog(feed, resequencer, line.silence());
        this.connection = new SoupConnection(loop, settings.server(), settings.login(), SERVER_SILENCE_NANOS, line, this::received);
        this.snapshots = settings.snapshotServer() == null ? null
                : new SnapshotServer(feed, loop, settings.snapshotServer(), settings.login(), resequencer);
    }

    /**
     * Starts to connect, and goes on trying.
     *
     * @param feed     the feed's name, for messages and the thread
     * @param settings server, login and limits
     * @param sink     takes the messages, on the receiver's thread
     * @return the running receiver
     * @throws IOException when the machine has no selector left
     */
    public static SoupTcpReceiver open(String feed, LiveSettings settings, LiveSink sink) throws IOException {
        SoupTcpReceiver receiver = new SoupTcpReceiver(feed, settings, sink);
        receiver.loop.start(receiver.new Driven());
        return receiver;
    }

    private void received(long now) {
        line.at(WallClock.epochNanos(), now);
        heard = true;
    }

    /** Behind what was read: bytes without a message say that the server has no more. */
    private void measure() {
        if (lag.moved(resequencer.counts())) {
            lag.told(sink.venueNanos(), WallClock.epochNanos());
        } else if (heard && !resequencer.hasHole()) {
            lag.caughtUp();
        }
        heard = false;
    }

    private void tick(long now) {
        measure();
        line.tick(now);
        connection.tick(now);
        if (connection.isOpen()) {
            look();
        } else if (openAt == NEVER) {
            missed(now);
        } else if (now >= openAt) {
            openAt = NEVER;
            line.connecting();
            connection.open(line.session(), line.wanted(), now);
        }
    }

    private void look() {
        if (connection.isLoggedIn() && !trouble.isEmpty()) {
            trouble = "";
            LOG.info("feed '{}' is logged in at {}, session {}, next is {}", feed, connection.place(), line.session(), line.wanted());
        }
        if (line.refusal() != null) {
            connection.close();
        }
    }

    private void missed(long now) {
        String why = line.refusal() == null ? connection.trouble() : connection.place() + ": " + line.refusal();
        openAt = now + (line.refusal() == null && !resequencer.isEnded() ? PAUSE_NANOS : REFUSED_PAUSE_NANOS);
        if (!trouble.equals(why)) {
            trouble = why;
            LOG.warn("feed '{}' has no connection: {}; it goes on trying", feed, why);
        }
    }

    @Override
    public FeedState state() {
        boolean down = !trouble.isEmpty() && !resequencer.isEnded();
        return new LiveState(feed, "soup-tcp", resequencer, line.silence(), lag).of(down ? trouble : "", line.session(),
                List.of(LiveState.line(connection.place(), line.counts(), settings.limits().silenceNanos())));
    }

    /** Logs out and waits for the thread to end. */
    @Override
    public void close() throws IOException {
        loop.close();
        LOG.info("feed '{}' closed: {}", feed, state());
    }

    /** What the loop drives. */
    private final class Driven implements FeedLoop.Source {
        @Override
        public void tick(long now) {
            SoupTcpReceiver.this.tick(now);
            if (snapshots != null) {
                snapshots.tick(now);
            }
            log.tick(now);
        }

        @Override
        public long wakeNanos() {
            long server = connection.isOpen() ? connection.wakeNanos() : openAt == NEVER ? 0 : openAt;
            long own = Math.min(line.wakeNanos(), server);
            return snapshots == null ? own : Math.min(own, snapshots.wakeNanos());
        }

        @Override
        public void close() {
            connection.logout(System.nanoTime());
            if (snapshots != null) {
                snapshots.close();
            }
        }
    }

    /** Whom the resequencer may ask: what a TCP server does not repeat by itself, only a snapshot makes up for. */
    private final class Servers extends SnapshotRecourse {
        @Override
        SnapshotServer server() {
            return snapshots;
        }
    }
}
