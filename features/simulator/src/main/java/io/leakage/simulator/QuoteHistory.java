package io.leakage.simulator;

import java.util.Arrays;

/**
 * Every best bid and offer of one instrument's day, for the exact difference of two paired days. Filled by one thread, then read by any.
 */
public final class QuoteHistory {
    /** The price of an empty side. */
    public static final long NO_PRICE = Long.MIN_VALUE;

    private long[] nanos = new long[1024];
    private long[] bids = new long[1024];
    private long[] offers = new long[1024];
    private int size;

    QuoteHistory() {
    }

    void record(long atNanos, long bid, long offer) {
        if (size > 0 && bids[size - 1] == bid && offers[size - 1] == offer) {
            return;
        }
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
            bids = Arrays.copyOf(bids, 2 * size);
            offers = Arrays.copyOf(offers, 2 * size);
        }
        nanos[size] = atNanos;
        bids[size] = bid;
        offers[size++] = offer;
    }

    /** {@return how many changes of the best bid or offer there were} */
    public int size() {
        return size;
    }

    /** {@return when change number {@code index} happened, nanoseconds since the venue's midnight} */
    public long nanos(int index) {
        return nanos[index];
    }

    /**
     * Finds the best bid in force.
     *
     * @param atNanos nanoseconds since the venue's midnight; a change at this very instant counts
     * @return units of 1e-8, {@link #NO_PRICE} when there was none
     */
    public long bid(long atNanos) {
        int index = inForce(atNanos);
        return index < 0 ? NO_PRICE : bids[index];
    }

    /** Finds the best offer in force; as {@link #bid}. */
    public long offer(long atNanos) {
        int index = inForce(atNanos);
        return index < 0 ? NO_PRICE : offers[index];
    }

    /**
     * Twice the mid, a whole number.
     *
     * @param atNanos nanoseconds since the venue's midnight
     * @return bid + offer in units of 1e-8, {@link #NO_PRICE} when a side was empty
     */
    public long doubleMid(long atNanos) {
        long bid = bid(atNanos);
        long offer = offer(atNanos);
        return bid == NO_PRICE || offer == NO_PRICE ? NO_PRICE : bid + offer;
    }

    private int inForce(long atNanos) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] <= atNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
