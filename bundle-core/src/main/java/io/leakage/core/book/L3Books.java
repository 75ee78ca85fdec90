package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import java.util.Arrays;

/**
 * The order-by-order books of a whole market, one feed's. Every event finds its order by reference and touches that order's level, in
 * arrays throughout: at this rate the cost is cache misses, so an order is 8 bytes and a level 16. Queues have no links: within a level,
 * rank is reference order.
 *
 * <p>Each event says whether the top of its instrument's book changed: best price or its shares, on either side. An event that does not
 * fit (an unknown reference, another instrument's, one already live, more shares than displayed, a number out of range) is counted, marks
 * its instrument {@linkplain #suspect suspect} and never throws: more shares than displayed remove the order, anything else changes
 * nothing. An order's shares are 0 … 2³²−1, a level's below 2⁴⁰, its orders below 2²⁴, prices within ±2⁶² of 1e-8. One thread; no
 * allocation but to grow.
 */
public final class L3Books {
    /** Events that may be foreseen before they are touched; more are passed over. */
    public static final int FORESEEN = 32;

    private static final int SHARES_BITS = 32;
    private static final long MAX_SHARES = 0xFFFF_FFFFL;
    private static final long MAX_PRICE = 1L << 62;
    private static final int MAX_INSTRUMENTS = 1 << 24;
    /** A new level with fewer better ones than this is near the touch. */
    private static final int NEAR = 12;

    private final OrderSlots slots = new OrderSlots();
    private final Levels levels = new Levels();
    private final Ladders ladders = new Ladders();
    private boolean[] suspect = {};
    /** Levels that events to come will touch. */
    private final int[] ahead = new int[3 * FORESEEN];
    private int foreseen;
    /** The levels among them whose orders come or go: their ladders may change, too. */
    private final int[] moving = new int[FORESEEN];
    private int movingCount;
    /** Keeps the compiler from leaving the fetching out. */
    private long touched;
    private long unapplied;
    /** The ladder an event changed last. */
    private int changed;
    /** Price of the order that an event shrank last. */
    private long shrunkPrice = Absent.LONG;

    /**
     * An order joined its queue. One of 0 shares does not fit, nor one too many for its level.
     *
     * @param price 1e-8
     * @return whether the top of the book changed
     */
    public boolean added(int instrument, long orderRef, Side side, long shares, long price) {
        if (!isNumber(instrument)) {
            unapplied++;
            return false;
        }
        reach(instrument);
        if (shares <= 0 || shares > MAX_SHARES || side == null || price >= MAX_PRICE || price <= -MAX_PRICE) {
            return unfit(instrument);
        }
        return join(instrument, ladder(instrument, side), orderRef, shares, price);
    }

    /** Shares of an order traded. {@return whether the top of the book changed} */
    public boolean executed(int instrument, long orderRef, long shares) {
        return shrink(instrument, orderRef, shares);
    }

    /** Shares of an order were cancelled. {@return whether the top of the book changed} */
    public boolean cancelled(int instrument, long orderRef, long shares) {
        return shrink(instrument, orderRef, shares);
    }

    /** An order left. {@return whether the top of the book changed} */
    public boolean deleted(int instrument, long orderRef) {
        long at = slots.find(orderRef);
        long slot = slots.slot(at);
        if (slot == 0) {
            return unfit(instrument);
        }
        int ladder = levels.ladder((int) slot);
        if (ladder >> 1 != instrument) {
            return unfit(instrument);
        }
        slots.remove(at);
        return leave(ladder, (int) slot, slot >>> SHARES_BITS);
    }

    /**
     * An order was replaced by one of the same instrument and side; by 0 shares it just leaves. When the new reference is that of
     * another live order, or the new order's level is full, the old order leaves and the event does not fit.
     *
     * @return whether the top of the book changed
     */
    public boolean replaced(int instrument, long orderRef, long newOrderRef, long shares, long price) {
        long at = slots.find(orderRef);
        long slot = slots.slot(at);
        if (slot == 0 || shares < 0 || shares > MAX_SHARES || price >= MAX_PRICE || price <= -MAX_PRICE) {
            return unfit(instrument);
        }
        int ladder = levels.ladder((int) slot);
        if (ladder >> 1 != instrument) {
            return unfit(instrument);
        }
        boolean same = slot >>> SHARES_BITS == shares && levels.price((int) slot) == price;
        slots.remove(at);
        boolean changed = leave(ladder, (int) slot, slot >>> SHARES_BITS);
        if (shares == 0) {
            return changed;
        }
        long before = unapplied;
        changed |= join(instrument, ladder, newOrderRef, shares, price);
        return changed && !(same && unapplied == before);
    }

    /**
     * An event of this order comes soon. Who knows several events ahead says so of each, then {@linkplain #touch touches}: what they need is
     * fetched from memory side by side instead of one after the other. Changes nothing, and any reference may be told.
     */
    public void foresee(long orderRef) {
        if (foreseen < ahead.length && movingCount < FORESEEN) {
            ahead[foreseen] = (int) slots.peek(orderRef);
            moving[movingCount++] = ahead[foreseen++];
        }
    }

    /**
     * An order of this instrument, side and price comes soon; as {@link #foresee}.
     *
     * @param side its place among the sides, below 0 when there is none
     */
    public void foreseeAdded(int instrument, int side, long price) {
        if (foreseen < ahead.length && movingCount < FORESEEN && isKnown(instrument) && side >= 0) {
            ahead[foreseen] = levels.home(2 * instrument + side, price);
            moving[movingCount++] = ahead[foreseen++];
        }
    }

    /** The top of this instrument's book will be read soon; as {@link #foresee}. */
    public void foreseeTop(int instrument) {
        if (foreseen + 1 < ahead.length && isKnown(instrument)) {
            ahead[foreseen++] = ladders.best(ladder(instrument, Side.BUY));
            ahead[foreseen++] = ladders.best(ladder(instrument, Side.SELL));
        }
    }

    /** Fetches the levels of all that was foreseen, then the ends of their ladders, and forgets it. */
    public void touch() {
        int levelCount = foreseen;
        int ladderCount = movingCount;
        foreseen = 0;
        movingCount = 0;
        touched += levels.touch(ahead, levelCount);
        for (int i = 0; i < ladderCount; i++) {
            touched += ladders.touch(levels.ladder(moving[i]));
        }
    }

    /** {@return the side that the last event which changed a book changed} */
    public Side changedSide() {
        return (changed & 1) == Side.BUY.ordinal() ? Side.BUY : Side.SELL;
    }

    /** {@return price in 1e-8 of the order whose shares the last event took, {@link Absent#LONG} when it fitted none} */
    long shrunkPrice() {
        return shrunkPrice;
    }

    /** {@return best bid in 1e-8, {@link Absent#LONG} when there is none} */
    public long bid(int instrument) {
        return levels.price(best(instrument, Side.BUY));
    }

    /** {@return best offer in 1e-8, {@link Absent#LONG} when there is none} */
    public long offer(int instrument) {
        return levels.price(best(instrument, Side.SELL));
    }

    /** {@return shares at the best bid, {@link Absent#LONG} when there is none} */
    public long bidShares(int instrument) {
        return levels.shares(best(instrument, Side.BUY));
    }

    /** {@return shares at the best offer, {@link Absent#LONG} when there is none} */
    public long offerShares(int instrument) {
        return levels.shares(best(instrument, Side.SELL));
    }

    /** {@return number of price levels on a side} */
    public int levels(int instrument, Side side) {
        return isKnown(instrument) ? ladders.count(ladder(instrument, side)) : 0;
    }

    /** {@return price in 1e-8 at a depth, 0 the best; {@link Absent#LONG} when the side is not that deep} */
    public long price(int instrument, Side side, int depth) {
        return levels.price(level(instrument, side, depth));
    }

    /** {@return shares at a depth, 0 the best; {@link Absent#LONG} when the side is not that deep} */
    public long shares(int instrument, Side side, int depth) {
        return levels.shares(level(instrument, side, depth));
    }

    /** {@return number of orders at a depth, 0 the best; 0 when the side is not that deep} */
    public int orders(int instrument, Side side, int depth) {
        return levels.orders(level(instrument, side, depth));
    }

    /** {@return number of orders in all books} */
    public int liveOrders() {
        return slots.live();
    }

    /** {@return number of events that did not fit} */
    public long unapplied() {
        return unapplied;
    }

    /** {@return whether an event of this instrument did not fit, so that its book may be wrong} */
    public boolean suspect(int instrument) {
        return instrument >= 0 && instrument < suspect.length && suspect[instrument];
    }

    /** Empties every book and trusts it again: a new day of the feed. Keeps its memory and its count of events that did not fit. */
    public void clear() {
        slots.clear();
        levels.clear();
        ladders.clear();
        Arrays.fill(suspect, false);
    }

    /** Empties one instrument's book and trusts it again; looks at every order of the feed unless the book is empty. */
    public void clear(int instrument) {
        if (!isKnown(instrument)) {
            return;
        }
        suspect[instrument] = false;
        if (levels(instrument, Side.BUY) + levels(instrument, Side.SELL) > 0) {
            slots.removeIf(slot -> {
                int ladder = levels.ladder((int) slot);
                boolean doomed = ladder >> 1 == instrument;
                if (doomed) {
                    leave(ladder, (int) slot, slot >>> SHARES_BITS);
                }
                return doomed;
            });
        }
    }

    private boolean join(int instrument, int ladder, long orderRef, long shares, long price) {
        long at = slots.find(orderRef);
        if (slots.slot(at) != 0) {
            return unfit(instrument);
        }
        int level = levelFor(ladder, price);
        if (!levels.join(level, shares)) {
            return unfit(instrument);
        }
        slots.put(at, orderRef, shares << SHARES_BITS | level);
        changed = ladder;
        return levels.isTop(level);
    }

    private int levelFor(int ladder, long price) {
        int level = levels.home(ladder, price);
        return levels.is(level, price) ? level : search(ladder, price);
    }

    private int search(int ladder, long price) {
        long key = key(ladder, price);
        int index = ladders.find(ladder, key);
        if (index >= 0) {
            return ladders.levelAt(ladder, index);
        }
        int best = ladders.best(ladder);
        int level = levels.open(ladder, price, ladders.count(ladder) + index < NEAR);
        ladders.insert(ladder, -1 - index, key, level);
        if (ladders.best(ladder) == level) {
            levels.crown(best, level);
        }
        return level;
    }

    private boolean shrink(int instrument, long orderRef, long shares) {
        shrunkPrice = Absent.LONG;
        long at = slots.find(orderRef);
        long slot = slots.slot(at);
        if (slot == 0 || shares < 0) {
            return unfit(instrument);
        }
        int level = (int) slot;
        int ladder = levels.ladder(level);
        if (ladder >> 1 != instrument) {
            return unfit(instrument);
        }
        shrunkPrice = levels.price(level);
        long displayed = slot >>> SHARES_BITS;
        if (shares < displayed) {
            changed = ladder;
            slots.set(at, slot - (shares << SHARES_BITS));
            levels.shrink(level, shares);
            return shares > 0 && levels.isTop(level);
        }
        if (shares > displayed) {
            unfit(instrument);
        }
        slots.remove(at);
        return leave(ladder, level, displayed);
    }

    private boolean leave(int ladder, int level, long shares) {
        changed = ladder;
        boolean top = levels.isTop(level);
        if (levels.leave(level, shares)) {
            ladders.remove(ladder, key(ladder, levels.price(level)));
            if (top) {
                levels.crown(level, ladders.best(ladder));
            }
            levels.close(level);
        }
        return top;
    }

    /** Counts the event and marks its instrument; says that the top did not change. */
    private boolean unfit(int instrument) {
        unapplied++;
        if (isNumber(instrument)) {
            reach(instrument);
            suspect[instrument] = true;
        }
        return false;
    }

    private int best(int instrument, Side side) {
        return isKnown(instrument) ? ladders.best(ladder(instrument, side)) : 0;
    }

    private int level(int instrument, Side side, int depth) {
        return isKnown(instrument) ? ladders.level(ladder(instrument, side), depth) : 0;
    }

    private boolean isKnown(int instrument) {
        return instrument >= 0 && instrument < suspect.length;
    }

    private static boolean isNumber(int instrument) {
        return instrument >= 0 && instrument < MAX_INSTRUMENTS;
    }

    private void reach(int instrument) {
        if (instrument >= suspect.length) {
            suspect = Arrays.copyOf(suspect, Math.max(instrument + 1, suspect.length * 2));
            ladders.reach(2 * suspect.length);
            levels.reach(2 * suspect.length);
        }
    }

    private static int ladder(int instrument, Side side) {
        return 2 * instrument + side.ordinal();
    }

    private static long key(int ladder, long price) {
        return price ^ -(ladder & 1);
    }
}
