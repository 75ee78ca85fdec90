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

    /** @param measure which horizon */
    PostTradeDrift(Measure measure) {
        this.measure = measure;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        if (isSuppressed(meter, row, measure)) {
            return;
        }
        AsOf last = meter.mids().atLastFill();
        AsOf later = meter.mids().afterLast(measure.horizon());
        meter.look(last.from(), later.to());
        meter.giveMove(row, measure, last, later.midTwice(), later.range(), meter.executionFlags() | last.flags() | later.flags());
    }

    /** Suppresses what looks beyond the last fill while it cannot; {@return whether it did} */
    static boolean isSuppressed(Meter meter, ParentRow row, Measure measure) {
        AsOf last = meter.mids().atLastFill();
        AsOf later = meter.mids().afterLast(measure.horizon());
        if (!meter.parent().isDone()) {
            row.suppress(measure, Flag.OPEN.bit());
        } else if (meter.parent().ledger().executed() == 0) {
            row.suppress(measure, Flag.NO_FILL.bit());
        } else if (last.midTwice() == Absent.LONG || later.midTwice() == Absent.LONG) {
            row.suppress(measure, last.flags() | later.flags());
        } else {
            return false;
        }
        return true;
    }
}
