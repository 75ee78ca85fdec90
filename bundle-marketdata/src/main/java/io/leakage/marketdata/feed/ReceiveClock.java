package io.leakage.marketdata.feed;

import java.time.Instant;

/** When something was received, as the JVM's clock says. */
final class ReceiveClock {
    private ReceiveClock() {
    }

    /** {@return nanoseconds since the epoch} */
    static long epochNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
