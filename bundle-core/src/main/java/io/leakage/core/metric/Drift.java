package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * How far the mid has moved against the order since it arrived:
 * <pre>  1e4 · s · (m(now) − P0) / P0</pre>
 * <p>"Now" is the newest quote of the instrument. Positive hurts on either side. Suppressed while P0 is unknown (NO_ARRIVAL_PRICE) and
 * while there is no mid now (the tape's flags say why). Where another source of the quote disagrees, the interval holds both.
 */
final class Drift implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        score(meter, row, Measure.DRIFT, 0);
    }

    @Override
    public boolean followsQuote() {
        return true;
    }

    /** The drift under another measure's name: what pre-trade leakage shows before the first fill. */
    static void score(Meter meter, ParentRow row, Measure measure, long flags) {
        if (meter.arrivalMidTwice() == Absent.LONG) {
            row.suppress(measure, flags | Flag.NO_ARRIVAL_PRICE.bit() | meter.arrivalFlags());
        } else if (meter.now().midTwice() == Absent.LONG) {
            row.suppress(measure, flags | meter.now().flags());
        } else {
            meter.look(meter.atArrival().from(), meter.now().nanos());
            meter.giveMove(row, measure, meter.atArrival(), meter.now().midTwice(), meter.now().range(),
                    flags | meter.arrivalFlags() | meter.now().flags());
        }
    }
}
