package io.leakage.core.order;

import io.leakage.api.event.Side;

/**
 * A step in an order's life that others could see, executions apart: it came to rest, was replaced, left, or quotes for it were
 * asked for.
 */
public final class Step {
    /** What happened. */
    public enum Kind {
        /** The venue accepted and displayed it. */
        ACCEPTED,
        /** It was replaced: another price or quantity is displayed. */
        REPLACED,
        /** It left without a trade: canceled, expired, done for the day. */
        LEFT,
        /** A counterparty was asked for a quote. */
        ASKED
    }

    private final Order order;
    private final Kind kind;
    private final long nanos;
    private final long truncation;

    /**
     * A step.
     *
     * @param order      the order that took it
     * @param kind       what happened
     * @param nanos      event time
     * @param truncation for so many nanoseconds from there on it may have been, 0 when the time is exact
     */
    public Step(Order order, Kind kind, long nanos, long truncation) {
        this.order = order;
        this.kind = kind;
        this.nanos = nanos;
        this.truncation = truncation;
    }

    /** {@return the order that took it} */
    public Order order() {
        return order;
    }

    /** {@return what happened} */
    public Kind kind() {
        return kind;
    }

    /** {@return event time, nanoseconds since the epoch} */
    public long nanos() {
        return nanos;
    }

    /** {@return for how many nanoseconds from {@link #nanos} on it may have been, 0 when the time is exact} */
    public long truncation() {
        return truncation;
    }

    /** {@return side of its order, null while nobody told it} */
    public Side side() {
        return order.side();
    }

    /**
     * {@return whether it is a step of a child of this parent, or of the parent itself when that has no children} A parent whose children
     * work it may still ask for quotes itself.
     */
    public boolean isOf(ParentOrder parent) {
        return order.parent == parent && (!order.hasChildren || kind == Kind.ASKED);
    }
}
