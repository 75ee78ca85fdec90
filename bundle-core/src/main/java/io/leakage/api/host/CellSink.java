package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes the cells of one row, in the order of the columns. Numbers come as primitives. Implemented by the host's grid adapter. */
@ConsumerType
public interface CellSink {
    /**
     * What all numbers of the row are as of; told before its cells.
     *
     * @param version          how often the row was written; rises by one
     * @param asOfNanos        how far the market data had come, nanoseconds since the epoch, or {@code Absent.LONG}
     * @param marketSequence   the feed's last message it knew, or {@code Absent.LONG}
     * @param orderSequence    how many order events it knew
     * @param clockState       {@code ClockState.ordinal()} of the machine's clock, −1 when nobody told it
     * @param uncertaintyNanos what that clock is off by at most, {@code Absent.LONG} when nothing bounds it
     */
    default void row(long version, long asOfNanos, long marketSequence, long orderSequence, int clockState, long uncertaintyNanos) {
        // a grid that shows none of it need not take it
    }

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
