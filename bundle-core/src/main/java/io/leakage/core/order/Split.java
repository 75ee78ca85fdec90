package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;

/**
 * A corporate action: what was executed before it is told in new shares.
 *
 * @param nanos       when it was told, {@code Absent.LONG} when unknown
 * @param numerator   so many new shares
 * @param denominator for so many old ones
 */
record Split(long nanos, long numerator, long denominator) {
    /**
     * Tells an execution in new shares when it is older; one too large for that is flagged and left.
     *
     * @param heardBefore whether it was heard of before this: that decides when the times do not
     */
    void applyTo(Execution execution, boolean heardBefore) {
        boolean undecided = nanos == Absent.LONG || execution.nanos == Absent.LONG || execution.nanos == nanos
                || Flag.TIME_INFERRED.in(execution.flags);
        if (undecided ? !heardBefore : execution.nanos > nanos) {
            return;
        }
        try {
            execution.scale(numerator, denominator);
        } catch (ArithmeticException tooLarge) {
            execution.flags |= Flag.OVERFLOW.bit();
        }
    }
}
