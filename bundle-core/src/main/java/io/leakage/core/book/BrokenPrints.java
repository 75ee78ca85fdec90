package io.leakage.core.book;

import java.util.Arrays;

/** When the prints were that have since been broken; of one that nobody remembers, only that it was before it was broken. One thread. */
final class BrokenPrints {
    /** Earliest, latest, earliest, latest …. */
    private long[] times = {};
    private int count;

    void add(long earliest, long latest) {
        if (count == times.length) {
            times = Arrays.copyOf(times, Math.max(4, 2 * count));
        }
        times[count++] = earliest;
        times[count++] = latest;
    }

    /** {@return whether the window, ends included, may have held one} */
    boolean meets(long from, long to) {
        for (int i = 0; i < count; i += 2) {
            if (times[i] <= to && times[i + 1] >= from) {
                return true;
            }
        }
        return false;
    }
}
