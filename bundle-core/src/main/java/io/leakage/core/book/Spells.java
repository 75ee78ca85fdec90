package io.leakage.core.book;

import java.util.Arrays;

/**
 * When something held, in event time: spells [from, to) in order, the last one perhaps still open. An instant belongs to a spell from its
 * beginning on, and no longer at its end. Times in nanoseconds. One thread; no allocation but to grow.
 */
public final class Spells {
    /** Begin, end, begin, end …, strictly rising; an odd number means that the last is open. */
    private long[] turns = {};
    private int count;

    /** It holds from now on, if it does not already. A beginning at the end of the last spell, or before, goes on with that one. */
    void begin(long nanos) {
        if (isOpen()) {
            return;
        }
        if (count > 0 && nanos <= turns[count - 1]) {
            count--;
            return;
        }
        if (count == turns.length) {
            turns = Arrays.copyOf(turns, Math.max(4, 2 * count));
        }
        turns[count++] = nanos;
    }

    /** It holds no longer; an open spell that lasted no time never was. */
    void end(long nanos) {
        if (!isOpen()) {
            return;
        }
        if (nanos <= turns[count - 1]) {
            count--;
            return;
        }
        if (count == turns.length) {
            turns = Arrays.copyOf(turns, 2 * count);
        }
        turns[count++] = nanos;
    }

    /** The open spell never was. {@return whether there was one} */
    boolean forget() {
        boolean was = isOpen();
        count -= was ? 1 : 0;
        return was;
    }

    /** Begins or ends. */
    void turn(long nanos, boolean holds) {
        if (holds) {
            begin(nanos);
        } else {
            end(nanos);
        }
    }

    /** {@return whether it never held} */
    public boolean isEmpty() {
        return count == 0;
    }

    /** {@return whether it holds now} */
    public boolean isOpen() {
        return (count & 1) == 1;
    }

    /** {@return whether it held at an instant} */
    public boolean holdsAt(long instant) {
        return count > 0 && (upTo(instant) & 1) == 1;
    }

    /** {@return whether it held at some instant from {@code from} to {@code to}, both included} */
    public boolean meets(long from, long to) {
        if (count == 0) {
            return false;
        }
        int before = upTo(from);
        return (before & 1) == 1 || upTo(to) > before;
    }

    /** {@return when it ends to hold, asked at an instant: that very instant when it does not hold, {@link Long#MAX_VALUE} while open} */
    long until(long instant) {
        int turn = count == 0 ? 0 : upTo(instant);
        return (turn & 1) == 0 ? instant : turn < count ? turns[turn] : Long.MAX_VALUE;
    }

    /** {@return when it begins to hold next after an instant at which it does not, {@link Long#MAX_VALUE} when never} */
    long next(long instant) {
        int turn = count == 0 ? 0 : upTo(instant);
        return turn < count ? turns[turn] : Long.MAX_VALUE;
    }

    /** Widens a range by the mids known around every spell that meets the window: from just before it to its end. */
    void widen(QuoteTape tape, long from, long to, MidRange range) {
        for (int turn = count == 0 ? 0 : upTo(from) & ~1; turn < count && turns[turn] <= to; turn += 2) {
            long end = turn + 1 < count ? Math.min(to, turns[turn + 1]) : to;
            tape.widen(Math.max(from, turns[turn] - 1), end, range);
        }
    }

    /** {@return how many turns there were up to an instant, included} */
    private int upTo(long instant) {
        int at = Arrays.binarySearch(turns, 0, count, instant);
        return at >= 0 ? at + 1 : -1 - at;
    }
}
