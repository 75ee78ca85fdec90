package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.book.ReferenceData;

/**
 * How far the mid has moved against the order beyond what its reference basket explains, in basis points:
 * <pre>  drift − 1e4 · s · β · move of the basket since arrival</pre>
 * <p>The basket: see {@link Basket}. Suppressed without β or a basket (NO_REFERENCE), while the mid of a member is not known, and like
 * {@link Drift}, which it is scored after. Worked case (G4): bought, drift 48 bps, β 1.3, basket up 1.2 %: 48 − 156 = −108 bps.
 */
final class MarketAdjustedDrift implements ParentMeasure {
    private static final Measure MEASURE = Measure.MARKET_ADJUSTED_DRIFT;

    @Override
    public boolean followsQuote() {
        return true;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        Basket basket = meter.basket();
        double beta = beta(meter);
        if (Double.isNaN(beta) || basket.counted() == 0) {
            row.suppress(MEASURE, Flag.NO_REFERENCE.bit());
        } else if (row.status(Measure.DRIFT) == Status.SUPPRESSED) {
            row.suppress(MEASURE, row.flags(Measure.DRIFT));
        } else if (Double.isNaN(basket.move())) {
            row.suppress(MEASURE, basket.flags());
        } else {
            double scale = 1e4 * meter.parent().side().sign() * beta;
            Interval interval = meter.interval();
            interval.begin(row.lo(Measure.DRIFT) - scale * basket.moveLo());
            interval.include(row.lo(Measure.DRIFT) - scale * basket.moveHi());
            interval.include(row.hi(Measure.DRIFT) - scale * basket.moveLo());
            interval.include(row.hi(Measure.DRIFT) - scale * basket.moveHi());
            meter.give(row, MEASURE, row.value(Measure.DRIFT) - scale * basket.move(), row.flags(Measure.DRIFT) | basket.flags());
        }
    }

    /** {@return β, NaN when nobody told it} */
    static double beta(Meter meter) {
        ReferenceData data = meter.listing() == null ? null : meter.listing().reference();
        return data == null || data.value(ReferenceField.BETA) == Absent.LONG ? Double.NaN : data.of(ReferenceField.BETA, Double.NaN);
    }
}
