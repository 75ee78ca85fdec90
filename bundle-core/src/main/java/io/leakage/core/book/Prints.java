package io.leakage.core.book;

import java.util.Arrays;

/**
 * The prints a feed told last: so that, when one is broken, it is known when it was. The newest {@value #MOST} are kept. One thread; no
 * allocation but to grow.
 */
final class Prints {
    static final int MOST = 1 << 16;
    private static final int FIRST = 256;
    private static final int STRIDE = 3;

    /** Instrument, match number, time. */
    private long[] cells = new long[STRIDE * FIRST];
    private int mask = FIRST - 1;
    private long printed;

    void add(int instrument, long match, long nanos) {
        if (printed > mask && mask + 1 < MOST) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
            mask = 2 * mask + 1;
        }
        int cell = (int) (printed++ & mask) * STRIDE;
        cells[cell] = instrument;
        cells[cell + 1] = match;
        cells[cell + 2] = nanos;
    }

    /** {@return when it was printed, {@link Long#MIN_VALUE} when it is not among the prints kept} */
    long nanos(int instrument, long match) {
        for (long print = printed - 1; print >= Math.max(0, printed - mask - 1); print--) {
            int cell = (int) (print & mask) * STRIDE;
            if (cells[cell + 1] == match && cells[cell] == instrument) {
                return cells[cell + 2];
            }
        }
        return Long.MIN_VALUE;
    }
}
