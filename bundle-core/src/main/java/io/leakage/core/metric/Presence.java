package io.leakage.core.metric;

import java.util.Arrays;

/**
 * When we showed ourselves in one instrument: the times of the footprints of every parent, to the millisecond, so that times told that
 * coarsely give the same answers. One thread.
 */
final class Presence {
    /** What times are cut off to, in nanoseconds. */
    static final long UNIT = 1_000_000L;

    private long[] times = {};
    private int count;
    private int changes;
    private int coarse;
    private int asked;
    /** The latest footprint that was compared with its quiet times: nothing told after it can change those. */
    private long compared = Long.MIN_VALUE;

    /** {@return an instant cut off to the millisecond} */
    static long floor(long nanos) {
        return nanos - Math.floorMod(nanos, UNIT);
    }

    /** We showed ourselves. */
    void add(Footprint footprint) {
        if (count == times.length) {
            times = Arrays.copyOf(times, Math.max(16, 2 * count));
        }
        int at = firstAfter(floor(footprint.nanos()));
        System.arraycopy(times, at, times, at + 1, count - at);
        times[at] = floor(footprint.nanos());
        changes += at < count++ && floor(footprint.nanos()) <= compared ? 1 : 0;
        coarse += footprint.truncation() > UNIT ? 1 : 0;
    }

    /** We did not, after all. */
    void remove(Footprint footprint) {
        int at = firstAfter(floor(footprint.nanos())) - 1;
        System.arraycopy(times, at + 1, times, at, --count - at);
        changes += floor(footprint.nanos()) <= compared ? 1 : 0;
        coarse -= footprint.truncation() > UNIT ? 1 : 0;
    }

    /** {@return whether we did not show ourselves after {@code from} up to {@code to}, that one included} */
    boolean isQuiet(long from, long to) {
        return firstAfter(from) == firstAfter(to);
    }

    /** A footprint was compared with the quiet times before it. */
    void compared(long nanos) {
        compared = Math.max(compared, floor(nanos));
    }

    /** {@return how often something changed that lies before a footprint compared: what was quiet then may no longer be} */
    int changes() {
        return changes;
    }

    /** {@return whether that happened since this was asked last} */
    boolean changedSince() {
        boolean changed = changes != asked;
        asked = changes;
        return changed;
    }

    /** {@return whether the time of one is told too coarsely to say what was quiet} */
    boolean isCoarse() {
        return coarse > 0;
    }

    private int firstAfter(long nanos) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = low + high >>> 1;
            if (times[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
