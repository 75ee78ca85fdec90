package io.leakage.core.metric;

import io.leakage.api.score.Measure;

/**
 * The mid a while before or after each fill against the mid just before it, in basis points, weighted by money:
 * <pre>  1e4 · s · Σ qᵢ (m(tᵢ + h) − m(tᵢ −)) / Σ qᵢ m(tᵢ −)</pre>
 * <p>Other than {@link Markout} it has nothing of the spread in it: it is how the market moved around our fills. Over the fills whose two
 * mids are known. Worked case: sold, mid 100.00 just before and 99.98 a second later: 2 bps.
 */
final class MidMarkout extends OverFills.OfTouch {
    /** @param measure which horizon */
    MidMarkout(Measure measure) {
        super(measure);
    }

    @Override
    double bps(double side, double price, double mid, double touch) {
        return 1e4 * side * (mid - touch) / touch;
    }
}
