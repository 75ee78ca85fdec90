package io.leakage.core.evidence;

import io.leakage.api.score.Horizon;

/** How long after a footprint the market is looked at: 10 ms, 100 ms, 1 s, 10 s. */
final class Horizons {
    /** How many there are. */
    static final int COUNT = 4;
    /** The place of the one that costs, contrast and attribution are read at: a second. */
    static final int MAIN = 2;

    /** The longest in nanoseconds. */
    static final long LONGEST_NANOS = Horizon.AFTER_10S.nanos();

    private static final int FIRST = Horizon.AFTER_10MS.ordinal();
    private static final long[] NANOS = new long[COUNT];

    static {
        for (int i = 0; i < COUNT; i++) {
            NANOS[i] = at(i).nanos();
        }
    }

    private Horizons() {
    }

    /** {@return the horizon at a place from 0} */
    static Horizon at(int place) {
        return Horizon.at(FIRST + place);
    }

    /** {@return its length in nanoseconds} */
    static long nanos(int place) {
        return NANOS[place];
    }
}
