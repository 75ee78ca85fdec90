package io.leakage.core.metric;

import io.leakage.api.score.Measure;

/**
 * What of the effective spread the other side still had a while later, in basis points of the mid just before, weighted by money:
 * <pre>  2e4 · s · Σ qᵢ (pᵢ − m(tᵢ + h)) / Σ qᵢ m(tᵢ −)</pre>
 * <p>Positive is our cost. Over the fills whose two mids are known, see {@link OverFills}. Worked case: bought at 100.01, mid 100.00 before
 * and 100.02 after: −2 bps, the other side lost.
 */
final class RealisedSpread extends OverFills.OfTouch {
    /** @param measure which horizon */
    RealisedSpread(Measure measure) {
        super(measure);
    }

    @Override
    double bps(double side, double price, double mid, double touch) {
        return 2e4 * side * (price - mid) / touch;
    }
}
