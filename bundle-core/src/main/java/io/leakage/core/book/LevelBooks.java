package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import java.util.Arrays;

/**
 * The books of feeds that tell price levels (L2) or only the top (L1), one feed's. Sorted arrays, the best price at the end, where most
 * changes are.
 *
 * <p>Each event says whether the top of its instrument's book changed. One that does not fit (a level removed that is not there, a side
 * missing, a number out of range) is counted, marks its instrument {@linkplain #suspect suspect}, changes nothing and never throws. One
 * thread; no allocation but to grow.
 */
public final class LevelBooks {
    private static final int MAX_INSTRUMENTS = 1 << 24;
    private static final long MAX_PRICE = 1L << 62;

    /** By 2 · instrument + side; null before its first level. */
    private LevelSide[] sides = {};
    private boolean[] suspect = {};
    private long unapplied;

    /**
     * A level displays so much now.
     *
     * @param price  1e-8
     * @param shares 0: the level is gone
     * @param orders how many orders rest there, 0 when the feed does not say
     * @return whether the top of the book changed
     */
    public boolean level(int instrument, Side side, long price, long shares, int orders) {
        if (!reach(instrument)) {
            return false;
        }
        if (side == null || shares < 0 || orders < 0 || !isPrice(price)) {
            return unfit(instrument);
        }
        LevelSide ladder = side(instrument, side);
        if (shares > 0) {
            return ladder.set(price, shares, orders);
        }
        return ladder.has(price) ? ladder.remove(price) : unfit(instrument);
    }

    /**
     * The whole book is this top; a side without a price is empty.
     *
     * @param bid 1e-8, or {@link Absent#LONG}; so are {@code offer} and the shares
     * @return whether the top of the book changed
     */
    public boolean quoted(int instrument, long bid, long bidShares, long offer, long offerShares) {
        if (!reach(instrument)) {
            return false;
        }
        if (!isSide(bid, bidShares) || !isSide(offer, offerShares)) {
            return unfit(instrument);
        }
        boolean bidChanged = side(instrument, Side.BUY).only(bid, bidShares);
        return side(instrument, Side.SELL).only(offer, offerShares) || bidChanged;
    }

    /** {@return best bid in 1e-8, {@link Absent#LONG} when there is none} */
    public long bid(int instrument) {
        return price(instrument, Side.BUY, 0);
    }

    /** {@return best offer in 1e-8, {@link Absent#LONG} when there is none} */
    public long offer(int instrument) {
        return price(instrument, Side.SELL, 0);
    }

    /** {@return shares at the best bid, {@link Absent#LONG} when there is none} */
    public long bidShares(int instrument) {
        return shares(instrument, Side.BUY, 0);
    }

    /** {@return shares at the best offer, {@link Absent#LONG} when there is none} */
    public long offerShares(int instrument) {
        return shares(instrument, Side.SELL, 0);
    }

    /** {@return number of price levels on a side} */
    public int levels(int instrument, Side side) {
        LevelSide ladder = find(instrument, side);
        return ladder == null ? 0 : ladder.size();
    }

    /** {@return price in 1e-8 at a depth, 0 the best; {@link Absent#LONG} when the side is not that deep} */
    public long price(int instrument, Side side, int depth) {
        LevelSide ladder = find(instrument, side);
        return ladder == null ? Absent.LONG : ladder.price(depth);
    }

    /** {@return shares at a depth, 0 the best; {@link Absent#LONG} when the side is not that deep} */
    public long shares(int instrument, Side side, int depth) {
        LevelSide ladder = find(instrument, side);
        return ladder == null ? Absent.LONG : ladder.shares(depth);
    }

    /** {@return number of orders at a depth, 0 the best; 0 when the side is not that deep, or the feed does not say} */
    public int orders(int instrument, Side side, int depth) {
        LevelSide ladder = find(instrument, side);
        return ladder == null ? 0 : ladder.orders(depth);
    }

    /** {@return number of events that did not fit} */
    public long unapplied() {
        return unapplied;
    }

    /** {@return whether an event of this instrument did not fit, so that its book may be wrong} */
    public boolean suspect(int instrument) {
        return instrument >= 0 && instrument < suspect.length && suspect[instrument];
    }

    /** Empties every book and trusts it again. Keeps its memory and its count of events that did not fit. */
    public void clear() {
        for (LevelSide ladder : sides) {
            clear(ladder);
        }
        Arrays.fill(suspect, false);
    }

    /** Empties one instrument's book and trusts it again. */
    public void clear(int instrument) {
        if (instrument >= 0 && instrument < suspect.length) {
            suspect[instrument] = false;
            clear(find(instrument, Side.BUY));
            clear(find(instrument, Side.SELL));
        }
    }

    private static void clear(LevelSide ladder) {
        if (ladder != null) {
            ladder.clear();
        }
    }

    private static boolean isPrice(long price) {
        return price < MAX_PRICE && price > -MAX_PRICE;
    }

    private static boolean isSide(long price, long shares) {
        return price == Absent.LONG ? shares == Absent.LONG || shares == 0 : isPrice(price) && shares > 0;
    }

    private boolean unfit(int instrument) {
        unapplied++;
        suspect[instrument] = true;
        return false;
    }

    /** {@return whether it is a number an instrument can have; then there is room for it} */
    private boolean reach(int instrument) {
        if (instrument < 0 || instrument >= MAX_INSTRUMENTS) {
            unapplied++;
            return false;
        }
        if (instrument >= suspect.length) {
            suspect = Arrays.copyOf(suspect, Math.max(instrument + 1, suspect.length * 2));
            sides = Arrays.copyOf(sides, 2 * suspect.length);
        }
        return true;
    }

    private LevelSide find(int instrument, Side side) {
        int at = 2 * instrument + side.ordinal();
        return instrument >= 0 && at < sides.length ? sides[at] : null;
    }

    private LevelSide side(int instrument, Side side) {
        int at = 2 * instrument + side.ordinal();
        if (sides[at] == null) {
            sides[at] = new LevelSide(side);
        }
        return sides[at];
    }
}
