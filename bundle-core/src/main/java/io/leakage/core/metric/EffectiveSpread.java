package io.leakage.core.metric;

import io.leakage.api.score.Measure;

/**
 * Twice what the fills paid over the mid, in basis points of it, weighted by money:
 * <pre>  2e4 · s · Σ qᵢ (pᵢ − mᵢ) / Σ qᵢ mᵢ,  mᵢ the mid just before fill i</pre>
 * <p>Of one fill 2e4 · s · (p − m) / m. Positive is a cost; a passive fill earns. Over the fills whose mid is known, see {@link OverFills}.
 * Worked case: bought at 100.01 with the mid at 100.00: 2 bps.
 */
final class EffectiveSpread extends OverFills.OfPrice {
    EffectiveSpread() {
        super(Measure.EFFECTIVE_SPREAD);
    }

    @Override
    double bps(double side, double price, double mid) {
        return 2e4 * side * (price - mid) / mid;
    }
}
