package io.leakage.marketdata.wire;

/**
 * How long and how often a feed tries to get back what it missed; every try is bounded.
 *
 * @param reorderNanos   how long a missing message may still come by itself, out of order or on another line, before it is asked for
 * @param answerNanos    how long an answer may take before the request is sent again
 * @param attempts       requests without progress before the range is given up, 1 or more
 * @param holeNanos      how long one hole may take in all
 * @param requestable    longest hole, in messages, that is asked for; a longer one needs a snapshot
 * @param snapshotNanos  how long one snapshot may take
 * @param snapshots      snapshots tried in a row, 1 or more
 * @param retryNanos     when, after all were in vain, a snapshot is tried anew
 * @param held           messages held back behind a hole, a power of two
 * @param silenceNanos   how long a line may say nothing
 */
public record RecoveryLimits(long reorderNanos, long answerNanos, int attempts, long holeNanos, long requestable, long snapshotNanos,
        int snapshots, long retryNanos, int held, long silenceNanos) {
    private static final long MILLI = 1_000_000L;

    /** 5 ms, 50 ms, 5 times, 5 s, 100 000 messages; 30 s, 3 times, again after 60 s; 262 144 messages held; silent after 2 s. */
    public static final RecoveryLimits DEFAULT = new RecoveryLimits(5 * MILLI, 50 * MILLI, 5, 5_000 * MILLI, 100_000, 30_000 * MILLI, 3,
            60_000 * MILLI, 1 << 18, 2_000 * MILLI);

    /** Refuses what can never work. */
    public RecoveryLimits {
        if (Integer.bitCount(held) != 1) {
            throw new IllegalArgumentException("held = " + held + ", expected a power of two");
        }
        if (attempts < 1 || snapshots < 1) {
            throw new IllegalArgumentException("attempts = " + attempts + ", snapshots = " + snapshots + ", expected 1 or more");
        }
    }
}
