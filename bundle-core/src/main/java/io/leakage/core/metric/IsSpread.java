package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What the fills paid over the mid, in money:
 * <pre>  s · Σ qᵢ (pᵢ − mᵢ),  mᵢ the mid just before fill i</pre>
 * <p>Positive is a cost on either side; a passive fill earns. Suppressed without a fill (NO_FILL), until every fill has its mid
 * (AWAITING_MARKET_DATA), and where one never will. Worked case: 5,000 bought at 100.035 with the mid at 100.03: 25 $.
 */
final class IsSpread implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        long missing = meter.shortfall().missingTouches();
        FillSums touches = meter.fills().at(Horizon.TOUCH);
        if (missing != 0 || touches.known() == 0) {
            row.suppress(Measure.IS_SPREAD, missing == 0 ? Flag.NO_FILL.bit() : missing);
        } else if (touches.overflowed()) {
            row.suppress(Measure.IS_SPREAD, Flag.OVERFLOW.bit());
        } else {
            double side = meter.parent().side().sign();
            Interval interval = meter.interval();
            double value = side * touches.paidOverMidTwice() / 2e8;
            interval.begin(value);
            interval.include(side * touches.paidOverLoTwice() / 2e8);
            interval.include(side * touches.paidOverHiTwice() / 2e8);
            meter.give(row, Measure.IS_SPREAD, value, meter.executionFlags() | touches.flags());
        }
    }
}
