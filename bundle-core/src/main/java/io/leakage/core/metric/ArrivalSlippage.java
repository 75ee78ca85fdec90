package io.leakage.core.metric;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What the fills cost against the mid at arrival, in basis points:
 * <pre>  1e4 · s · (Σ pᵢqᵢ / X − P0) / P0</pre>
 * <p>Positive is a cost on either side. Suppressed until the first fill (NO_FILL) and while P0 is unknown (NO_ARRIVAL_PRICE).
 * Worked case: buy, P0 100.01, 5,000 at 100.035 and 5,000 at 100.045: average 100.04, 3 cents on 100.01 are 2.9997 bps.
 */
final class ArrivalSlippage implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.suppressedWithoutCost(row, Measure.ARRIVAL_SLIPPAGE)) {
            return;
        }
        double value = bps(meter, meter.arrivalMidTwice());
        double atLo = bps(meter, meter.atArrival().range().loTwice());
        double atHi = bps(meter, meter.atArrival().range().hiTwice());
        meter.giveCost(row, Measure.ARRIVAL_SLIPPAGE, value, Math.min(atLo, atHi), Math.max(atLo, atHi));
    }

    private static double bps(Meter meter, long arrivalTwice) {
        return 1e4 * meter.costTwice(arrivalTwice) / ((double) meter.parent().ledger().executed() * arrivalTwice);
    }
}
