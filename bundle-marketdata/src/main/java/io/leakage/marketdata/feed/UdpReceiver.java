package io.leakage.marketdata.feed;

import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import io.leakage.marketdata.time.WallClock;
import io.leakage.marketdata.wire.LiveSink;
import io.leakage.marketdata.wire.SequencedLines;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A feed over UDP, multicast or unicast, by one line or several, whichever way its messages are packed. A single thread reads lines,
 * answers of request servers and snapshots, and keeps the time. Runs from {@link #open} until {@link #close}; the end of a session does
 * not end it, the next may follow.
 */
public final class UdpReceiver implements Feed {
    private static final Logger LOG = LoggerFactory.getLogger(UdpReceiver.class);
    /** Packets read from one socket before another has its turn. */
    private static final int TURN = 256;

    private final String feed;
    private final UdpFraming framing;
    private final LiveSettings settings;
    private final LiveSink sink;
    private final FeedLoop loop;
    private final SequencedLines lines;
    private final List<UdpLine> sockets = new ArrayList<>();
    private final RequestSocket requests;
    private final SnapshotServer snapshots;
    private final FeedLog log;
    private final Lag lag;

    private UdpReceiver(String feed, UdpFraming framing, LiveSettings settings, LiveSink sink) throws IOException {
        this.feed = feed;
        this.framing = framing;
        this.settings = settings;
        this.sink = sink;
        this.loop = new FeedLoop(feed);
        this.lines = new SequencedLines(framing.packet(), settings.lines().size(), sink, new Servers(), settings.limits());
        this.lag = new Lag(sink, settings.lagNanos());
        this.log = new FeedLog(feed, lines.resequencer(), lines.silence());
        this.requests = settings.requestServers().isEmpty() ? null : RequestSocket.open(feed, settings.requestServers());
        this.snapshots = settings.snapshotServer() == null ? null
                : new SnapshotServer(feed, loop, settings.snapshotServer(), settings.login(), lines.resequencer());
    }

    /**
     * Binds the sockets, joins the groups and starts to read.
     *
     * @param feed     the feed's name, for messages and the thread
     * @param framing  how the messages are packed; request servers are asked in the manner of MoldUDP64
     * @param settings lines, servers and limits
     * @param sink     takes the messages, on the receiver's thread
     * @return the running receiver
     * @throws IOException when a port is taken or a group cannot be joined; the message names feed, address and port
     */
    public static UdpReceiver open(String feed, UdpFraming framing, LiveSettings settings, LiveSink sink) throws IOException {
        UdpReceiver receiver = new UdpReceiver(feed, framing, settings, sink);
        try {
            receiver.start();
            return receiver;
        } catch (IOException | RuntimeException e) {
            receiver.closeSockets();
            receiver.loop.close();
            throw e;
        }
    }

    private void start() throws IOException {
        for (LineAddress address : settings.lines()) {
            UdpLine socket = UdpLine.open(feed, address, settings.socketBuffer());
            int line = sockets.size();
            sockets.add(socket);
            loop.register(socket.channel(), SelectionKey.OP_READ, key -> read(line, socket));
            LOG.info("feed '{}' receives {} on {}, socket buffer {} bytes", feed, framing.transport(), socket.address(),
                    socket.socketBuffer());
        }
        if (requests != null) {
            loop.register(requests.channel(), SelectionKey.OP_READ, key -> readAnswers());
        }
        loop.start(new Driven());
    }

    private void read(int line, UdpLine socket) throws IOException {
        for (int i = 0; i < TURN; i++) {
            int length = socket.receive();
            if (length < 0) {
                return;
            }
            long heartbeats = lines.line(line).heartbeats();
            String damage = lines.packet(line, socket.bytes(), 0, length, socket.receiveNanos(), System.nanoTime());
            if (damage != null) {
                damaged(line, damage);
            }
            measure(lines.line(line).heartbeats() != heartbeats);
        }
    }

    private void measure(boolean heartbeat) {
        if (lag.moved(lines.resequencer().counts())) {
            lag.told(sink.venueNanos(), WallClock.epochNanos());
        } else if (heartbeat && !lines.resequencer().hasHole()) {
            lag.caughtUp();
        }
    }

    /** Counts that double are told, so that a bad line cannot fill the log. */
    private void damaged(int line, String damage) {
        long count = lines.line(line).damaged();
        if (Long.bitCount(count) == 1) {
            LOG.warn("feed '{}' dropped a packet of line {} that is not whole: {} ({} so far)", feed, settings.lines().get(line), damage,
                    count);
        }
    }

    private void readAnswers() throws IOException {
        int turn = 0;
        while (turn < TURN && requests.answer(lines)) {
            turn++;
        }
    }

    /**
     * Gives the port of a line.
     *
     * @param line from 0
     * @return the UDP port it listens on
     */
    public int port(int line) {
        return sockets.get(line).address().port();
    }

    /** {@return what came and what did not; counters of another thread, seen late} */
    public SequencedLines lines() {
        return lines;
    }

    @Override
    public FeedState state() {
        List<LineState> states = new ArrayList<>();
        for (int i = 0; i < sockets.size(); i++) {
            states.add(LiveState.line(sockets.get(i).address().toString(), lines.line(i), settings.limits().silenceNanos()));
        }
        return new LiveState(feed, framing.transport(), lines.resequencer(), lines.silence(), lag)
                .of("", lines.session(), states);
    }

    /** Leaves the groups, closes the sockets and waits for the thread to end. */
    @Override
    public void close() throws IOException {
        loop.close();
        LOG.info("feed '{}' closed: {}", feed, state());
    }

    private void closeSockets() throws IOException {
        for (Closeable socket : sockets) {
            socket.close();
        }
        if (requests != null) {
            requests.close();
        }
        if (snapshots != null) {
            snapshots.close();
        }
    }

    /** What the loop drives. */
    private final class Driven implements FeedLoop.Source {
        @Override
        public void tick(long now) {
            lines.tick(now);
            if (snapshots != null) {
                snapshots.tick(now);
            }
            log.tick(now);
        }

        @Override
        public long wakeNanos() {
            return snapshots == null ? lines.wakeNanos() : Math.min(lines.wakeNanos(), snapshots.wakeNanos());
        }

        @Override
        public void close() throws IOException {
            closeSockets();
        }
    }

    /** Whom the order may ask. */
    private final class Servers extends SnapshotRecourse {
        @Override
        public boolean request(long sequence, int count) {
            if (requests != null) {
                requests.ask(lines, sequence, count);
            }
            return requests != null;
        }

        @Override
        SnapshotServer server() {
            return snapshots;
        }
    }
}
