package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.Depth;

/**
 * How much more of the other side's touch is withdrawn right after the order's footprints than at other times, in per cent of the touch:
 * <pre>  100 · (mean share after footprints − mean share after placebos)</pre>
 * <p>A footprint is a child accepted, replaced, cancelled, or filled. The share is what was withdrawn, not traded, from the best price of
 * the other side (the offers of a buy, the bids of a sell) within {@value Fade#WITHIN} ns after it, over what that price displayed at it;
 * whichever price is the best at the time counts, and more than all counts as all. The placebos of a footprint are the instants
 * {@value Fade#STEP} ns apart before it, {@value Fade#PLACEBOS} at most, with nothing of ours, of any parent in the instrument, from
 * {@value Fade#WITHIN} ns before to as long after; they lie in the second before it, so that even an order's first has them. A footprint
 * counts with {@value Fade#LEAST} of them. A feed of levels tells no orders: there what a level lost beyond what printed at its price
 * counts as withdrawn. To compare with the instrument's own quiet times just before is an event study (MacKinlay, Event Studies in
 * Economics and Finance, Journal of Economic Literature 35, 1997).
 *
 * <p>Positive is a cost on either side: what the order wants to take leaves. Suppressed where the feed tells the top of the book alone or
 * no footprint has its placebos (NOT_IDENTIFIED), when an own time in the instrument is told more coarsely than to the millisecond
 * (ORDER_UNDECIDABLE). Footprints the market data has not passed widen the interval. A busted fill is none. Worked case: 200 of 500
 * offered are withdrawn after a buy is accepted, and 0, 100, 0 of 500 at three quiet times before: 40 % − 6.67 % = 33.33 %.
 */
final class QuoteFade implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        Fades fades = meter.footprints().fades();
        long flags = fades.flags() | (fades.open() > 0 || meter.listing() == null ? Flag.AWAITING_MARKET_DATA.bit() : 0);
        if (fades.isCoarse()) {
            row.suppress(Measure.QUOTE_FADE, Flag.ORDER_UNDECIDABLE.bit());
        } else if (meter.now().depth() == Depth.L1 || fades.counted() == 0) {
            row.suppress(Measure.QUOTE_FADE, Flag.NOT_IDENTIFIED.bit() | flags);
        } else {
            double value = 100 * (fades.after() - fades.placebo());
            Interval interval = meter.interval();
            interval.begin(value);
            interval.include(100 * fades.excessLo());
            interval.include(100 * fades.excessHi());
            meter.give(row, Measure.QUOTE_FADE, value, meter.executionFlags() | flags);
        }
    }
}
