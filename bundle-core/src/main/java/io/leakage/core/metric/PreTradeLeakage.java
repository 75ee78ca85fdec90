package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * How far the mid moved against the order before it bought or sold anything:
 * <pre>  1e4 · s · (m(t_first fill −) − P0) / P0</pre>
 * <p>m(t−) is the mid strictly before t. Before the first fill it shows the drift so far, flagged OPEN. Suppressed while P0 is unknown
 * (NO_ARRIVAL_PRICE) or the mid before the first fill is not known (flags say why).
 */
final class PreTradeLeakage implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.parent().ledger().executed() == 0) {
            Drift.score(meter, row, Measure.PRE_TRADE_LEAKAGE, Flag.OPEN.bit());
            return;
        }
        AsOf first = meter.mids().beforeFirstFill();
        if (meter.arrivalMidTwice() == Absent.LONG) {
            row.suppress(Measure.PRE_TRADE_LEAKAGE, Flag.NO_ARRIVAL_PRICE.bit() | meter.arrivalFlags());
        } else if (first.midTwice() == Absent.LONG) {
            row.suppress(Measure.PRE_TRADE_LEAKAGE, first.flags());
        } else {
            meter.look(meter.atArrival().from(), first.to());
            meter.giveMove(row, Measure.PRE_TRADE_LEAKAGE, meter.atArrival(), first.midTwice(), first.range(),
                    meter.fillFlags() | first.flags());
        }
    }

    @Override
    public boolean followsQuote() {
        return true;
    }
}
