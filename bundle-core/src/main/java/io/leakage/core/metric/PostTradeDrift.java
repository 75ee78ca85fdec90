package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * How far the mid went on after the last fill:
 * <pre>  1e4 · s · (m(t_last + h) − m(t_last)) / m(t_last)</pre>
 * <p>Positive: it went on the way that hurt; negative: it came back. Suppressed while the parent works (OPEN), without a fill (NO_FILL),
 * until the market data has passed the horizon (AWAITING_MARKET_DATA), and when the feed ended or trading halted inside the window
 * (CENSORED).
 */
final class PostTradeDrift implements ParentMeasure {
    private final Measure measure;
    private final int horizon;

    /**
     * @param measure which horizon
     * @param horizon its place among the meter's horizons
     */
    PostTradeDrift(Measure measure, int horizon) {
        this.measure = measure;
        this.horizon = horizon;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        AsOf last = meter.atLastFill();
        AsOf later = meter.atHorizon(horizon);
        if (!meter.parent().isDone()) {
            row.suppress(measure, Flag.OPEN.bit());
        } else if (meter.parent().ledger().executed() == 0) {
            row.suppress(measure, Flag.NO_FILL.bit());
        } else if (last.midTwice() == Absent.LONG || later.midTwice() == Absent.LONG) {
            row.suppress(measure, last.flags() | later.flags());
        } else {
            meter.look(last.from(), later.to());
            meter.giveMove(row, measure, last, later.midTwice(), later.range(), meter.executionFlags() | last.flags() | later.flags());
        }
    }
}
