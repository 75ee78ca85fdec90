package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;

/**
 * An instrument's opening and closing price: as reference data tells them, else as its trades do, by the opening and closing cross; without
 * one the first trade opens.
 */
public final class SessionPrices {
    private static final char OPENING = 'O';
    private static final char CLOSING = 'C';

    private ReferenceData reference = ReferenceData.NONE;
    private long open = Absent.LONG;
    private long openNanos = Absent.LONG;
    private long close = Absent.LONG;
    private boolean crossed;

    SessionPrices() {
    }

    /** What is told goes before what is seen. */
    void refer(ReferenceData told) {
        reference = told;
    }

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
    public long open() {
        long told = reference.value(ReferenceField.OPEN);
        return told == Absent.LONG ? open : told;
    }

    /** {@return closing price in 1e-8, {@link Absent#LONG} before} */
    public long close() {
        long told = reference.value(ReferenceField.CLOSE);
        return told == Absent.LONG ? close : told;
    }

    /** {@return when the first trade opened it, as seen} */
    long openNanos() {
        return openNanos;
    }

    /** {@return whether only the first trade we saw tells the opening price} */
    boolean isSeen() {
        return reference.value(ReferenceField.OPEN) == Absent.LONG && !crossed;
    }
}
