package io.leakage.simulator;

import java.util.PriorityQueue;

/** What is to happen when: the simulated day's only clock. Two things of one instant happen in the order they were written down. */
final class Agenda {
    /** One entry. */
    private record Entry(long nanos, long order, Runnable action) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long now;
    private long written;

    /** {@return the present instant, nanoseconds since the venue's midnight} */
    long now() {
        return now;
    }

    /** Writes an action down; one in the past happens now. */
    void at(long nanos, Runnable action) {
        entries.add(new Entry(Math.max(nanos, now), written++, action));
    }

    /** Writes an action down for so many nanoseconds from now. */
    void after(long nanos, Runnable action) {
        at(now + nanos, action);
    }

    /** Does everything up to and with this instant. */
    void runTo(long nanos) {
        while (step(nanos)) {
            continue;
        }
    }

    /** Does the next thing; {@return false when nothing is left up to and with this instant, which it then is} */
    boolean step(long nanos) {
        if (entries.isEmpty() || entries.peek().nanos() > nanos) {
            now = nanos;
            return false;
        }
        Entry next = entries.poll();
        now = next.nanos();
        next.action().run();
        return true;
    }

    /** {@return when the next thing is to happen, {@code Long.MAX_VALUE} when nothing is} */
    long next() {
        return entries.isEmpty() ? Long.MAX_VALUE : entries.peek().nanos();
    }
}
