package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;

/**
 * How much further the mid has moved against the order than an order of its size is expected to move it, in basis points:
 * <pre>  drift − expected impact</pre>
 * <p>Negative when it moved less, never cut off at nothing. Suppressed like {@link Drift} and {@link ExpectedImpact}, which it is scored after.
 * Worked case: drift 5 bps, expected 16.06: −11.06.
 */
final class ExcessImpact implements ParentMeasure {
    @Override
    public boolean followsQuote() {
        return true;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.parent().ledger().executed() == 0) {
            row.suppress(Measure.EXCESS_IMPACT, Flag.NO_FILL.bit());
        } else if (!meter.impact().isKnown()) {
            row.suppress(Measure.EXCESS_IMPACT, Flag.NO_REFERENCE.bit());
        } else if (row.status(Measure.DRIFT) == Status.SUPPRESSED) {
            row.suppress(Measure.EXCESS_IMPACT, row.flags(Measure.DRIFT));
        } else {
            double expected = meter.impact().peakBps();
            meter.interval().begin(row.lo(Measure.DRIFT) - expected);
            meter.interval().include(row.hi(Measure.DRIFT) - expected);
            meter.give(row, Measure.EXCESS_IMPACT, row.value(Measure.DRIFT) - expected, meter.executionFlags() | meter.impact().flags()
                    | row.flags(Measure.DRIFT));
        }
    }
}
