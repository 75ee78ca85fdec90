package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What share of the market's volume over the order's life buyers took, in per cent, of the volume of which it is known who took it:
 * <pre>  100 · bought / (bought + sold)</pre>
 * <p>Above 50 buyers were in a hurry. Own trades included. Suppressed where nobody knows of any trade who took it (NOT_IDENTIFIED), and like
 * {@link VsVwap}. Worked case: offers of 300 taken, bids of 100 hit, a cross of 1,000: 75 %.
 */
final class MarketAggressor implements ParentMeasure {
    @Override
    public boolean followsQuote() {
        return true;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        Life life = meter.life();
        long missing = life.missing();
        Traffic traffic = life.whole();
        if (missing != 0) {
            row.suppress(Measure.MARKET_AGGRESSOR_RATIO, missing);
        } else if (traffic.bought() + traffic.sold() == 0) {
            row.suppress(Measure.MARKET_AGGRESSOR_RATIO, Flag.NOT_IDENTIFIED.bit() | life.flags());
        } else {
            double value = 100.0 * traffic.bought() / (traffic.bought() + traffic.sold());
            Interval interval = meter.interval();
            interval.begin(value);
            traffic.boughtShares(100, interval);
            if (life.isHoled()) {
                interval.begin(Double.NaN);
            }
            meter.give(row, Measure.MARKET_AGGRESSOR_RATIO, value, life.flags());
        }
    }
}
