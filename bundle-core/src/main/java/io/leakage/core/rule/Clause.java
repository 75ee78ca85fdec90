package io.leakage.core.rule;

import java.util.Locale;

/**
 * A number against a threshold.
 *
 * @param reading   which number
 * @param atLeast   whether it holds from the threshold up; else from the threshold down
 * @param threshold in the number's unit; itself holds
 */
public record Clause(Reading reading, boolean atLeast, double threshold) {
    /** {@return the least number beyond the threshold: itself for {@link #atLeast}, the one above it for the other} */
    double from() {
        return atLeast ? threshold : Math.nextUp(threshold);
    }

    /** {@return whether it holds of a number} */
    Truth of(double value) {
        return Double.isNaN(value) ? Truth.CANNOT_SAY : Truth.of(value >= from() == atLeast);
    }

    /** {@return what was asked and what the number was, for a person} */
    String told(double value) {
        return reading + " " + (Double.isNaN(value) ? "cannot be said" : number(value)) + reading.unit() + " (" + words() + ")";
    }

    private String words() {
        return (atLeast ? "at least " : "at most ") + number(threshold);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.4f", value);
    }

    /** {@return the question, for a person} */
    @Override
    public String toString() {
        return reading + " " + words() + reading.unit();
    }
}
