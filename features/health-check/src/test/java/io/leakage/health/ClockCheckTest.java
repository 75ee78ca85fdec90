package io.leakage.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.health.ClockReport;
import java.util.List;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockCheckTest {
    @ParameterizedTest(name = "a clock that is {0} makes {1}")
    @CsvSource({"LOCKED, OK", "HOLDOVER, WARN", "FREE, WARN", "UNSYNC, WARN", "STEPPED, CRITICAL", "TAI_SUSPECT, CRITICAL"})
    void aClockIsJudgedByItsState(ClockState state, Status verdict) {
        assertEquals(verdict, ClockCheck.of(report(state, 1_500, false)).getStatus());
    }

    @Test
    void uncertaintyTraceabilityAndReasonAreTold() {
        assertEquals(List.of("OK the clock is LOCKED, U 0.012 ms, traceable to UTC: ptp4l follows a grandmaster"),
                Lines.of(ClockCheck.of(report(ClockState.LOCKED, 12_345, true))));
    }

    @Test
    void whatNothingBoundsIsUnknown() {
        assertEquals(List.of("WARN the clock is UNSYNC, U unknown, not claimed to be traceable to UTC: ptp4l follows a grandmaster"),
                Lines.of(ClockCheck.of(report(ClockState.UNSYNC, Absent.LONG, false))));
    }

    @Test
    void aClockNobodyWatchesIsWarnedOf() {
        assertEquals(Status.WARN, ClockCheck.of(null).getStatus());
    }

    private static ClockReport report(ClockState state, long uncertaintyNanos, boolean traceable) {
        return new ClockReport(0, state, uncertaintyNanos, traceable, "ptp4l follows a grandmaster", 0, 0, "", -1, 37, 0, List.of(),
                List.of(), List.of(), List.of());
    }
}
