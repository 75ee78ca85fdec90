package io.leakage.ui.course;

import io.leakage.api.score.Measure;

/** The numbers that a course keeps at each of its samples. */
public enum Curve {
    /** Slippage against the mid at arrival. */
    SLIPPAGE(Measure.ARRIVAL_SLIPPAGE),
    /** What the market answered to footprints within a second. */
    LEAK(Measure.LEAK_1S),
    /** How far the mid has moved against the order. */
    DRIFT(Measure.DRIFT),
    /** E. */
    EVIDENCE(Measure.EVIDENCE);

    private static final Curve[] ALL = values();

    private final Measure measure;

    Curve(Measure measure) {
        this.measure = measure;
    }

    /** {@return which measure it is} */
    public Measure measure() {
        return measure;
    }

    /** {@return how many there are} */
    public static int count() {
        return ALL.length;
    }

    /** {@return the curve at this place} */
    public static Curve at(int ordinal) {
        return ALL[ordinal];
    }
}
