package io.leakage.core.book;

import io.leakage.core.event.EventKind;

/** How deep a feed tells a book. A measure that needs more than its instrument has must say so. */
public enum Depth {
    /** Every displayed order: queues, levels and the top are known. */
    L3,
    /** Price levels with their shares: no queues. */
    L2,
    /** The top of the book only. */
    L1;

    /** {@return how deep the book is of which an event tells, null when it tells of none} */
    static Depth told(EventKind kind) {
        return switch (kind) {
            case ADDED, EXECUTED, EXECUTED_AT, CANCELLED, DELETED, REPLACED -> L3;
            case LEVEL -> L2;
            case QUOTED -> L1;
            default -> null;
        };
    }
}
