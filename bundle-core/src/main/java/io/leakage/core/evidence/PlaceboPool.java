package io.leakage.core.evidence;

import java.util.Arrays;

/**
 * The instants at which footprints of one kind may be looked for their placebos: the newest {@value #MOST}, each with the state of the market just
 * before it and the mid's move over the horizon. Windows never overlap, so that no stretch of the market counts twice. One thread; no allocation
 * but to grow.
 */
final class PlaceboPool {
    /** So many are kept at most: two a second for half an hour, so that what was drawn ten minutes ago can be drawn again. */
    static final int MOST = 4096;

    private static final int FIRST = 32;

    /** Of each its time, and the bits of its move. */
    private long[] cells = new long[2 * FIRST];
    private byte[] states = new byte[FIRST];
    private int mask = FIRST - 1;
    private long added;
    /** What was older was written over, though newer ones were forgotten since. */
    private long oldest;

    /**
     * Takes an instant in.
     *
     * @param at    later than the last one's window ended
     * @param state of {@link MarketState}, known
     * @param move  in basis points
     */
    void add(long at, int state, double move) {
        if (added > mask && mask + 1 < MOST) {
            grow();
        }
        int cell = (int) (added++ & mask);
        cells[2 * cell] = at;
        cells[2 * cell + 1] = Double.doubleToRawLongBits(move);
        states[cell] = (byte) state;
    }

    /** Forgets those at an instant or later. */
    void forgetSince(long instant) {
        oldest = oldest();
        while (added > oldest && nanos(added - 1) >= instant) {
            added--;
        }
    }

    /** {@return how many were ever taken in; the newest has the number before} */
    long added() {
        return added;
    }

    /** {@return number of the oldest that is still there} */
    long oldest() {
        return Math.max(oldest, added - mask - 1);
    }

    /** {@return the number of the first at an instant or later, {@link #added} when there is none} */
    long firstSince(long instant) {
        long low = oldest();
        long high = added;
        while (low < high) {
            long middle = low + high >>> 1;
            if (nanos(middle) < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long nanos(long number) {
        return cells[2 * (int) (number & mask)];
    }

    double move(long number) {
        return Double.longBitsToDouble(cells[2 * (int) (number & mask) + 1]);
    }

    int state(long number) {
        return states[(int) (number & mask)];
    }

    private void grow() {
        cells = Arrays.copyOf(cells, 2 * cells.length);
        states = Arrays.copyOf(states, 2 * states.length);
        mask = states.length - 1;
    }
}
