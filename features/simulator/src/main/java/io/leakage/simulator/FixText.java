package io.leakage.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How FIX spells numbers and times. */
final class FixText {
    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.nnnnnnnnn").withZone(ZoneOffset.UTC);

    private FixText() {
    }

    /** {@return a price of units of 1e-8 without trailing zeros} */
    static String decimal(long price) {
        BigDecimal exact = BigDecimal.valueOf(price, 8).stripTrailingZeros();
        return exact.toPlainString();
    }

    /** {@return a UTC timestamp with nanoseconds, from nanoseconds since the epoch} */
    static String time(long nanos) {
        return UTC.format(Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND)));
    }
}
