package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;

/** Gives a number the status its flags leave it. */
final class Scores {
    /** With one of these a number is shown, but how far it may be off nobody knows: it has no interval. */
    private static final long UNBOUNDED = Flag.ARRIVAL_INFERRED.bit() | Flag.RECON_MISMATCH.bit() | Flag.CONFLICT.bit()
            | Flag.TIME_INFERRED.bit() | Flag.CLOCK_INCONSISTENT.bit() | Flag.CORRECTION_WAITING.bit() | Flag.RESTATED.bit()
            | Flag.UNIT_AMBIGUOUS.bit() | Flag.DC_GAP.bit() | Flag.DC_EPOCH.bit() | Flag.DC_STALE.bit();
    /** With one of these a number is shown with its interval, but is not to be acted upon. */
    private static final long DEGRADING = UNBOUNDED | Flag.MD_GAP.bit() | Flag.MD_STALE.bit() | Flag.BOOK_SUSPECT.bit()
            | Flag.BOOK_CLEARED.bit() | Flag.LAGGED.bit() | Flag.HALT.bit() | Flag.AUCTION.bit() | Flag.LULD.bit()
            | Flag.SOURCE_CONFLICT.bit() | Flag.PARTIAL_HISTORY.bit()
            | Flag.ONE_SIDED.bit() | Flag.CROSSED.bit() | Flag.CENSORED.bit() | Flag.BEFORE_TAPE.bit();

    private Scores() {
    }

    /** Writes a number. */
    static void give(ParentRow row, Measure measure, double value, double lo, double hi, long flags) {
        if ((flags & DEGRADING) == 0) {
            row.score(measure, value, lo, hi, Status.VALID, flags);
        } else if ((flags & UNBOUNDED) == 0) {
            row.score(measure, value, lo, hi, Status.DEGRADED, flags);
        } else {
            row.score(measure, value, Double.NaN, Double.NaN, Status.DEGRADED, flags);
        }
    }
}
