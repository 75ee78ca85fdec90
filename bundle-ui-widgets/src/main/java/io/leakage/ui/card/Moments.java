package io.leakage.ui.card;

import io.leakage.ui.text.Words;

/**
 * Time since an order's arrival, in the unit that its span asks for.
 *
 * @param origin the arrival, nanoseconds since the epoch
 * @param nanos  nanoseconds of one unit
 * @param name   the unit
 */
record Moments(long origin, double nanos, String name) {
    private static final double SECOND = 1e9;

    /** {@return moments that suit a span of so many nanoseconds} */
    static Moments of(long origin, long span) {
        if (span < 3 * SECOND) {
            return new Moments(origin, SECOND / 1_000, "ms");
        }
        return span < 300 * SECOND ? new Moments(origin, SECOND, "s") : new Moments(origin, 60 * SECOND, "min");
    }

    /** {@return a time in units after the arrival} */
    double at(long epochNanos) {
        return (epochNanos - origin) / nanos;
    }

    /** {@return what an axis of these moments counts} */
    String unit() {
        return name + " after arrival at " + Words.time(origin).substring(11, 23) + " UTC";
    }
}
