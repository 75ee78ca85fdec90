package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.Depth;

/**
 * How much more of the quantity that waited at the touch was filled within a time than of what others displayed there before the order
 * arrived, in per cent of that quantity:
 * <pre>  100 · (filled within h / shares that began to wait) − 100 · expected(h)
 *   expected(h) = f / (f + w) · (1 − e^−(f + w)·h)</pre>
 * <p>The first is {@link FillProbability}. f and w are the rates at which a share displayed at the instrument's touch was executed and
 * withdrawn: shares executed, and withdrawn, there over shares times the time they were displayed, from the first quote of the day to the
 * order's arrival, so that nothing of the order is in it ({@link Baseline}). Constant rates are the usual model of competing risks
 * (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2002, chapter 8); whatever the queue's order, f / (f + w) is
 * what of it is executed in the end, and 1 / (f + w) how long a share stays on average (Little, Operations Research 9, 1961). A child that
 * joins the end of a queue is slower at first than that average: to be read across horizons and orders rather than by itself.
 *
 * <p>More is better, below nothing is the deficit. Suppressed like {@link FillProbability}; where the feed tells the top of the book alone
 * or nothing was executed at the touch before the arrival (NOT_IDENTIFIED); when the arrival is told more coarsely than to the millisecond
 * (ORDER_UNDECIDABLE) or lies before the tape (BEFORE_TAPE). Holes in the day before are flagged. Worked case: 100,000 share-seconds, 2,000
 * executed, 8,000 withdrawn: f 0.02, w 0.08 a second; within 10 s 0.2 · (1 − 1/e) = 12.64 % were to be expected, 50 % filled: 37.36 %.
 */
final class FillDeficit implements ParentMeasure {
    private final Measure measure;
    private final Measure probability;

    /**
     * One horizon.
     *
     * @param measure     within 1 s, 10 s or a minute
     * @param probability what was observed within the same
     */
    FillDeficit(Measure measure, Measure probability) {
        this.measure = measure;
        this.probability = probability;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        Rests rests = meter.footprints().rests();
        Baseline baseline = meter.footprints().baseline();
        long missing = rests.children() < FillProbability.LEAST || meter.now().depth() == Depth.L1 ? Flag.NOT_IDENTIFIED.bit() : 0;
        if ((missing | baseline.missing()) != 0) {
            row.suppress(measure, missing | baseline.missing() | rests.flags());
            return;
        }
        long within = FillProbability.within(probability);
        double expected = 100 * baseline.filledWithin(within);
        double value = FillProbability.look(rests, within, meter.interval()) - expected;
        double lo = meter.interval().lo() - expected;
        double hi = meter.interval().hi() - expected;
        Scores.give(row, measure, value, lo, hi, meter.executionFlags() | rests.flags() | baseline.doubts(meter.listing()));
    }
}
