package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * A measure over the fills of a parent whose mid at a horizon is known: from their sums, so weighted by money. While others wait it is
 * flagged AWAITING_MARKET_DATA, where some never will have their mid CENSORED (a halt in the window, the end of the feed) or as the tape
 * says. Suppressed without any (NO_FILL before the first fill). Times too coarse leave an interval.
 */
abstract class OverFills implements ParentMeasure {
    final Measure measure;
    private final Horizon horizon;

    /** @param measure which, with its horizon */
    OverFills(Measure measure) {
        this.measure = measure;
        this.horizon = measure.horizon();
    }

    @Override
    public final void score(Meter meter, ParentRow row) {
        if (!meter.suppressedWithoutMids(row, measure, horizon)) {
            give(meter, row, meter.fills().at(horizon), meter.parent().side().sign());
        }
    }

    /** Writes the number; {@code sums} are over at least one fill. */
    abstract void give(Meter meter, ParentRow row, FillSums sums, double side);

    /** Over the average price of the fills and their average mid. */
    abstract static class OfPrice extends OverFills {
        OfPrice(Measure measure) {
            super(measure);
        }

        /** {@return basis points} */
        abstract double bps(double side, double price, double mid);

        @Override
        final void give(Meter meter, ParentRow row, FillSums sums, double side) {
            double value = bps(side, sums.price(), sums.mid());
            Interval interval = meter.interval();
            interval.begin(value);
            interval.include(bps(side, sums.price(), sums.midLo()));
            interval.include(bps(side, sums.price(), sums.midHi()));
            meter.giveOverFills(row, measure, value, measure.horizon(), 0);
        }
    }

    /** Over those of the fills whose mid just before is known as well. */
    abstract static class OfTouch extends OverFills {
        OfTouch(Measure measure) {
            super(measure);
        }

        /** {@return basis points} */
        abstract double bps(double side, double price, double mid, double touch);

        @Override
        final void give(Meter meter, ParentRow row, FillSums sums, double side) {
            if (sums.both() == 0) {
                row.suppress(measure, sums.flagsOfTouch() == 0 ? Flag.AWAITING_MARKET_DATA.bit() : sums.flagsOfTouch());
                return;
            }
            double value = bps(side, sums.priceOfBoth(), sums.midOfBoth(), sums.touch());
            Interval interval = meter.interval();
            interval.begin(value);
            for (int corner = 0; corner < 4; corner++) {
                interval.include(bps(side, sums.priceOfBoth(), (corner & 1) == 0 ? sums.midOfBothLo() : sums.midOfBothHi(),
                        (corner & 2) == 0 ? sums.touchLo() : sums.touchHi()));
            }
            meter.giveOverFills(row, measure, value, measure.horizon(), sums.flagsOfTouch());
        }
    }
}
