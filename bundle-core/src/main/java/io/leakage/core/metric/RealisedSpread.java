package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What of the effective spread the other side still had a while later, in basis points of the mid just before, weighted by money:
 * <pre>  2e4 · s · Σ qᵢ (pᵢ − m(tᵢ + h)) / Σ qᵢ m(tᵢ −)</pre>
 * <p>Positive is our cost. Over the fills whose two mids are known, see {@link Markout}. Worked case: bought at 100.01, mid 100.00 before
 * and 100.02 after: −2 bps, the other side lost.
 */
final class RealisedSpread implements ParentMeasure {
    private final Measure measure;

    /** @param measure which horizon */
    RealisedSpread(Measure measure) {
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
        double value = bps(side, sums.priceOfBoth(), sums.midOfBoth(), sums.touch());
        interval.begin(value);
        for (int corner = 0; corner < 4; corner++) {
            interval.include(bps(side, sums.priceOfBoth(), (corner & 1) == 0 ? sums.midOfBothLo() : sums.midOfBothHi(),
                    (corner & 2) == 0 ? sums.touchLo() : sums.touchHi()));
        }
        meter.giveOverFills(row, measure, value, measure.horizon(), sums.flagsOfTouch());
    }

    private static double bps(double side, double price, double mid, double touch) {
        return 2e4 * side * (price - mid) / touch;
    }
}
