package io.leakage.core.book;

import io.leakage.api.event.Absent;
import java.util.Arrays;

/**
 * All price levels of all books in one array, 32 bytes each: price, shares, and orders beside the number of the ladder it stands on. A
 * level keeps its number while an order rests there; number 0 is none. One thread. Nothing is allocated but to grow.
 */
final class Levels {
    private static final int FIRST_LEVELS = 64;
    private static final int STRIDE_BITS = 2;
    /** Records begin on multiples of 32 bytes behind the array's header of 16, so that none lies across two cache lines. */
    private static final int LEAD = 2;
    private static final int SHARES = LEAD + 1;
    private static final int ORDERS = LEAD + 2;
    private static final int NEXT_FREE = LEAD + 3;
    private static final int ORDERS_BITS = 32;

    private long[] cells = new long[(FIRST_LEVELS << STRIDE_BITS) + LEAD];
    private int fresh = 1;
    private int free;

    /** {@return a new level without orders} */
    int open(int ladder, long price) {
        int level = free;
        if (level != 0) {
            free = (int) cells[(level << STRIDE_BITS) + NEXT_FREE];
        } else {
            level = fresh++;
            if ((fresh << STRIDE_BITS) + LEAD > cells.length) {
                cells = Arrays.copyOf(cells, 2 * cells.length - LEAD);
            }
        }
        int cell = level << STRIDE_BITS;
        cells[cell + LEAD] = price;
        cells[cell + SHARES] = 0;
        cells[cell + ORDERS] = (long) ladder << ORDERS_BITS;
        return level;
    }

    /** An order joined. */
    void join(int level, long shares) {
        int cell = level << STRIDE_BITS;
        cells[cell + SHARES] += shares;
        cells[cell + ORDERS]++;
    }

    /** An order shrank. */
    void shrink(int level, long shares) {
        cells[(level << STRIDE_BITS) + SHARES] -= shares;
    }

    /** {@return whether the order that left was the last one} */
    boolean leave(int level, long shares) {
        int cell = level << STRIDE_BITS;
        cells[cell + SHARES] -= shares;
        return (int) --cells[cell + ORDERS] == 0;
    }

    /** Gives a level without orders back. */
    void close(int level) {
        cells[(level << STRIDE_BITS) + NEXT_FREE] = free;
        free = level;
    }

    /** {@return the ladder a level stands on} */
    int ladder(int level) {
        return (int) (cells[(level << STRIDE_BITS) + ORDERS] >>> ORDERS_BITS);
    }

    /** {@return price in 1e-8, {@link Absent#LONG} for level 0} */
    long price(int level) {
        return level == 0 ? Absent.LONG : cells[(level << STRIDE_BITS) + LEAD];
    }

    /** {@return shares of all its orders, {@link Absent#LONG} for level 0} */
    long shares(int level) {
        return level == 0 ? Absent.LONG : cells[(level << STRIDE_BITS) + SHARES];
    }

    /** {@return number of its orders, 0 for level 0} */
    int orders(int level) {
        return level == 0 ? 0 : (int) cells[(level << STRIDE_BITS) + ORDERS];
    }

    /** Forgets all levels; keeps its memory. */
    void clear() {
        fresh = 1;
        free = 0;
    }
}
