package io.leakage.core.book;

import io.leakage.api.event.Absent;

/** An instrument's opening and closing price as its trades tell them: the opening and closing cross; without one the first trade opens. */
final class SessionPrices {
    private static final char OPENING = 'O';
    private static final char CLOSING = 'C';

    private long open = Absent.LONG;
    private long openNanos = Absent.LONG;
    private long close = Absent.LONG;
    private boolean crossed;

    /** A trade; {@code crossType} is 0 unless it is a cross. */
    void traded(long nanos, long price, char crossType) {
        if (crossType == OPENING && !crossed || open == Absent.LONG) {
            open = price;
            openNanos = nanos;
            crossed = crossType == OPENING;
        }
        close = crossType == CLOSING ? price : close;
    }

    /** Trading hours begin: what traded before opened nothing. */
    void begin() {
        open = crossed ? open : Absent.LONG;
    }

    /** Another day. */
    void clear() {
        open = Absent.LONG;
        close = Absent.LONG;
        crossed = false;
    }

    /** {@return opening price in 1e-8, {@link Absent#LONG} before} */
    long open() {
        return open;
    }

    /** {@return when it opened} */
    long openNanos() {
        return openNanos;
    }

    /** {@return whether a cross opened it, not just the first trade we saw} */
    boolean isCrossed() {
        return crossed;
    }

    /** {@return closing price in 1e-8, {@link Absent#LONG} before} */
    long close() {
        return close;
    }
}
