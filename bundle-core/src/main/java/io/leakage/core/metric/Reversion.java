package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.MidRange;

/**
 * What share of the mid's move from arrival to the last fill was gone a while later, in per cent:
 * <pre>  −100 · (m(t_last + h) − m(t_last)) / (m(t_last) − P0)</pre>
 * <p>100: all of it was gone; 0: it stayed; negative: it went on. The side cancels out. Suppressed like {@link PostTradeDrift}, and where
 * the move was less than a tick (NOT_IDENTIFIED): a cent at or above one unit of currency, a hundredth of a cent below (Regulation NMS,
 * rule 612). Worked case: P0 100.00, mid 100.10 at the last fill, 100.04 a minute later: −100 · (−0.06) / 0.10 = 60 %.
 */
final class Reversion implements ParentMeasure {
    private static final long CENT_TWICE = 2_000_000L;
    private static final long ONE_TWICE = 200_000_000L;

    private final Measure measure;

    /** @param measure which horizon */
    Reversion(Measure measure) {
        this.measure = measure;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        if (PostTradeDrift.isSuppressed(meter, row, measure)) {
            return;
        }
        AsOf arrival = meter.atArrival();
        AsOf last = meter.mids().atLastFill();
        AsOf later = meter.mids().afterLast(measure.horizon());
        long flags = meter.fillFlags() | last.flags() | later.flags();
        if (arrival.midTwice() == Absent.LONG) {
            row.suppress(measure, Flag.NO_ARRIVAL_PRICE.bit() | meter.arrivalFlags());
        } else if (!isIdentified(arrival.range(), last.range())) {
            row.suppress(measure, flags | Flag.NOT_IDENTIFIED.bit());
        } else {
            meter.look(arrival.from(), later.to());
            give(meter, row, flags);
        }
    }

    private void give(Meter meter, ParentRow row, long flags) {
        AsOf arrival = meter.atArrival();
        AsOf last = meter.mids().atLastFill();
        AsOf later = meter.mids().afterLast(measure.horizon());
        Interval interval = meter.interval();
        double value = percent(arrival.midTwice(), last.midTwice(), later.midTwice());
        interval.begin(value);
        for (int corner = 0; corner < 8; corner++) {
            interval.include(percent(end(arrival.range(), corner & 1), end(last.range(), corner & 2), end(later.range(), corner & 4)));
        }
        meter.give(row, measure, value, flags);
    }

    private static double percent(long arrivalTwice, long lastTwice, long laterTwice) {
        return -100.0 * (laterTwice - lastTwice) / (lastTwice - arrivalTwice);
    }

    private static long end(MidRange range, int high) {
        return high == 0 ? range.loTwice() : range.hiTwice();
    }

    /** Whichever of the mids possible were the true ones, there was a move, and to one side. */
    private static boolean isIdentified(MidRange from, MidRange to) {
        long tick = from.loTwice() < ONE_TWICE ? CENT_TWICE / 100 : CENT_TWICE;
        return to.loTwice() - from.hiTwice() >= tick || from.loTwice() - to.hiTwice() >= tick;
    }
}
