package io.leakage.marketdata.feed;

import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import io.leakage.marketdata.time.WallClock;
import io.leakage.marketdata.wire.LiveSink;
import io.leakage.marketdata.wire.MoldUdp64Lines;
import io.leakage.marketdata.wire.Recourse;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MoldUDP64 feed over UDP, multicast or unicast, by one line or several. A single thread reads lines, answers of request servers and
 * snapshots, and keeps the time. Runs from {@link #open} until {@link #close}; the end of a session does not end it, the next may follow.
 */
public final class MoldUdp64Receiver implements Feed {
    private static final Logger LOG = LoggerFactory.getLogger(MoldUdp64Receiver.class);
    /** Packets read from one socket before another has its turn. */
    private static final int TURN = 256;

    private final String feed;
    private final LiveSettings settings;
    private final LiveSink sink;
    private final FeedLoop loop;
    private final MoldUdp64Lines lines;
    private final List<UdpLine> sockets = new ArrayList<>();
    private final RequestSocket requests;
    private final SnapshotServer snapshots;
    private final FeedLog log;
    private final Lag lag = new Lag();

    private MoldUdp64Receiver(String feed, LiveSettings settings, LiveSink sink) throws IOException {
        this.feed = feed;
        this.settings = settings;
        this.sink = sink;
        this.loop = new FeedLoop(feed);
        this.lines = new MoldUdp64Lines(settings.lines().size(), sink, new Servers(), settings.limits());
        this.log = new FeedLog(feed, lines.order(), lines.silence());
        this.requests = settings.requestServers().isEmpty() ? null : RequestSocket.open(feed, settings.requestServers());
        this.snapshots = settings.snapshotServer() == null ? null
                : new SnapshotServer(feed, loop, settings.snapshotServer(), settings.login(), lines.order());
    }

    /**
     * Binds the sockets, joins the groups and starts to read.
     *
     * @param feed     the feed's name, for messages and the thread
     * @param settings lines, servers and limits
     * @param sink     takes the messages, on the receiver's thread
     * @return the running receiver
     * @throws IOException when a port is taken or a group cannot be joined; the message names feed, address and port
     */
    public static MoldUdp64Receiver open(String feed, LiveSettings settings, LiveSink sink) throws IOException {
        MoldUdp64Receiver receiver = new MoldUdp64Receiver(feed, settings, sink);
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
            UdpLine socket = UdpLine.open(feed, address);
            int line = sockets.size();
            sockets.add(socket);
            loop.register(socket.channel(), SelectionKey.OP_READ, key -> read(line, socket));
            LOG.info("feed '{}' receives MoldUDP64 on {}, socket buffer {} bytes", feed, socket.address(), socket.socketBuffer());
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
            long messages = lines.order().counts().messages();
            String damage = lines.packet(line, socket.bytes(), 0, length, socket.receiveNanos(), System.nanoTime());
            if (damage != null) {
                damaged(line, damage);
            }
            if (lines.order().counts().messages() != messages) {
                lag.told(sink.venueNanos(), WallClock.epochNanos());
            }
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
    public MoldUdp64Lines lines() {
        return lines;
    }

    @Override
    public FeedState state() {
        List<LineState> states = new ArrayList<>();
        for (int i = 0; i < sockets.size(); i++) {
            states.add(LiveState.line(sockets.get(i).address().toString(), lines.line(i), settings.limits().silenceNanos()));
        }
        return new LiveState(feed, "mold-udp", lines.order(), lines.silence(), lag).of("", lines.session(), states);
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
    private final class Servers implements Recourse {
        @Override
        public boolean request(long sequence, int count) {
            if (requests != null) {
                requests.ask(lines, sequence, count);
            }
            return requests != null;
        }

        @Override
        public boolean snapshot() {
            if (snapshots != null) {
                snapshots.want();
            }
            return snapshots != null;
        }

        @Override
        public void enough() {
            if (snapshots != null) {
                snapshots.enough();
            }
        }
    }
}
