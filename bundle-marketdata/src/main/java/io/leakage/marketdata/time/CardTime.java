package io.leakage.marketdata.time;

/**
 * A network card's clock usually counts TAI, a whole number of seconds from UTC; the kernel's time of the same packet says which number. A
 * card that is then still further off than a packet takes from the line to the kernel is not set by anybody, and its time is of no use.
 */
final class CardTime {
    /** No usable time. */
    static final long NONE = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000L;
    private static final long FARTHEST = 1_000_000L;

    private CardTime() {
    }

    /**
     * Brings a card's time to UTC.
     *
     * @param cardNanos   the card's time of a packet, nanoseconds, 0 when it gave none
     * @param kernelNanos the kernel's, nanoseconds since the epoch, 0 when it gave none
     * @return nanoseconds since the epoch, {@link #NONE} when there is none or it is more than 1 ms off
     */
    static long utc(long cardNanos, long kernelNanos) {
        if (cardNanos == 0 || kernelNanos == 0) {
            return NONE;
        }
        long seconds = Math.floorDiv(cardNanos - kernelNanos + SECOND / 2, SECOND);
        long utc = cardNanos - seconds * SECOND;
        return Math.abs(utc - kernelNanos) <= FARTHEST ? utc : NONE;
    }
}
