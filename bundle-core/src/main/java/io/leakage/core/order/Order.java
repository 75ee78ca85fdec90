package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import java.util.ArrayList;
import java.util.List;

/** One order on the street or at the desk: a chain of ClOrdIDs that replaced each other, and its executions. */
public final class Order {
    final List<Execution> executions = new ArrayList<>(4);
    ParentOrder parent;
    /** Its place among its parent's children, −1 while it is its own parent. */
    int number = -1;
    /** Others name it as their parent: its own executions only repeat theirs. */
    boolean hasChildren;
    boolean newOrderSeen;
    int name;
    int orderId = Absent.NAME;
    int account = Absent.NAME;
    int venue = Absent.NAME;
    int strategy = Absent.NAME;
    int instrument = Absent.NAME;
    Side side;
    long quantity = Absent.LONG;
    long price = Absent.LONG;
    long sentNanos = Absent.LONG;
    long sentTruncation;
    long executed;
    char state = 'A';
    long flags;

    Order(int name) {
        this.name = name;
    }

    /** {@return its place among its parent's children, −1 while it is its own parent} */
    public int number() {
        return number;
    }

    /** {@return its newest ClOrdID} */
    public int name() {
        return name;
    }

    /** {@return its OrderID} */
    public int orderId() {
        return orderId;
    }

    /** {@return its side} */
    public Side side() {
        return side;
    }

    /** {@return OrderQty or {@code Absent.LONG}} */
    public long quantity() {
        return quantity;
    }

    /** {@return limit price in units of 1e-8, or {@code Absent.LONG}} */
    public long price() {
        return price;
    }

    /** {@return what it executed, busts taken off} */
    public long executed() {
        return executed;
    }

    /** {@return OrdStatus (39)} */
    public char state() {
        return state;
    }

    /** {@return when it was sent, or first heard of} */
    public long sentNanos() {
        return sentNanos;
    }

    /** {@return the name of its venue} */
    public int venue() {
        return venue;
    }

    /** {@return the name of its strategy} */
    public int strategy() {
        return strategy;
    }

    /** {@return {@code Flag} bits} */
    public long flags() {
        return flags;
    }

    /** {@return whether nothing more is expected: filled, done for day, canceled, rejected, expired, stopped calculation} */
    public boolean isDone() {
        return switch (state) {
            case '2', '3', '4', '8', 'C' -> true;
            default -> false;
        };
    }

    void sent(long nanos, long truncation) {
        sentNanos = nanos;
        sentTruncation = truncation;
    }

    boolean isThroughLimit(long fillPrice) {
        return price != Absent.LONG && side != null && side.sign() * (fillPrice - price) > 0;
    }
}
