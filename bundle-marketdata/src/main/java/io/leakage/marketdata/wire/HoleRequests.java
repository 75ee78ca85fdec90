package io.leakage.marketdata.wire;

/** The requests for one hole: one at a time, sent again after a time-out, given up after so many without progress. */
final class HoleRequests {
    /** Most messages asked for at once; a server answers with as many as fit a packet. */
    private static final int CHUNK = 1_000;

    private final Recourse recourse;
    private final RecoveryLimits limits;
    private final SequenceCounts counts;
    private long asked;
    private long deadline;
    private int attempts;

    HoleRequests(Recourse recourse, RecoveryLimits limits, SequenceCounts counts) {
        this.recourse = recourse;
        this.limits = limits;
        this.counts = counts;
    }

    /** {@return false when nobody can be asked} */
    boolean begin(long from, long to, long now) {
        attempts = 0;
        return ask(from, to, now);
    }

    /** Some of it came: asks for the rest. */
    void progressed(long from, long to, long now) {
        if (from > asked && from < to) {
            attempts = 0;
            ask(from, to, now);
        }
    }

    /** {@return false when it is time to give up} */
    boolean tick(long from, long to, long now) {
        if (now < deadline) {
            return true;
        }
        if (from > asked) {
            attempts = 0;
        }
        return attempts < limits.attempts() && ask(from, to, now);
    }

    long deadline() {
        return deadline;
    }

    private boolean ask(long from, long to, long now) {
        if (!recourse.request(from, (int) Math.min(CHUNK, to - from))) {
            return false;
        }
        attempts++;
        asked = from;
        deadline = now + limits.answerNanos();
        counts.requests++;
        return true;
    }
}
