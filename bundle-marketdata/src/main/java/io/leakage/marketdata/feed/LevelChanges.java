package io.leakage.marketdata.feed;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;

/**
 * Turns pictures of an instrument's best levels into changes: what is new or different is told as a level, what is gone as one of 0 shares,
 * the last of them as whole. A level that better ones pushed out of the picture is told as gone too: nothing is known of it any more. One
 * thread; no allocation.
 */
final class LevelChanges {
    private final int levels;
    private final Half bids;
    private final Half offers;

    /** Nothing seen yet. @param levels most levels a side that a picture has */
    LevelChanges(int levels) {
        this.levels = levels;
        this.bids = new Half(levels);
        this.offers = new Half(levels);
    }

    /** A new picture begins. */
    void begin() {
        bids.count = 0;
        offers.count = 0;
    }

    /** Puts the next level of a side into the picture; price in 1e-8. */
    void put(Side side, long price, long shares, int orders) {
        Half half = side == Side.BUY ? bids : offers;
        if (half.count < levels) {
            half.prices[half.count] = price;
            half.shares[half.count] = shares;
            half.orders[half.count++] = orders;
        }
    }

    /** The picture is complete: tells how it differs from the one before. {@return how many levels were told} */
    int tell(MarketInlet inlet, int instrument, long sequence, long nanos) {
        int changes = bids.differences() + offers.differences();
        int left = bids.tell(inlet, Side.BUY, instrument, sequence, nanos, changes);
        offers.tell(inlet, Side.SELL, instrument, sequence, nanos, left);
        return changes;
    }

    /** The book was emptied. */
    void clear() {
        bids.oldCount = 0;
        offers.oldCount = 0;
    }

    /** One side: the picture before and the new one. */
    private static final class Half {
        private long[] prices;
        private long[] shares;
        private int[] orders;
        private int count;
        private long[] oldPrices;
        private long[] oldShares;
        private int[] oldOrders;
        private int oldCount;

        Half(int levels) {
            prices = new long[levels];
            shares = new long[levels];
            orders = new int[levels];
            oldPrices = new long[levels];
            oldShares = new long[levels];
            oldOrders = new int[levels];
        }

        int differences() {
            int differences = 0;
            for (int i = 0; i < oldCount; i++) {
                differences += find(prices, count, oldPrices[i]) < 0 ? 1 : 0;
            }
            for (int i = 0; i < count; i++) {
                differences += isNew(i) ? 1 : 0;
            }
            return differences;
        }

        int tell(MarketInlet inlet, Side side, int instrument, long sequence, long nanos, int changes) {
            int left = changes;
            for (int i = 0; i < oldCount; i++) {
                if (find(prices, count, oldPrices[i]) < 0) {
                    inlet.level(instrument, sequence, nanos, side, oldPrices[i], 0, 0, --left == 0);
                }
            }
            for (int i = 0; i < count; i++) {
                if (isNew(i)) {
                    inlet.level(instrument, sequence, nanos, side, prices[i], shares[i], orders[i], --left == 0);
                }
            }
            turn();
            return left;
        }

        private boolean isNew(int i) {
            int old = find(oldPrices, oldCount, prices[i]);
            return old < 0 || oldShares[old] != shares[i] || oldOrders[old] != orders[i];
        }

        private void turn() {
            long[] spare = oldPrices;
            oldPrices = prices;
            prices = spare;
            spare = oldShares;
            oldShares = shares;
            shares = spare;
            int[] spareOrders = oldOrders;
            oldOrders = orders;
            orders = spareOrders;
            oldCount = count;
        }

        private static int find(long[] prices, int count, long price) {
            for (int i = 0; i < count; i++) {
                if (prices[i] == price) {
                    return i;
                }
            }
            return -1;
        }
    }
}
