package io.leakage.api.score;

/**
 * How far the scorecard has come, for progress lines, health checks and tests that wait.
 *
 * @param marketSequence last message number applied, of the feed that spoke last
 * @param marketEvents   market events applied
 * @param orderEvents    order events applied
 * @param marketNanos    venue time of the last market event, nanoseconds since the epoch, or {@code Absent.LONG}
 * @param clockNanos     the last time told by the clock inlet, or {@code Absent.LONG}
 * @param dropped        market events dropped because the ring was full
 * @param unapplied      events that did not fit (unknown order reference, unknown order …)
 * @param quarantined    drop-copy messages that could not be read
 * @param stale          instruments whose book could not be trusted when the clock was told last
 */
public record Progress(long marketSequence, long marketEvents, long orderEvents, long marketNanos, long clockNanos, long dropped,
        long unapplied, long quarantined, long stale) {
}
