package io.leakage.core.event;

import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.ParentRow;

/**
 * Rows on their way from the thread that fills them to the thread that reads them and gives them back: as many as were ever on the way at
 * once, whatever the number of slots. What an event with many rows needed goes back apart, or each of them would sooner or later be as large
 * as the largest event. One thread takes, one gives; they may be the same. No lock; no allocation but to grow.
 */
public final class RowPool {
    private static final int MOST = 1 << 12;

    final Spares<ParentRow> parents = new Spares<>(MOST);
    final Spares<ChildRow> children = new Spares<>(MOST);
    final Spares<FillRow> fills = new Spares<>(MOST);
    private final Spares<Rows> rows = new Spares<>(MOST);

    /** {@return rows to fill, empty; the taking thread} */
    public Rows take() {
        Rows free = rows.take();
        if (free == null) {
            return new Rows(this);
        }
        free.clear();
        return free;
    }

    /** Gives rows back that nobody reads any more; the giving thread. */
    public void give(Rows read) {
        read.shed();
        rows.give(read);
    }
}
