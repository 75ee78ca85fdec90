package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * The mid a while before or after each fill against the mid just before it, in basis points, weighted by money:
 * <pre>  1e4 · s · Σ qᵢ (m(tᵢ + h) − m(tᵢ −)) / Σ qᵢ m(tᵢ −)</pre>
 * <p>Other than {@link Markout} it has nothing of the spread in it: it is how the market moved around our fills. Over the fills whose two
 * mids are known. Worked case: sold, mid 100.00 just before and 99.98 a second later: 2 bps.
 */
final class MidMarkout implements ParentMeasure {
    private final Measure measure;

    /** @param measure which horizon */
    MidMarkout(Measure measure) {
        this.measure = measure;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.suppressedWithoutMids(row, measure, measure.horizon())) {
            return;
        }
        FillSums sums = meter.fills().at(measure.horizon());
        if (sums.both() == 0) {
            row.suppress(measure, sums.flagsOfTouch() == 0 ? Flag.AWAITING_MARKET_DATA.bit() : sums.flagsOfTouch());
            return;
        }
        double side = meter.parent().side().sign();
        Interval interval = meter.interval();
        double value = bps(side, sums.midOfBoth(), sums.touch());
        interval.begin(value);
        for (int corner = 0; corner < 4; corner++) {
            interval.include(bps(side, (corner & 1) == 0 ? sums.midOfBothLo() : sums.midOfBothHi(),
                    (corner & 2) == 0 ? sums.touchLo() : sums.touchHi()));
        }
        meter.giveOverFills(row, measure, value, measure.horizon(), sums.flagsOfTouch());
    }

    private static double bps(double side, double mid, double touch) {
        return 1e4 * side * (mid - touch) / touch;
    }
}
