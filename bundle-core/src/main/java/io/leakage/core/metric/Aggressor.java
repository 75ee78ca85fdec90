package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What share of the executed quantity took liquidity, in per cent:
 * <pre>  100 · aggressive / (aggressive + passive)</pre>
 * <p>A fill says so itself (851 = 2); where it does not, one at the far side of the quote just before it or beyond took it
 * (AGGRESSOR_INFERRED). Fills of which neither is known are left out, and widen the interval. Suppressed without a fill (NO_FILL), and while
 * none is known. Worked case: 300 with 851 = 2, 100 with 851 = 1: 75 %.
 */
final class Aggressor implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        AggressorSums sums = meter.fills().aggressors();
        long executed = meter.parent().ledger().executed();
        long known = sums.aggressive() + sums.passive();
        long flags = known == executed && sums.inferred() == 0 ? 0 : meter.fills().at(Horizon.TOUCH).flags()
                | (meter.fills().open(Horizon.TOUCH) > 0 ? Flag.AWAITING_MARKET_DATA.bit() : 0);
        if (executed == 0) {
            row.suppress(Measure.AGGRESSOR_RATIO, Flag.NO_FILL.bit());
        } else if (known == 0) {
            row.suppress(Measure.AGGRESSOR_RATIO, flags);
        } else {
            Interval interval = meter.interval();
            double value = 100.0 * sums.aggressive() / known;
            interval.begin(value);
            interval.include(100.0 * sums.aggressive() / executed);
            interval.include(100.0 * (executed - sums.passive()) / executed);
            meter.give(row, Measure.AGGRESSOR_RATIO, value, meter.executionFlags() | flags
                    | (sums.inferred() > 0 ? Flag.AGGRESSOR_INFERRED.bit() : 0));
        }
    }
}
