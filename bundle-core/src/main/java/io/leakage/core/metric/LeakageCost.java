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
            meter.give(row, Measure.LEAKAGE_COST, meter.costTwice() / 2e8, meter.fillFlags());
        }
    }
}
