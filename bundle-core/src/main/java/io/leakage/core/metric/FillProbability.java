package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * What share of the quantity that waited at the touch was filled within a time before it was withdrawn, in per cent:
 * <pre>  100 · filled within h / shares that began to wait</pre>
 * <p>Every child of which the acceptance was told, at a limit that was its side's best price just before or better and did not reach
 * the other side's; from then on, or from a replace to another price or a larger quantity. Fill and withdrawal compete, and what still
 * waits at the parent's last message is censored then, as likely to fare like what waited as long: see {@link Incidence}. Without any that
 * waits it is the plain share. Its interval holds what it is once nothing waits, whatever becomes of that.
 *
 * <p>More is better. A busted fill is none. Suppressed with fewer than {@value #LEAST} children at the touch (NOT_IDENTIFIED). Those of
 * which nobody knows whether they were there, for a hole in the market data or a time too coarse, are left out and widen the interval.
 * Worked case: ten of 100, five filled after 0.5 s, two waiting for 0.8 s, two withdrawn after 2 s, one filled after 3 s: 50 % within a
 * second; of the 500 at risk when two are censored 300 go on, so that the last fill counts for 5/3: 66.67 % within ten.
 */
final class FillProbability implements ParentMeasure {
    /** Of fewer children nothing is said. */
    static final int LEAST = 10;

    private final Measure measure;

    /** @param measure within 1 s, 10 s or a minute */
    FillProbability(Measure measure) {
        this.measure = measure;
    }

    /** {@return the time a measure of filling looks at, nanoseconds} */
    static long within(Measure measure) {
        return switch (measure) {
            case FILL_PROBABILITY_1S -> 1_000_000_000L;
            case FILL_PROBABILITY_10S -> 10_000_000_000L;
            case FILL_PROBABILITY_1M -> 60_000_000_000L;
            default -> throw new IllegalArgumentException(measure + " looks at no time of filling");
        };
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        Rests rests = meter.footprints().rests();
        long flags = rests.flags();
        if (rests.children() < LEAST) {
            row.suppress(measure, Flag.NOT_IDENTIFIED.bit() | flags);
            return;
        }
        double value = look(rests, within(measure), meter.interval());
        meter.give(row, measure, value, meter.executionFlags() | flags);
    }

    /** Its ends: nothing of what is not known was filled in time, or all of it. {@return the value, its interval written} */
    static double look(Rests rests, long within, Interval interval) {
        Incidence sums = rests.sums();
        double value = 100.0 * sums.filledWithin(within) / sums.shares();
        double all = sums.shares() + (double) rests.undecided();
        double least = sums.surelyWithin(within - rests.coarseness());
        double most = sums.surelyWithin(within + rests.coarseness()) + (double) sums.undecidedWithin(within + rests.coarseness())
                + rests.undecided();
        interval.begin(value);
        interval.include(100 * least / all);
        interval.include(100 * most / all);
        return value;
    }
}
