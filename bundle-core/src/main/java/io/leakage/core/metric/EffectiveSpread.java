package io.leakage.core.metric;

import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * Twice what the fills paid over the mid, in basis points of it, weighted by money:
 * <pre>  2e4 · s · Σ qᵢ (pᵢ − mᵢ) / Σ qᵢ mᵢ,  mᵢ the mid just before fill i</pre>
 * <p>Of one fill 2e4 · s · (p − m) / m. Positive is a cost; a passive fill earns. Over the fills whose mid is known, see {@link Markout}.
 * Worked case: bought at 100.01 with the mid at 100.00: 2 bps.
 */
final class EffectiveSpread implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.suppressedWithoutMids(row, Measure.EFFECTIVE_SPREAD, Horizon.TOUCH)) {
            return;
        }
        FillSums touches = meter.fills().at(Horizon.TOUCH);
        double side = meter.parent().side().sign();
        Interval interval = meter.interval();
        double value = bps(side, touches.price(), touches.mid());
        interval.begin(value);
        interval.include(bps(side, touches.price(), touches.midLo()));
        interval.include(bps(side, touches.price(), touches.midHi()));
        meter.giveOverFills(row, Measure.EFFECTIVE_SPREAD, value, Horizon.TOUCH, 0);
    }

    private static double bps(double side, double price, double mid) {
        return 2e4 * side * (price - mid) / mid;
    }
}
