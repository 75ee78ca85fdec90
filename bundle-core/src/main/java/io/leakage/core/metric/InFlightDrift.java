package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * How far the mid moved against the order while it was being filled:
 * <pre>  1e4 · s · (m(t_last fill) − m(t_first fill −)) / P0</pre>
 * <p>Pre-trade leakage and this add up to the drift at the last fill. Suppressed without a fill (NO_FILL), while P0 is unknown
 * (NO_ARRIVAL_PRICE) or one of the mids is (flags say why). Worked case: sell, P0 100, mid 99.98 before the first fill, 99.93 at the last:
 * 5 bps.
 */
final class InFlightDrift implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.suppressedWithoutCost(row, Measure.IN_FLIGHT_DRIFT)) {
            return;
        }
        AsOf first = meter.mids().beforeFirstFill();
        AsOf last = meter.mids().atLastFill();
        if (first.midTwice() == Absent.LONG || last.midTwice() == Absent.LONG) {
            row.suppress(Measure.IN_FLIGHT_DRIFT, first.flags() | last.flags());
            return;
        }
        long open = meter.parent().isDone() ? 0 : Flag.OPEN.bit();
        meter.look(first.from(), last.to());
        meter.giveMoveOfArrival(row, Measure.IN_FLIGHT_DRIFT, first, last, meter.fillFlags() | first.flags() | last.flags() | open);
    }
}
