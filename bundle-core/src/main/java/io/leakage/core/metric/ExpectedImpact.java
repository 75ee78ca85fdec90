package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * How far what was executed is expected to have moved the price by now, or what a steady execution is expected to have cost for it, in basis
 * points:
 * <pre>  1e4 · Y · σ · (X / V)^δ           the move
 *  1e4 · Y · σ · (X / V)^δ / (1 + δ)  the cost, the average over the execution</pre>
 * <p>See {@link Impact}. Suppressed without a fill (NO_FILL) and without the day's volatility and volume (NO_REFERENCE); from ones learned
 * (LEARNED) it is degraded and has no interval. Worked case (G5):
 * Y 0.814, δ 0.503, 1 % of the volume, volatility 2 %: 162.8 · 0.01^0.503 = 16.06 bps, a cost of 10.68.
 */
final class ExpectedImpact implements ParentMeasure {
    private final Measure measure;

    /** @param measure the move or the cost */
    ExpectedImpact(Measure measure) {
        this.measure = measure;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        Impact impact = meter.impact();
        if (meter.parent().ledger().executed() == 0) {
            row.suppress(measure, Flag.NO_FILL.bit());
        } else if (!impact.isKnown()) {
            row.suppress(measure, Flag.NO_REFERENCE.bit());
        } else {
            double value = measure == Measure.EXPECTED_COST ? impact.peakBps() / (1 + impact.exponent()) : impact.peakBps();
            meter.interval().begin(value);
            meter.give(row, measure, value, meter.executionFlags() | impact.flags());
        }
    }
}
