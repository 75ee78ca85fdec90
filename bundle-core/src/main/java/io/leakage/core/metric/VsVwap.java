package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What the fills cost against the average price of all trades from arrival to the end, to now while the order works, in basis points:
 * <pre>  1e4 · s · (Σ pᵢqᵢ / X − VWAP) / VWAP</pre>
 * <p>Own trades are among the market's, or are taken out of them, as if all had printed on the feed: then it is suppressed when nothing else
 * traded (NOT_IDENTIFIED). Also suppressed without a fill (NO_FILL), when nothing traded (NOT_IDENTIFIED), when the tape of trades does not reach
 * back to the arrival (BEFORE_TAPE), and when most of the market data is missing. While some is, it is degraded and has no interval.
 * Worked case (G6): bought 2,000 at 50.09 and 3,000 at 50.16, VWAP 50.10333: 1e4 · (50.132 − 50.10333) / 50.10333 = 5.72 bps.
 */
final class VsVwap implements ParentMeasure {
    private final Measure measure;

    /** @param measure own trades included, or not */
    VsVwap(Measure measure) {
        this.measure = measure;
    }

    @Override
    public boolean followsQuote() {
        return true;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.suppressedWithoutFills(row, measure)) {
            return;
        }
        Life life = meter.life();
        long missing = life.missing();
        boolean without = measure == Measure.VS_VWAP_EX_OWN;
        long own = without ? meter.parent().ledger().executed() : 0;
        Traffic traffic = life.whole();
        if (missing != 0) {
            row.suppress(measure, missing);
        } else if (without && life.isAhead()) {
            row.suppress(measure, life.flags());
        } else if (traffic.volume() <= own || traffic.volumeLo() <= own && own > 0) {
            row.suppress(measure, Flag.NOT_IDENTIFIED.bit() | life.flags());
        } else {
            double money = own == 0 ? 0 : ownMoney(meter);
            boolean holed = life.isHoled();
            meter.giveAgainst(row, measure, traffic.average(own, money), holed ? Double.NaN : traffic.averageLo(own, money),
                    holed ? Double.NaN : traffic.averageHi(own, money), life.flags());
        }
    }

    /** {@return money of the own fills over the reference of the market's, in units of 1e-8} */
    static double ownMoney(Meter meter) {
        return meter.parent().ledger().overTwice(2 * meter.life().whole().reference()) / 2.0;
    }
}
