package io.leakage.api.event;

/** How a number that is not there is written: never 0, never −1. */
public final class Absent {
    /** A price, quantity or time that the message did not carry. */
    public static final long LONG = Long.MIN_VALUE;
    /** A name (order, instrument, venue …) that the message did not carry. */
    public static final int NAME = -1;

    private Absent() {
    }
}
