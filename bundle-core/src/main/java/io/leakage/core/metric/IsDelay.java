package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What the order lost between the decision and its arrival, in money:
 * <pre>  s · Q · (P0 − Pd)</pre>
 * <p>On the whole order, executed or not. 0 where nobody told a decision price (NO_REFERENCE). Suppressed without
 * the order's quantity (NO_REFERENCE) and without P0 (NO_ARRIVAL_PRICE). Worked case: 10,000 bought, decided at 50.00, arrived at 50.10: 1,000 $.
 */
final class IsDelay implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        Shortfall shortfall = meter.shortfall();
        long missing = shortfall.missingAtBeginning();
        if (missing != 0) {
            row.suppress(Measure.IS_DELAY, missing);
            return;
        }
        try {
            boolean told = meter.parent().decisionPrice() >= 0;
            Interval interval = meter.interval();
            double value = shortfall.delayTwice(meter.arrivalMidTwice(), shortfall.decisionTwice()) / 2e8;
            interval.begin(value);
            if (told) {
                interval.include(shortfall.delayTwice(meter.atArrival().range().loTwice(), shortfall.decisionTwice()) / 2e8);
                interval.include(shortfall.delayTwice(meter.atArrival().range().hiTwice(), shortfall.decisionTwice()) / 2e8);
            }
            meter.give(row, Measure.IS_DELAY, value, meter.arrivalFlags() | (told ? 0 : Flag.NO_REFERENCE.bit()));
        } catch (ArithmeticException tooLarge) {
            row.suppress(Measure.IS_DELAY, Flag.OVERFLOW.bit());
        }
    }
}
