package io.leakage.core.book;

/** How deep a feed tells a book. A measure that needs more than its instrument has must say so. */
public enum Depth {
    /** Every displayed order: queues, levels and the top are known. */
    L3,
    /** Price levels with their shares: no queues. */
    L2,
    /** The top of the book only. */
    L1
}
