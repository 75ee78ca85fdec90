package io.leakage.health;

import io.leakage.api.score.Progress;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;

/**
 * Judges the scorecard. No scorecard is CRITICAL. Events that never reached a score, books not trusted now, and scores that a restart
 * would have to compute anew are a WARN: the card goes on and marks what is unsound itself.
 */
final class ScorecardCheck {
    private static final String HEAP = "heap";

    private ScorecardCheck() {
    }

    /** {@return the verdict without a scorecard} */
    static Result absent() {
        return new Findings().add(Status.CRITICAL, "no scorecard: the engine is not running; was its configuration refused?").result();
    }

    /**
     * Judges.
     *
     * @param progress how far the scorecard has come; its counters count from the start
     * @param keptIn   where the rows are kept, as {@link io.leakage.api.score.Scorecard#keptIn} says it
     * @return a line each
     */
    static Result of(Progress progress, String keptIn) {
        Findings findings = new Findings();
        findings.add(Status.OK, "%,d market events and %,d order events applied", progress.marketEvents(), progress.orderEvents());
        count(findings, progress.dropped(), "market events dropped because the ring was full");
        count(findings, progress.unapplied(), "events that did not fit what was known");
        count(findings, progress.quarantined(), "drop-copy messages that could not be read");
        count(findings, progress.stale(), "instruments whose book cannot be trusted");
        findings.add(keptIn.startsWith(HEAP) ? Status.WARN : Status.OK, "scores are kept in %s", keptIn);
        return findings.result();
    }

    private static void count(Findings findings, long count, String what) {
        findings.add(count == 0 ? Status.OK : Status.WARN, "%,d %s", count, what);
    }
}
