package io.leakage.ui.text;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;

/**
 * How far a row as a whole may be trusted, and why. {@link Status#VALID} when every number that is due is valid,
 * {@link Status#SUPPRESSED} when there is no number at all, else {@link Status#DEGRADED}. A number that merely is not due yet (no fill,
 * the order still open, the market not yet so far) does not count against the row.
 *
 * @param status the status of the whole
 * @param flags  {@link Flag} bits of the row and of the measures that counted
 */
public record Quality(Status status, long flags) {
    private static final long NOT_YET = Flag.NO_FILL.bit() | Flag.OPEN.bit() | Flag.AWAITING_MARKET_DATA.bit();
    /** Not told, or not there to be measured: that says nothing of the numbers beside it. */
    private static final long NOT_ASKED = Flag.NO_REFERENCE.bit() | Flag.NOT_IDENTIFIED.bit()
            | Flag.TOO_FEW_PLACEBOS.bit() | Flag.VOLATILITY_BREAK.bit();

    /** {@return the quality of this row} */
    public static Quality of(ParentRow row) {
        boolean any = false;
        boolean whole = true;
        long counted = row.flags();
        long all = row.flags();
        for (int i = 0; i < Measure.count(); i++) {
            if (!Measure.at(i).isHeadline()) {
                continue;
            }
            Status status = row.status(Measure.at(i));
            long flags = row.flags(Measure.at(i)) & ~NOT_ASKED;
            all |= flags;
            any |= status != Status.SUPPRESSED;
            if (isDue(status, flags)) {
                whole &= status == Status.VALID;
                counted |= flags;
            }
        }
        if (!any) {
            return new Quality(Status.SUPPRESSED, all);
        }
        return new Quality(whole ? Status.VALID : Status.DEGRADED, counted);
    }

    private static boolean isDue(Status status, long flags) {
        return status != Status.SUPPRESSED || (flags & ~NOT_YET) != 0;
    }
}
