package io.leakage.simulator;

/** One child order, as the venue has it and as the desk has been told; the two differ by what is still under way. */
final class ChildOrder {
    final Worker parent;
    final boolean immediate;

    /** The id in force at the venue; a replace accepted there changes it. */
    String clOrdId;
    String orderId;
    long quantity;
    long price;
    long filled;
    /** Σ price · shares, in 1e-8. */
    long notional;
    boolean over;
    RestingOrder resting;

    /** What the desk believes. */
    long toldFilled;
    long toldPrice;
    long toldQuantity;
    boolean toldOver;
    /** The id of a replace or cancel request that has no answer yet, null when there is none. */
    String pendingId;

    ChildOrder(Worker parent, String clOrdId, long quantity, long price, boolean immediate) {
        this.parent = parent;
        this.clOrdId = clOrdId;
        this.quantity = quantity;
        this.price = price;
        this.immediate = immediate;
        toldPrice = price;
        toldQuantity = quantity;
    }

    long leaves() {
        return over ? 0 : quantity - filled;
    }

    char status() {
        if (filled >= quantity) {
            return '2';
        }
        if (over) {
            return '4';
        }
        return filled > 0 ? '1' : '0';
    }
}
