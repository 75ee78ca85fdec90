package io.leakage.ui.text;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;

/**
 * How far a row as a whole may be trusted: the worst status of its measures, and why. A number that merely is not due yet (no fill,
 * the order still open, the market not yet so far) does not count against the row; when every number is of that kind, the row is
 * {@link Status#SUPPRESSED}.
 *
 * @param status the worst status
 * @param flags  {@link Flag} bits of the row and of the measures that counted
 */
public record Quality(Status status, long flags) {
    private static final long NOT_YET = Flag.NO_FILL.bit() | Flag.OPEN.bit() | Flag.AWAITING_MARKET_DATA.bit();

    /** {@return the quality of this row} */
    public static Quality of(ParentRow row) {
        Status worst = null;
        long counted = row.flags();
        long all = row.flags();
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            long flags = row.flags(measure);
            all |= flags;
            if (isDue(row.status(measure), flags)) {
                worst = worse(worst, row.status(measure));
                counted |= flags;
            }
        }
        return worst == null ? new Quality(Status.SUPPRESSED, all) : new Quality(worst, counted);
    }

    private static boolean isDue(Status status, long flags) {
        return status != Status.SUPPRESSED || flags == 0 || (flags & ~NOT_YET) != 0;
    }

    private static Status worse(Status one, Status other) {
        return one == null || other.compareTo(one) > 0 ? other : one;
    }
}
