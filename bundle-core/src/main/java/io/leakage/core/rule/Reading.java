package io.leakage.core.rule;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * One number of a parent's row.
 *
 * @param measure which measure; null for a tally
 * @param tally   which tally; null for a measure
 * @param end     the value itself, or an end of its interval
 */
public record Reading(Measure measure, Tally tally, End end) {
    /** Which of a measure's three numbers. */
    public enum End {
        /** The value. */
        VALUE(""),
        /** The lower end of its interval. */
        LOWER(" lower95"),
        /** The upper end of its interval. */
        UPPER(" upper95");

        private final String words;

        End(String words) {
            this.words = words;
        }
    }

    /** {@return a measure's value or an end of its interval} */
    public static Reading of(Measure measure, End end) {
        return new Reading(measure, null, end);
    }

    /** {@return a tally} */
    public static Reading of(Tally tally) {
        return new Reading(null, tally, End.VALUE);
    }

    /** {@return the number, NaN when the row cannot say it} */
    double of(ParentRow row) {
        if (tally != null) {
            return tally.of(row);
        }
        return switch (end) {
            case VALUE -> row.value(measure);
            case LOWER -> row.lo(measure);
            case UPPER -> row.hi(measure);
        };
    }

    /** {@return how a number of it ends: a blank and its unit, or nothing} */
    String unit() {
        String symbol = tally == null ? measure.unit().symbol() : tally.unit().isEmpty() ? "" : "%";
        return symbol.isEmpty() ? "" : " " + symbol;
    }

    /** {@return its name, for a person} */
    @Override
    public String toString() {
        return (tally == null ? measure.id() : tally.id()) + end.words;
    }
}
