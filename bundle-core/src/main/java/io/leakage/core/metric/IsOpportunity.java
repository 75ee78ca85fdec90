package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What was not executed, valued at the end, in money:
 * <pre>  s · R · (Pn − P0),  R = Q − X</pre>
 * <p>Pn is the mid when the order ended, the mid now while it works (OPEN). Positive: the market went away. Suppressed like
 * {@link ImplementationShortfall}. Worked case: 3,000 of a buy not executed, P0 50.10, end 50.50: 1,200 $.
 */
final class IsOpportunity implements ParentMeasure {
    @Override
    public boolean followsQuote() {
        return true;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        Shortfall shortfall = meter.shortfall();
        long missing = shortfall.missing();
        if (missing != 0) {
            row.suppress(Measure.IS_OPPORTUNITY, missing);
            return;
        }
        try {
            Interval interval = meter.interval();
            double value = shortfall.opportunityTwice(shortfall.endTwice(), meter.arrivalMidTwice()) / 2e8;
            interval.begin(value);
            if (shortfall.residual() != 0) {
                interval.include(shortfall.opportunityTwice(shortfall.end().loTwice(), meter.atArrival().range().hiTwice()) / 2e8);
                interval.include(shortfall.opportunityTwice(shortfall.end().hiTwice(), meter.atArrival().range().loTwice()) / 2e8);
            }
            meter.give(row, Measure.IS_OPPORTUNITY, value, meter.arrivalFlags() | meter.executionFlags() | shortfall.endFlags());
        } catch (ArithmeticException tooLarge) {
            row.suppress(Measure.IS_OPPORTUNITY, Flag.OVERFLOW.bit());
        }
    }
}
