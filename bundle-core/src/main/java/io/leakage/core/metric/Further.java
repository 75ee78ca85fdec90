package io.leakage.core.metric;

import io.leakage.api.score.ParentRow;
import io.leakage.core.order.ParentOrder;

/** Measures made elsewhere: asked, after all others were written, for their part of a parent's row. Called on the pipeline's thread. */
@FunctionalInterface
public interface Further {
    /** None. */
    Further NONE = (parent, row, all) -> { };

    /**
     * Writes its measures and inputs.
     *
     * @param parent whose row
     * @param row    with everything else in it
     * @param all    whether more than the newest quote changed since it was written
     */
    void score(ParentOrder parent, ParentRow row, boolean all);
}
