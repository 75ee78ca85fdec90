package io.leakage.api.event;

/** How what is not there is written: a number never as 0 or −1, which may be true, a name as −1, which no name has. */
public final class Absent {
    /** A price, quantity or time that the message did not carry. */
    public static final long LONG = Long.MIN_VALUE;
    /** A name (order, instrument, venue …) that the message did not carry. */
    public static final int NAME = -1;

    private Absent() {
    }
}
