package io.leakage.core.event;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Rows on their way from the thread that fills them to the thread that reads them and gives them back: as many as were ever on the way at
 * once, whatever the number of slots. One thread takes, one gives; they may be the same. No lock; no allocation but to grow.
 */
public final class RowPool {
    private static final int MOST = 1 << 12;

    private final Rows[] free = new Rows[MOST];
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong given = new AtomicLong();

    /** {@return rows to fill, empty; the taking thread} */
    public Rows take() {
        long at = taken.getPlain();
        if (at == given.getAcquire()) {
            return new Rows();
        }
        Rows rows = free[(int) at & MOST - 1];
        taken.setRelease(at + 1);
        rows.clear();
        return rows;
    }

    /** Gives rows back that nobody reads any more; the giving thread. */
    public void give(Rows rows) {
        long at = given.getPlain();
        if (at - taken.getAcquire() == MOST) {
            return;   // far more than are on the way: let the collector have them
        }
        free[(int) at & MOST - 1] = rows;
        given.setRelease(at + 1);
    }
}
