package io.leakage.core.evidence;

import io.leakage.api.event.Absent;
import io.leakage.core.book.Listing;
import io.leakage.core.book.QuoteTape;

/**
 * What the market looked like just before an instant, as a number from 0 to {@value #COUNT} − 1: eight classes of the spread in ticks, three of the
 * imbalance at the touch, four of how far the mid had ranged in the second before. Footprint and placebo are to agree in it.
 */
final class MarketState {
    /** The state is not known: no mid, or the book not to be trusted. */
    static final int UNKNOWN = -1;
    /** How many states there are. */
    static final int COUNT = 8 * 3 * 4;
    /** So long before the instant the volatility is looked at. */
    static final long LOOK_BACK = 1_000_000_000L;

    private static final int RANGES = 4;
    private static final int IMBALANCES = 3;
    private static final long CURRENCY = 100_000_000L;
    private static final long[] BACK = {50_000_000L, 200_000_000L, 500_000_000L, LOOK_BACK};

    /**
     * What makes two states alike: all of it; all, the volatility give or take a class; the spread and so much volatility; that alone. Two whose
     * volatilities lie further apart are never alike.
     */
    static final int WIDENINGS = 4;
    /** So widened that everything is alike. */
    static final int ANYTHING = WIDENINGS;

    /** By two states: the least widening at which they are alike; a footprint asks it of all instants there are. */
    private static final byte[] LIKENESS = likenesses();

    private MarketState() {
    }

    /** {@return the state just before an instant, or {@link #UNKNOWN}; {@code row} is the tape's row in force then} */
    static int before(Listing listing, long instant, int row) {
        QuoteTape tape = listing.tape();
        if (row < 0 || tape.midTwice(row) == Absent.LONG || listing.holesAt(instant - 1) != 0) {
            return UNKNOWN;
        }
        long tick = tape.midTwice(row) >= 2 * CURRENCY ? CURRENCY / 100 : CURRENCY / 10_000;   // Rule 612 of Regulation NMS
        int spread = spread((tape.offer(row) - tape.bid(row)) / tick);
        int imbalance = imbalance(tape.bidShares(row), tape.offerShares(row));
        return (spread * IMBALANCES + imbalance) * RANGES + range(tape, row, instant, tick);
    }

    /** {@return half a tick in basis points of a mid in currency: the least step a mid takes; 0 while there is none} */
    static double grain(double mid) {
        return mid > 0 ? 1e4 * (mid >= 1 ? .005 : .00005) / mid : 0;
    }

    /** {@return the least widening at which two states are alike} */
    static int likeness(int one, int other) {
        return LIKENESS[one * COUNT + other];
    }

    private static byte[] likenesses() {
        byte[] all = new byte[COUNT * COUNT];
        for (int i = 0; i < all.length; i++) {
            int widening = 0;
            while (!alike(i / COUNT, i % COUNT, widening)) {
                widening++;
            }
            all[i] = (byte) widening;
        }
        return all;
    }

    /** {@return whether two states are alike, so far widened} */
    static boolean alike(int one, int other, int widening) {
        boolean asVolatile = Math.abs(one % RANGES - other % RANGES) <= 1;
        return switch (widening) {
            case 0 -> one == other;
            case 1 -> asVolatile && one / RANGES == other / RANGES;
            case 2 -> asVolatile && one / (RANGES * IMBALANCES) == other / (RANGES * IMBALANCES);
            case 3 -> asVolatile;
            default -> true;
        };
    }

    /** 0, 1, 2, 3–4, 5–8, 9–16, 17–32, more ticks. */
    private static int spread(long ticks) {
        return ticks <= 0 ? 0 : Math.min(7, 65 - Long.numberOfLeadingZeros(ticks - 1));
    }

    /** Less than a third of the shares at the touch bid, up to two thirds, more. */
    private static int imbalance(long bid, long offer) {
        if (bid < 0 || offer < 0) {
            return 1;   // not told
        }
        return 3 * bid < bid + offer ? 0 : 3 * bid > 2 * (bid + offer) ? 2 : 1;
    }

    /** The mid stood still; ranged by a tick at most; by four; by more. */
    private static int range(QuoteTape tape, int row, long instant, long tick) {
        long lo = tape.midTwice(row);
        long hi = lo;
        int earlier = row;
        for (int i = 0; i < BACK.length && earlier >= 0; i++) {
            earlier = tape.rowBefore(instant - BACK[i], earlier);
            long mid = earlier < 0 ? Absent.LONG : tape.midTwice(earlier);
            if (mid != Absent.LONG) {
                lo = Math.min(lo, mid);
                hi = Math.max(hi, mid);
            }
        }
        return hi == lo ? 0 : hi - lo <= 2 * tick ? 1 : hi - lo <= 8 * tick ? 2 : 3;
    }
}
