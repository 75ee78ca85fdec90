package io.leakage.health;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.health.ClockReport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;

/**
 * Judges the clock. A clock that is steered is OK; one that drifts or that nobody vouches for is a WARN, for scores stay right among
 * themselves; one that jumped, or is whole seconds off, is CRITICAL, for durations across the jump are not durations.
 */
final class ClockCheck {
    private ClockCheck() {
    }

    /** {@return state, U and why; a warning when {@code report} is null because nobody watches the clock} */
    static Result of(ClockReport report) {
        Findings findings = new Findings();
        if (report == null) {
            return findings.add(Status.WARN, "nobody watches the clock: is the market data bundle running?").result();
        }
        return findings.add(status(report.state()), "the clock is %s, %s, %s: %s", report.state(), uncertainty(report.uncertaintyNanos()),
                report.traceable() ? "traceable to UTC" : "not claimed to be traceable to UTC", report.why()).result();
    }

    private static String uncertainty(long nanos) {
        return nanos == Absent.LONG ? "U unknown" : "U " + Findings.duration(nanos);
    }

    private static Status status(ClockState state) {
        return switch (state) {
            case LOCKED -> Status.OK;
            case HOLDOVER, FREE, UNSYNC -> Status.WARN;
            case STEPPED, TAI_SUSPECT -> Status.CRITICAL;
        };
    }
}
