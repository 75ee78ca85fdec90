package io.leakage.marketdata.wire;

/** The snapshots tried for one loss: so many in a row, each in its time; after all were in vain, anew after a while. */
final class SnapshotTries {
    private static final long NEVER = Long.MAX_VALUE;

    private final Recourse recourse;
    private final RecoveryLimits limits;
    private boolean running;
    private boolean begun;
    private boolean emptied;
    private int tried;
    private long deadline = NEVER;
    private long retryAt = NEVER;

    SnapshotTries(Recourse recourse, RecoveryLimits limits) {
        this.recourse = recourse;
        this.limits = limits;
    }

    /** {@return false when there is no server} */
    boolean start(long now) {
        retryAt = NEVER;
        emptied = false;
        tried = 0;
        running = ask(now);
        return running;
    }

    /** {@return false when it was the last of the row} */
    boolean again(long now) {
        return tried < limits.snapshots() && ask(now);
    }

    private boolean ask(long now) {
        if (!recourse.snapshot()) {
            return false;
        }
        tried++;
        begun = false;
        deadline = now + limits.snapshotNanos();
        return true;
    }

    /** {@return whether this is the first message of a snapshot: what the sink has is void} */
    boolean begins() {
        if (begun) {
            return false;
        }
        begun = true;
        emptied = true;
        return true;
    }

    void stop() {
        running = false;
        recourse.enough();
    }

    void retry(long now) {
        retryAt = now + limits.retryNanos();
    }

    void noRetry() {
        retryAt = NEVER;
    }

    boolean isRunning() {
        return running;
    }

    /** {@return whether the sink was told to throw away what it has} */
    boolean isEmptied() {
        return emptied;
    }

    long deadline() {
        return deadline;
    }

    long retryAt() {
        return retryAt;
    }
}
