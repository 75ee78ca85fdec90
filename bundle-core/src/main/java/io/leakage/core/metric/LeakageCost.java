package io.leakage.core.metric;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What the fills cost against the mid at arrival, in money:
 * <pre>  Σ s (pᵢ − P0) qᵢ</pre>
 * <p>Summed in exact integers of 1e-8. Positive is a cost on either side. Suppressed like {@link ArrivalSlippage}.
 * Worked case: buy, P0 100.01, 5,000 at 100.035: 2.5 cents × 5,000 = 125.00 $.
 */
final class LeakageCost implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        if (!meter.suppressedWithoutCost(row, Measure.LEAKAGE_COST)) {
            double atLo = meter.costTwice(meter.atArrival().range().loTwice()) / 2e8;
            double atHi = meter.costTwice(meter.atArrival().range().hiTwice()) / 2e8;
            meter.giveCost(row, Measure.LEAKAGE_COST, meter.costTwice(meter.arrivalMidTwice()) / 2e8, Math.min(atLo, atHi),
                    Math.max(atLo, atHi));
        }
    }
}
