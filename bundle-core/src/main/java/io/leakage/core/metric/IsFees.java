package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;

/**
 * Commission and fees as the executions told them, in money. Suppressed while none did (NO_REFERENCE): then
 * {@link ImplementationShortfall} counts none. Worked case: commission 70 and a fee of 5: 75 $.
 */
final class IsFees implements ParentMeasure {
    @Override
    public void score(Meter meter, ParentRow row) {
        long fees = meter.parent().ledger().fees();
        if (fees == Absent.LONG) {
            row.suppress(Measure.IS_FEES, Flag.NO_REFERENCE.bit());
        } else {
            meter.interval().begin(fees / 1e8);
            meter.give(row, Measure.IS_FEES, fees / 1e8, meter.executionFlags());
        }
    }
}
