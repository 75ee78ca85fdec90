package io.leakage.bench;

import java.util.Locale;

/** What a figure should be: at most, or at least, a limit. */
public record Goal(boolean atMost, double limit) {
    /** {@return a goal met by figures not above the limit} */
    public static Goal atMost(double limit) {
        return new Goal(true, limit);
    }

    /** {@return a goal met by figures not below the limit} */
    public static Goal atLeast(double limit) {
        return new Goal(false, limit);
    }

    /** {@return whether the figure is as it should be; NaN never is} */
    public boolean isMet(double figure) {
        return atMost ? figure <= limit : figure >= limit;
    }

    @Override
    public String toString() {
        return (atMost ? "≤ " : "≥ ") + String.format(Locale.ROOT, "%.4g", limit);
    }
}
