package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes the cells of one row, in the order of the columns. Primitives only; implemented by the host's grid adapter. */
@ConsumerType
public interface CellSink {
    /**
     * A number.
     *
     * @param column place in {@link BlotterColumns#columns()}
     * @param value  the number in the column's unit, NaN when there is none
     * @param lo     lower end of its interval, NaN when there is none
     * @param hi     upper end of its interval, NaN when there is none
     * @param status {@code Status.ordinal()}
     * @param flags  {@code Flag} bits
     */
    void number(int column, double value, double lo, double hi, int status, long flags);

    /**
     * A text.
     *
     * @param column place in {@link BlotterColumns#columns()}
     * @param text   the text, null when there is none
     */
    void text(int column, String text);
}
