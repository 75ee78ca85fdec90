package io.leakage.core.metric;

import io.leakage.api.score.ParentRow;

/** One measure of a parent: reads what the meter knows, writes its place in the row, keeps no state. */
interface ParentMeasure {
    /**
     * Writes the measure's value, or why there is none.
     *
     * @param meter what is known of the parent
     * @param row   to write to
     */
    void score(Meter meter, ParentRow row);

    /** {@return whether a new quote alone can change it; else it is scored again only when an order or an answer changed} */
    default boolean followsQuote() {
        return false;
    }
}
