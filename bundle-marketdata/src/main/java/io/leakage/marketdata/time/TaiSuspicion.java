package io.leakage.marketdata.time;

/**
 * A whole number of seconds from 10 to 40 is what TAI and UTC differ by or differed by since 1972: a clock that is off by as much, give or
 * take a millisecond, is on the wrong scale, whatever its source says of itself.
 */
final class TaiSuspicion {
    private static final long NANOS = 1_000_000_000L;
    private static final long TOLERANCE = 1_000_000L;
    private static final long LEAST = 10;
    private static final long MOST = 40;

    private TaiSuspicion() {
    }

    /** {@return the whole seconds that this offset (nanoseconds) is suspected of, with its sign; 0 for none} */
    static long seconds(long offsetNanos) {
        long seconds = Math.round((double) offsetNanos / NANOS);
        boolean whole = Math.abs(offsetNanos - seconds * NANOS) <= TOLERANCE;
        return whole && Math.abs(seconds) >= LEAST && Math.abs(seconds) <= MOST ? seconds : 0;
    }
}
