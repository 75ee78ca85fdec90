package io.leakage.ui.card;

import io.leakage.ui.text.ScorecardText;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis: numbers to places, and round numbers to mark.
 *
 * @param lo   the number at {@code from}
 * @param hi   the number at {@code to}
 * @param step between two marks
 * @param from place in the drawing
 * @param to   place in the drawing
 */
record Axis(double lo, double hi, double step, double from, double to) {
    private static final double[] ROUND = {1, 2, 5, 10};

    /** {@return an axis that holds both numbers, its ends on round ones} */
    static Axis round(double lo, double hi, int marks, double from, double to) {
        double step = step(lo, hi, marks);
        return new Axis(Math.floor(lo / step + 1e-9) * step, Math.ceil(hi / step - 1e-9) * step, step, from, to);
    }

    /** {@return an axis from one number exactly to the other} */
    static Axis exact(double lo, double hi, int marks, double from, double to) {
        return new Axis(lo, hi, step(lo, hi, marks), from, to);
    }

    private static double step(double lo, double hi, int marks) {
        double raw = Math.max(hi - lo, 1e-9) / marks;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double round : ROUND) {
            if (round * power >= raw * (1 - 1e-9)) {
                return round * power;
            }
        }
        return raw;
    }

    /** {@return where a number stands} */
    double at(double value) {
        return from + (value - lo) / (hi - lo) * (to - from);
    }

    /** {@return the numbers to mark} */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (double i = Math.ceil(lo / step - 1e-9); i * step <= hi + step * 1e-9; i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /** {@return a mark as text, with the decimals that the steps need} */
    String text(double mark) {
        return ScorecardText.fixed(mark, (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
    }
}
