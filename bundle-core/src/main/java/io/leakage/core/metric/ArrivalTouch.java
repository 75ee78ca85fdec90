package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What the fills cost against a side of the quote at arrival, in basis points of it:
 * <pre>  1e4 · s · (Σ pᵢqᵢ / X − touch) / touch</pre>
 * <p>The near touch is the bid of a buy and the offer of a sell, the far touch the other. Suppressed like {@link ArrivalSlippage}.
 * Worked case: buy, quote 99.99 to 100.01, average 100.01: near 2.0002 bps, far 0.
 */
final class ArrivalTouch implements ParentMeasure {
    private final Measure measure;

    /** @param measure near or far */
    ArrivalTouch(Measure measure) {
        this.measure = measure;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.suppressedWithoutCost(row, measure)) {
            return;
        }
        AsOf arrival = meter.atArrival();
        boolean bid = (meter.parent().side() == Side.BUY) == (measure == Measure.NEAR_TOUCH);
        long touch = bid ? arrival.bid() : arrival.offer();
        if (touch == Absent.LONG || touch == 0) {
            row.suppress(measure, meter.arrivalFlags());
            return;
        }
        double value = bps(meter, 2 * touch);
        double lo = bps(meter, 2 * (bid ? arrival.range().bidLo() : arrival.range().offerLo()));
        double hi = bps(meter, 2 * (bid ? arrival.range().bidHi() : arrival.range().offerHi()));
        meter.giveCost(row, measure, value, Math.min(lo, hi), Math.max(lo, hi));
    }

    private static double bps(Meter meter, long touchTwice) {
        return 1e4 * meter.costTwice(touchTwice) / ((double) meter.parent().ledger().executed() * touchTwice);
    }
}
