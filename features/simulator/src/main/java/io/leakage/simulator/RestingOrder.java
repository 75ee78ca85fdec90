package io.leakage.simulator;

import io.leakage.api.event.Side;

/** A displayed order at its place in a queue; the queue's links are its own fields, so that it leaves from the middle in one step. */
final class RestingOrder {
    final long ref;
    final Side side;
    /** Units of 1e-8. */
    final long price;
    /** Null for a background order. */
    final OrderOwner owner;
    /** What is left; 0 once it is out of the book. */
    long shares;
    PriceLevel level;
    RestingOrder previous;
    RestingOrder next;

    RestingOrder(long ref, Side side, long price, long shares, OrderOwner owner) {
        this.ref = ref;
        this.side = side;
        this.price = price;
        this.shares = shares;
        this.owner = owner;
    }

    boolean live() {
        return level != null;
    }
}
