package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What reaches us of a session, whatever becomes of it: when something came last, the highest numbers, and what is marked as said before.
 * One thread hears, any thread asks.
 */
final class Hearing {
    /** A test request is answered by then, and there are two more tenths to see that it was not. */
    private static final long TENTHS_SILENT = 22;
    private static final Set<String> SESSION_TYPES = Set.of("0", "1", "2", "3", "4", "5", "A");

    private final SessionCounts counts;
    private volatile long heartbeatNanos;
    private volatile long heardAt = System.nanoTime();
    private volatile long heardNanos = Absent.LONG;
    private volatile long highest;
    private volatile long highestOrder;

    /** Hears in this rhythm until the other side says another. */
    Hearing(long heartbeatNanos, SessionCounts counts) {
        this.heartbeatNanos = heartbeatNanos;
        this.counts = counts;
    }

    /** A message came; {@code expected} is the number of the next one. */
    void heard(String raw, long expected) {
        heardAt = System.nanoTime();
        heardNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        long number = RawFields.number(raw, 34);
        String type = RawFields.text(raw, 35);
        if (RawFields.yes(raw, 97)) {
            counts.possResends.incrementAndGet();
        }
        if (RawFields.yes(raw, 43)) {
            counts.possDups.incrementAndGet();
            counts.duplicates.addAndGet(number < expected && !"4".equals(type) ? 1 : 0);
            return;
        }
        if (!"A".equals(type) || !RawFields.yes(raw, 141)) {
            highest = Math.max(highest, number);
        }
        if (type != null && !SESSION_TYPES.contains(type)) {
            highestOrder = Math.max(highestOrder, number);
        }
    }

    /** {@return whether a raw message is the session's own, no order's} */
    static boolean isSessions(String raw) {
        String type = RawFields.text(raw, 35);
        return type == null || SESSION_TYPES.contains(type);
    }

    /** The numbers go on from here. */
    void numbersFrom(long next) {
        highest = next - 1;
        highestOrder = 0;
    }

    /** The other side sends a heartbeat so often. */
    void heartbeat(long nanos) {
        heartbeatNanos = nanos;
    }

    /** {@return how often it sends one} */
    long heartbeatNanos() {
        return heartbeatNanos;
    }

    /** {@return whether nothing has come for more than two heartbeats} */
    boolean isSilent() {
        return System.nanoTime() - heardAt > heartbeatNanos / 10 * TENTHS_SILENT;
    }

    /** {@return the highest number that came for the first time} */
    long highest() {
        return highest;
    }

    /** {@return the highest such number of a message that is not the session's own} */
    long highestOrder() {
        return highestOrder;
    }

    /** {@return when anything came last, nanoseconds since the epoch; {@code Absent.LONG} before the first} */
    long heardNanos() {
        return heardNanos;
    }

    /** {@return how long ago that is in nanoseconds, {@code Absent.LONG} before the first} */
    long ageNanos() {
        return heardNanos == Absent.LONG ? Absent.LONG : System.nanoTime() - heardAt;
    }
}
