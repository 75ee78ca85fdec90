package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What the fills cost against the participation-weighted price, in basis points: the average of the market's trades (not of the own fills) from
 * arrival on, up to the volume in which the whole order is a given share, the trade that reaches it pro rata:
 * <pre>  1e4 · s · (Σ pᵢqᵢ / X − PWP) / PWP</pre>
 * <p>Suppressed until the market has traded that volume (OPEN), without the order's quantity (NO_REFERENCE), and like {@link VsVwap}.
 * Worked case: an order of 100 at 10 % needs 1,000: the market trades 600 at 10.00 and 800 at 10.10, of which 400 count: PWP 10.04.
 */
final class ParticipationWeighted implements ParentMeasure {
    private final Measure measure;
    private final int rate;

    /**
     * One of a share.
     *
     * @param measure which
     * @param rate    its place among {@link Life#weighted}
     */
    ParticipationWeighted(Measure measure, int rate) {
        this.measure = measure;
        this.rate = rate;
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
        Weighted price = meter.life().weighted(rate);
        long missing = price.look();
        if (missing != 0) {
            row.suppress(measure, missing);
            return;
        }
        long start = meter.life().start().from();
        meter.look(start, price.reachedNanos());
        long holes = meter.life().holesUntil(start, meter.windowFlags());
        boolean holed = (holes & ~Flag.MD_CORRECTED.bit()) != 0;
        long coarse = price.lo() < price.hi() ? Flag.ORDER_UNDECIDABLE.bit() : 0;
        meter.giveAgainst(row, measure, price.average(), holed ? Double.NaN : price.lo(), holed ? Double.NaN : price.hi(),
                holes | coarse | meter.beginningFlags());
    }
}
