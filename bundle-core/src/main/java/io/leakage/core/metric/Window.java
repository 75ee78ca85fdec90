package io.leakage.core.metric;

import io.leakage.core.book.Listing;
import io.leakage.core.book.MidRange;

/**
 * The time between the two mids that a number compares: what of it was not known, and what happened in it that makes them poor to compare.
 */
final class Window {
    /** A number is given only if the quote was known for at least this share of its window. */
    static final double LEAST_KNOWN = 0.5;

    private final MidRange range = new MidRange();
    private long flags;
    private boolean tooThin;

    /** Looks at the instants from {@code from} to {@code to}, both included. */
    void look(Listing listing, long from, long to) {
        range.clear();
        flags = 0;
        tooThin = false;
        if (listing.isPristine() || to < from) {
            return;
        }
        flags = listing.breaksWithin(from, to);
        long holes = listing.holesWithin(from, to);
        if (holes != 0) {
            flags |= holes;
            double known = 1 - listing.unknownWithin(from, to) / (double) Math.max(1, to - from);
            tooThin = known < LEAST_KNOWN;
            listing.widen(from, to, range);
        }
    }

    /** {@return whether too little of it was known for a number} */
    boolean isTooThin() {
        return tooThin;
    }

    /** {@return {@code Flag} bits: holes, halts, auctions, clearings, broken prints} */
    long flags() {
        return flags;
    }

    /** {@return the mids around its holes; empty when there are none} */
    MidRange range() {
        return range;
    }
}
