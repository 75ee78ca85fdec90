package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.Listing;

/**
 * What the fills cost against a price of the day, in basis points of it:
 * <pre>  1e4 · s · (Σ pᵢqᵢ / X − P) / P,  P the opening, the closing or the last day's closing price</pre>
 * <p>As reference data tells them; without, the opening and closing cross, and without an opening cross the first trade (in trading hours, where
 * the venue tells them). Suppressed without a fill (NO_FILL), and without the price (NO_REFERENCE).
 * Worked case (G6): bought at 50.132 on average, close 50.16: −5.58 bps.
 */
final class VsSessionPrice implements ParentMeasure {
    private final Measure measure;

    /** @param measure which price */
    VsSessionPrice(Measure measure) {
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
        long price = price(meter.listing(), measure);
        if (price == Absent.LONG || price <= 0) {
            row.suppress(measure, Flag.NO_REFERENCE.bit());
            return;
        }
        long doubts = measure == Measure.VS_OPEN ? meter.listing().openDoubts() : 0;
        double end = doubts == 0 ? price : Double.NaN;
        meter.giveAgainst(row, measure, price, end, end, doubts);
    }

    /** {@return the price in units of 1e-8, {@code Absent.LONG} while not known} */
    static long price(Listing listing, Measure measure) {
        if (listing == null) {
            return Absent.LONG;
        }
        return switch (measure) {
            case VS_OPEN -> listing.session().open();
            case VS_CLOSE -> listing.session().close();
            default -> listing.reference().value(ReferenceField.PRIOR_CLOSE);
        };
    }
}
