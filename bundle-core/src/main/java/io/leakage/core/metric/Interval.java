package io.leakage.core.metric;

/** The interval around a value that holds the truth. */
final class Interval {
    private double lo;
    private double hi;

    void begin(double value) {
        lo = value;
        hi = value;
    }

    void include(double value) {
        lo = Math.min(lo, value);
        hi = Math.max(hi, value);
    }

    double lo() {
        return lo;
    }

    double hi() {
        return hi;
    }
}
