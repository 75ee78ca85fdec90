package io.leakage.core.metric;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * The mid a while before or after each fill against its price, in basis points, weighted by money:
 * <pre>  1e4 · s · Σ qᵢ (m(tᵢ + h) − pᵢ) / Σ qᵢ pᵢ</pre>
 * <p>Of one fill 1e4 · s · (m − p) / p. While the parent works, a rise after an aggressive buy is cost to what is left; after a passive fill
 * it is a good fill. Over the fills whose mid is known: while others wait it is flagged AWAITING_MARKET_DATA, where some never will
 * CENSORED (a halt in the window, the end of the feed) or as the tape says. Suppressed without any (NO_FILL before the first fill).
 * Worked case: bought 100 at 100.01 and 300 at 100.03, mids a second later 100.02 and 100.02:
 * 1e4 · (100·0.01 − 300·0.01) / (100·100.01 + 300·100.03) = −0.4999 bps.
 */
final class Markout implements ParentMeasure {
    private final Measure measure;

    /** @param measure which horizon */
    Markout(Measure measure) {
        this.measure = measure;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.suppressedWithoutMids(row, measure, measure.horizon())) {
            return;
        }
        FillSums sums = meter.fills().at(measure.horizon());
        double side = meter.parent().side().sign();
        Interval interval = meter.interval();
        double value = bps(side, sums.mid(), sums.price());
        interval.begin(value);
        interval.include(bps(side, sums.midLo(), sums.price()));
        interval.include(bps(side, sums.midHi(), sums.price()));
        meter.giveOverFills(row, measure, value, measure.horizon(), 0);
    }

    private static double bps(double side, double mid, double price) {
        return 1e4 * side * (mid - price) / price;
    }
}
