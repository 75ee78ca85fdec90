package io.leakage.core.book;

import io.leakage.api.event.Absent;

/** What the mids of a tape sum up to over time, at the beginning of each of its rows. One thread; no allocation but to grow. */
final class MidSums {
    private static final int STRIDE = 3;

    private final MidTime newest = new MidTime();
    private long[] cells = {};

    /** A row begins; the one before it had this mid, or none, for so long. */
    void append(int cell, long midTwice, long nanos) {
        if (midTwice != Absent.LONG) {
            newest.add(midTwice, nanos);
        }
        cells[cell * STRIDE] = newest.high();
        cells[cell * STRIDE + 1] = newest.low();
        cells[cell * STRIDE + 2] = newest.known();
    }

    /** Reads what there was up to the beginning of a row. */
    void read(int cell, MidTime into) {
        into.set(cells[cell * STRIDE], cells[cell * STRIDE + 1], cells[cell * STRIDE + 2]);
    }

    /** Rows from {@code oldest} up to {@code end} go to where another mask has them. */
    void resize(long oldest, long end, int mask, int toMask) {
        long[] before = cells;
        cells = new long[(toMask + 1) * STRIDE];
        for (long row = oldest; row < end; row++) {
            System.arraycopy(before, (int) (row & mask) * STRIDE, cells, (int) (row & toMask) * STRIDE, STRIDE);
        }
    }
}
