package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * How predictable the order's footprints are, in per cent, as the mean of three:
 * <pre>  100 · (repeated sizes + 1 / (1 + variation of the gaps) + venue repetition) / 3</pre>
 * <p>A footprint is a child accepted, replaced, cancelled, or filled; it is compared with those of its kind. Repeated sizes: of those that
 * are not the first of their kind, the share whose size an earlier one had. Variation of the gaps: standard deviation over mean of the time
 * from one to the next, 0 for a clock, 1 for arrivals at random (Cox and Lewis, The Statistical Analysis of Series of Events, 1966). Venue
 * repetition: the chance that two of them were on the same venue (Simpson, Measurement of Diversity, Nature 163, 1949). 100 is the same
 * size on the same venue at equal gaps. Neither good nor bad by itself: it tells how others could tell.
 *
 * <p>A busted fill is none. Suppressed with fewer than {@value #LEAST} footprints or all at one time (NOT_IDENTIFIED), and while no venue
 * was told (NO_REFERENCE). Times too coarse widen the interval. It needs no market data. Worked case: ten children of 100 a second apart,
 * half on each of two venues: sizes 1, gaps 1 / (1 + 0), venues 20 of 45 pairs: 81.48.
 */
final class OwnRegularity implements ParentMeasure {
    /** Of fewer footprints nothing is said. */
    static final int LEAST = 10;

    @Override
    public void score(Meter meter, ParentRow row) {
        Regularity regularity = meter.footprints().regularity();
        if (regularity.count() < LEAST || Double.isNaN(regularity.gapVariation())) {
            row.suppress(Measure.OWN_REGULARITY, Flag.NOT_IDENTIFIED.bit());
        } else if (Double.isNaN(regularity.venueRepetition())) {
            row.suppress(Measure.OWN_REGULARITY, Flag.NO_REFERENCE.bit());
        } else {
            double value = of(regularity, regularity.gapVariation());
            Interval interval = meter.interval();
            interval.begin(value);
            interval.include(of(regularity, regularity.gapVariationLo()));
            interval.include(of(regularity, regularity.gapVariationHi()));
            meter.give(row, Measure.OWN_REGULARITY, value, meter.executionFlags());
        }
    }

    private static double of(Regularity regularity, double variation) {
        return 100.0 * (regularity.repeatedSizes() + 1 / (1 + variation) + regularity.venueRepetition()) / 3;
    }
}
