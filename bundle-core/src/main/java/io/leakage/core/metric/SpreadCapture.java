package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What share of the spread the fills kept, in per cent, weighted by quantity:
 * <pre>  100 · s · Σ qᵢ (farᵢ − pᵢ) / Σ qᵢ (offerᵢ − bidᵢ),  the quote just before fill i</pre>
 * <p>0 at the far side, 50 at the mid, 100 at the near side; beyond outside the quote. Suppressed where the quote was locked
 * (NOT_IDENTIFIED), else see {@link OverFills}. Worked case: bought at 100.00, quote 99.99 to 100.01: 50 %.
 */
final class SpreadCapture implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.suppressedWithoutMids(row, Measure.SPREAD_CAPTURE, Horizon.TOUCH)) {
            return;
        }
        QuoteSums quotes = meter.fills().quotes();
        double value = 100 * quotes.captured(meter.parent().side());
        if (quotes.overflowed() || Double.isNaN(value)) {
            row.suppress(Measure.SPREAD_CAPTURE, (quotes.overflowed() ? Flag.OVERFLOW : Flag.NOT_IDENTIFIED).bit());
            return;
        }
        Interval interval = meter.interval();
        interval.begin(value);
        quotes.captured(meter.parent().side(), 100, interval);
        meter.giveOverFills(row, Measure.SPREAD_CAPTURE, value, Horizon.TOUCH, 0);
    }
}
