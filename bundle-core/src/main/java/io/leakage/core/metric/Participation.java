package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What share of the market's volume the order was, in per cent, over its life or over the last minutes of it:
 * <pre>  100 · own executed / market volume</pre>
 * <p>The last minutes are those before its end, before now while it works, and no more of them than it lived. Own trades are part of the market's.
 * Suppressed when nothing traded (NOT_IDENTIFIED), while an own fill is ahead of the market data (AWAITING_MARKET_DATA), and like
 * {@link VsVwap}. Worked case: 500 executed while 10,000 traded: 5 %.
 */
final class Participation implements ParentMeasure {
    private final Measure measure;

    /** @param measure over the life, or over one or five minutes */
    Participation(Measure measure) {
        this.measure = measure;
    }

    @Override
    public boolean followsQuote() {
        return true;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        Life life = meter.life();
        int span = measure == Measure.PARTICIPATION_1M ? 0 : measure == Measure.PARTICIPATION_5M ? 1 : -1;
        long missing = life.missing();
        if (missing != 0 || span >= 0 && life.begin(span).missing() != 0) {
            row.suppress(measure, missing | (missing == 0 ? life.begin(span).missing() : 0));
        } else if (life.isAhead()) {
            row.suppress(measure, life.flags());
        } else {
            give(meter, row, span < 0 ? life.whole() : life.last(span), span < 0 ? life.start() : life.begin(span));
        }
    }

    private void give(Meter meter, ParentRow row, Traffic traffic, Mark begin) {
        Life life = meter.life();
        boolean whole = begin == life.start();
        long own = own(meter, begin);
        if (traffic.volume() == 0 || traffic.volumeLo() == 0) {
            row.suppress(measure, Flag.NOT_IDENTIFIED.bit() | life.flags());
            return;
        }
        double value = 100.0 * own / traffic.volume();
        long least = whole ? own : life.own().since(begin.to());
        long most = whole ? own : life.own().sinceAtMost(begin.from());
        Interval interval = meter.interval();
        interval.begin(value);
        interval.include(100.0 * least / traffic.volumeHi());
        interval.include(100.0 * most / traffic.volumeLo());
        if (life.isHoled()) {
            interval.begin(Double.NaN);
        }
        meter.give(row, measure, value, meter.executionFlags() | life.flags());
    }

    /** {@return what was executed since a mark, all of it when that is the arrival} */
    static long own(Meter meter, Mark begin) {
        return begin == meter.life().start() ? meter.parent().ledger().executed() : meter.life().own().since(begin.from());
    }
}
