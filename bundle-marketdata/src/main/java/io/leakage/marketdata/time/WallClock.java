package io.leakage.marketdata.time;

import java.time.Instant;

/** The machine's clock as this process reads it. Any thread. */
public final class WallClock {
    /** What its last digit is worth. */
    static final long RESOLUTION_NANOS = 1;

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private WallClock() {
    }

    /** {@return nanoseconds since the epoch} */
    public static long epochNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * NANOS_A_SECOND + now.getNano();
    }
}
