package io.leakage.api.event;

/** Which side of the book; short sales (FIX 54=5, 6) are sells. */
public enum Side {
    /** Bids, and orders that pay. */
    BUY,
    /** Offers, and orders that receive. */
    SELL;

    /** {@return +1 for a buy, −1 for a sell: times a price move it is positive when the move hurts} */
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    /** {@return the other side} */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
