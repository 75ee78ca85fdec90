package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;

/** Gives a number the status its flags leave it. */
public final class Scores {
    private Scores() {
    }

    /** Writes a number with its interval and {@link Flag} bits. */
    public static void give(ParentRow row, Measure measure, double value, double lo, double hi, long flags) {
        if (!Flag.degrade(flags)) {
            row.score(measure, value, lo, hi, Status.VALID, flags);
        } else if (!Flag.unbound(flags)) {
            row.score(measure, value, lo, hi, Status.DEGRADED, flags);
        } else {
            row.score(measure, value, Double.NaN, Double.NaN, Status.DEGRADED, flags);
        }
    }
}
