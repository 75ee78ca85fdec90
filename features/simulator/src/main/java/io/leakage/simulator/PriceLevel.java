package io.leakage.simulator;

/** All orders of one side at one price, first come first served. */
final class PriceLevel {
    final long price;
    long shares;
    int orders;
    RestingOrder first;
    private RestingOrder last;

    PriceLevel(long price) {
        this.price = price;
    }

    void join(RestingOrder order) {
        order.level = this;
        order.previous = last;
        if (last == null) {
            first = order;
        } else {
            last.next = order;
        }
        last = order;
        shares += order.shares;
        orders++;
    }

    void leave(RestingOrder order) {
        if (order.previous == null) {
            first = order.next;
        } else {
            order.previous.next = order.next;
        }
        if (order.next == null) {
            last = order.previous;
        } else {
            order.next.previous = order.previous;
        }
        shares -= order.shares;
        orders--;
        order.shares = 0;
        order.level = null;
        order.previous = null;
        order.next = null;
    }
}
