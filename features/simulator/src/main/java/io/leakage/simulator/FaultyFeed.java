package io.leakage.simulator;

import io.leakage.marketdata.wire.LiveSink;
import io.leakage.marketdata.wire.MoldUdp64Packet;
import io.leakage.marketdata.wire.Recourse;
import io.leakage.marketdata.wire.RecoveryLimits;
import io.leakage.marketdata.wire.SequencedLines;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A venue's day through a faulty network into the product's own lines, with a request server and a snapshot server beside them, all in one
 * thread and in virtual time: nothing waits, and the same seed gives the same calls.
 * <pre>  FaultyFeed feed = new FaultyFeed(day.market(), Faults.NONE.loss(0.01, 0.001), 7, RecoveryLimits.DEFAULT, midnight, sink);
 *  feed.until(nanos);   // as often as something else happens in between, such as our own orders
 *  feed.finish();</pre>
 * Virtual time is the venue's, nanoseconds since midnight. The venue sends a heartbeat each second in which it says nothing else.
 */
public final class FaultyFeed {
    private static final long MICRO = 1_000L;
    private static final long SECOND = 1_000_000_000L;
    /** Messages at most so far apart share a packet. */
    private static final long SAME_PACKET = 50 * MICRO;
    private static final long ANSWER = 2_000 * MICRO;
    private static final long SNAPSHOT = 200_000 * MICRO;
    private static final long NEVER = Long.MAX_VALUE;
    /** How long the venue says that a session is over. */
    private static final int LAST_WORDS = 30;

    private final Tape market;
    private final Faults faults;
    private final long midnightNanos;
    private final Random answers;
    private final FaultyLine network;
    private final SequencedLines lines;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long scheduled;

    private int next;
    private MoldSession session = new MoldSession("FAULTY-1");
    private boolean failedOver;
    private long sentNanos;
    private long now;
    private Event snapshot;

    /** Something that happens at a time; those of the same time in the order they were scheduled. */
    private record Event(long nanos, long number, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /**
     * A day that has not begun.
     *
     * @param market        what the venue sends, in order
     * @param faults        what goes wrong
     * @param seed          which draws
     * @param limits        how long and how often the lines try to get back what is missing
     * @param midnightNanos nanoseconds since the epoch that the venue's times count from, for the stamps of receipt
     * @param sink          hears what comes through
     */
    public FaultyFeed(Tape market, Faults faults, long seed, RecoveryLimits limits, long midnightNanos, LiveSink sink) {
        this.market = market;
        this.faults = faults;
        this.midnightNanos = midnightNanos;
        this.answers = new Random(~seed);
        this.network = new FaultyLine(faults, seed, (line, nanos, packet) -> at(nanos, () -> receive(line, packet)));
        this.lines = new SequencedLines(new MoldUdp64Packet(), faults.lines(), sink, new Servers(), limits);
        this.sentNanos = market.size() == 0 ? 0 : market.nanos(0);
        this.now = sentNanos;
    }

    /** Lets everything happen up to a time, inclusive; {@code nanos} since midnight. */
    public void until(long nanos) {
        while (true) {
            long send = sendNanos();
            long event = events.isEmpty() ? NEVER : events.peek().nanos();
            long first = Math.min(Math.min(send, event), lines.wakeNanos());
            if (first > nanos) {
                break;
            }
            now = Math.max(now, first);
            if (event == first) {
                events.poll().what().run();
            } else if (send == first) {
                send(send);
            }
            lines.tick(now);
        }
        now = Math.max(now, nanos);
    }

    /** Lets the day go to its end: the rest of the market, and as many words that it is over as a venue says. */
    public void finish() {
        while (next < market.size()) {
            until(sendNanos());
        }
        for (int i = 0; i < LAST_WORDS; i++) {
            network.send(now, session.end());
            until(now + SECOND);
        }
    }

    /** {@return the product's lines, for their counters} */
    public SequencedLines lines() {
        return lines;
    }

    /** {@return when the venue sends next: a packet, or a heartbeat} */
    private long sendNanos() {
        if (next >= market.size()) {
            return NEVER;
        }
        return Math.min(Math.max(sentNanos, market.nanos(next)), sentNanos + SECOND);
    }

    private void send(long nanos) {
        boolean heartbeat = market.nanos(next) > nanos;
        if (!failedOver && faults.sessionChangeNanos() > 0 && nanos >= faults.sessionChangeNanos()) {
            failOver(nanos);
        }
        sentNanos = nanos;
        network.send(nanos, heartbeat ? session.heartbeat() : packet(nanos));
    }

    private byte[] packet(long nanos) {
        while (next < market.size() && market.nanos(next) <= nanos + SAME_PACKET && session.hasRoom()) {
            market.send(next++, session);
        }
        return session.packet();
    }

    /** The other machine knows the books and tells them from the first message on. */
    private void failOver(long nanos) {
        failedOver = true;
        RestingOrders resting = session.resting();
        session = new MoldSession("FAULTY-2");
        resting.send(nanos, (bytes, offset, length) -> {
            if (!session.hasRoom()) {
                network.send(nanos, session.packet());
            }
            session.message(bytes, offset, length);
        });
        if (session.waiting() > 0) {
            network.send(nanos, session.packet());
        }
    }

    private void receive(int line, byte[] packet) {
        lines.packet(line, packet, 0, packet.length, midnightNanos + now, now);
    }

    private Event at(long nanos, Runnable what) {
        Event event = new Event(Math.max(nanos, now), scheduled++, what);
        events.add(event);
        return event;
    }

    private void answer(long sequence, int count) {
        byte[] packet = session.again(sequence, count);
        if (packet != null) {
            lines.answer(packet, 0, packet.length, midnightNanos + now, now);
        }
    }

    private void takeSnapshot() {
        snapshot = null;
        long next = session.next();
        session.resting().send(now, (bytes, offset, length) ->
                lines.resequencer().snapshotMessage(Arrays.copyOfRange(bytes, offset, offset + length), 0, length, midnightNanos + now));
        lines.resequencer().snapshotDone(next, now);
    }

    private final class Servers implements Recourse {
        @Override
        public boolean request(long sequence, int count) {
            if (faults.requestServer() && answers.nextDouble() >= faults.answerLoss()) {
                at(now + ANSWER, () -> answer(sequence, count));
            }
            return faults.requestServer();
        }

        @Override
        public boolean snapshot() {
            enough();
            if (faults.snapshotServer()) {
                snapshot = at(now + SNAPSHOT, FaultyFeed.this::takeSnapshot);
            }
            return faults.snapshotServer();
        }

        @Override
        public void enough() {
            if (snapshot != null) {
                events.remove(snapshot);
                snapshot = null;
            }
        }
    }
}
