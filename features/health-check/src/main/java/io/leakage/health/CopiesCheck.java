package io.leakage.health;

import io.leakage.api.event.Absent;
import io.leakage.api.health.CopyCondition;
import io.leakage.api.health.CopyState;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;

/**
 * Judges the drop copies. Flowing, or outside its hours, is OK; silent, or not to be started, is CRITICAL; what waits or misses messages is
 * a WARN. So is a message that was
 * kept unread, refused, late, or missing among the wrapped ones: a person should look at it.
 */
final class CopiesCheck {
    private CopiesCheck() {
    }

    /** {@return a line for each drop copy and for what it keeps unread; a warning when there is none} */
    static Result of(List<CopyState> copies) {
        Findings findings = new Findings();
        if (copies.isEmpty()) {
            findings.add(Status.WARN, "no drop copy is configured: there are no orders to measure");
        }
        copies.forEach(copy -> copy(findings, copy));
        return findings.result();
    }

    private static void copy(Findings findings, CopyState copy) {
        findings.add(status(copy.condition()), "%s is %s%s: last message %s, %s, gaps %,d, resends %,d, duplicates dropped %,d",
                copy.name(), copy.condition(), copy.trouble().isEmpty() ? "" : " (" + copy.trouble() + ")",
                copy.ageNanos() == Absent.LONG ? "never" : Findings.duration(copy.ageNanos()) + " ago",
                copy.hasGap() ? "missing " + copy.gapFrom() + " to " + (copy.gapTo() - 1) : "nothing missing", copy.gaps(),
                copy.resends(), copy.duplicates());
        findings.add(copy.quarantined() + copy.failures() > 0 ? Status.WARN : Status.OK,
                "%s delivered %,d messages, kept %,d unread, failed on %,d, holds %,d back", copy.name(), copy.delivered(),
                copy.quarantined(), copy.failures(), copy.spilled());
        findings.add(copy.rejected() + copy.late() + copy.innerMissing() > 0 ? Status.WARN : Status.OK,
                "%s rejected %,d, late %,d, gaps within wrapped messages %,d, missing there %,d, by type %s", copy.name(), copy.rejected(),
                copy.late(), copy.innerGaps(), copy.innerMissing(), copy.byType());
    }

    private static Status status(CopyCondition condition) {
        return switch (condition) {
            case FLOWING, CLOSED -> Status.OK;
            case WAITING, MISSING -> Status.WARN;
            case STALE, DOWN -> Status.CRITICAL;
        };
    }
}
