package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * How far the mid had moved by the time of the fills, in money:
 * <pre>  s · Σ qᵢ (mᵢ − P0),  mᵢ the mid just before fill i</pre>
 * <p>With {@link IsSpread} it adds up to what the fills cost against P0, exactly. Suppressed like that, and while P0 is unknown
 * (NO_ARRIVAL_PRICE). Worked case: 5,000 bought with the mid at 100.03, P0 100.01: 100 $.
 */
final class IsDrift implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        long missing = meter.shortfall().missingTouches();
        FillSums touches = meter.fills().at(Horizon.TOUCH);
        if (missing != 0 || touches.known() == 0) {
            row.suppress(Measure.IS_DRIFT, missing == 0 ? Flag.NO_FILL.bit() : missing);
        } else if (meter.arrivalMidTwice() == Absent.LONG) {
            row.suppress(Measure.IS_DRIFT, Flag.NO_ARRIVAL_PRICE.bit() | meter.arrivalFlags());
        } else {
            give(meter, row, touches);
        }
    }

    private static void give(Meter meter, ParentRow row, FillSums touches) {
        try {
            double side = meter.parent().side().sign();
            Interval interval = meter.interval();
            double value = side * touches.midOverTwice(meter.arrivalMidTwice()) / 2e8;
            interval.begin(value);
            interval.include(side * touches.midLoOverTwice(meter.atArrival().range().hiTwice()) / 2e8);
            interval.include(side * touches.midHiOverTwice(meter.atArrival().range().loTwice()) / 2e8);
            if (touches.overflowed()) {
                throw new ArithmeticException("the sums passed 64 bits");
            }
            meter.give(row, Measure.IS_DRIFT, value, meter.fillFlags() | touches.flags());
        } catch (ArithmeticException tooLarge) {
            row.suppress(Measure.IS_DRIFT, Flag.OVERFLOW.bit());
        }
    }
}
