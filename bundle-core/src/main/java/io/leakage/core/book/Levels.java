package io.leakage.core.book;

import io.leakage.api.event.Absent;
import java.util.Arrays;

/**
 * All price levels of all books in one array, 16 bytes each: price beside whether it is the best of its ladder, shares beside orders. An
 * order that changes or leaves needs to read nothing else.
 *
 * <p>Levels lie in blocks of {@value #BLOCK}, each of one ladder. A ladder's first block is its home: a price near the touch stands at its
 * own place there as long as no other does, so that most orders find their level without a search, and neighbouring prices share cache
 * lines. The rest stands in further blocks, where there is room. A level keeps its number while an order rests there; number 0 is none.
 * One thread. Nothing is allocated but to grow.
 */
final class Levels {
    /** Most shares that fit on a level. */
    static final long MAX_SHARES = (1L << 40) - 1;
    /** Most orders that fit on a level. */
    static final int MAX_ORDERS = (1 << 24) - 1;

    private static final int BLOCK_BITS = 4;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int FIRST_BLOCKS = 8;
    private static final int STRIDE_BITS = 1;
    /** Blocks begin on multiples of 64 bytes behind the array's header of 16. */
    private static final int LEAD = 6;
    private static final int SHARES = LEAD + 1;
    private static final int ORDERS_SHIFT = 40;
    private static final long ORDER = 1L << ORDERS_SHIFT;
    /** Beside the price, in the lowest bit. */
    private static final long TOP = 1;
    /** Where a price would be: no price is so low. */
    private static final long FREE = Long.MIN_VALUE;
    /**
     * Times a price, the place in the upper four bits: a cent goes 97 places on, which is one, and a hundredth of a cent 0.97, so that
     * neighbours fall into different places in either tick.
     */
    private static final long PLACES_PER_PRICE = ((1L << Long.SIZE - BLOCK_BITS) / 1_000_000 + 1) * 97;

    private long[] cells = new long[(FIRST_BLOCKS * BLOCK << STRIDE_BITS) + LEAD];
    /** By block: its ladder. */
    private int[] owners = new int[FIRST_BLOCKS];
    /** By ladder: first level of its home; 0, the block nobody owns, when it has none. */
    private int[] homes = {};
    /** By ladder: first free level of its further blocks, chained through the cells of shares; 0 is none. */
    private int[] rooms = {};
    private int blocks = 1;

    Levels() {
        vacate(0);
    }

    /** Makes sure ladders below this number exist. */
    void reach(int ladders) {
        if (ladders > homes.length) {
            homes = Arrays.copyOf(homes, ladders);
            rooms = Arrays.copyOf(rooms, ladders);
        }
    }

    /** {@return the place of a price at home: its ladder's level of this price, if it {@linkplain #is is}} */
    int home(int ladder, long price) {
        return homes[ladder] + (int) (price * PLACES_PER_PRICE >>> Long.SIZE - BLOCK_BITS);
    }

    /** {@return whether a level has this price} */
    boolean is(int level, long price) {
        return cells[(level << STRIDE_BITS) + LEAD] >> 1 == price;
    }

    /** Reads some levels, so that they are near. {@return a number that depends on them} */
    long touch(int[] some, int count) {
        long[] all = cells;
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += all[(some[i] << STRIDE_BITS) + LEAD] + owners[some[i] >> BLOCK_BITS];
        }
        return sum;
    }

    /** {@return a new level without orders, at home if it is near the touch and its place there is free} */
    int open(int ladder, long price, boolean near) {
        if (homes[ladder] == 0) {
            homes[ladder] = block(ladder);
        }
        int level = home(ladder, price);
        if (!near || cells[(level << STRIDE_BITS) + LEAD] != FREE) {
            level = room(ladder);
        }
        cells[(level << STRIDE_BITS) + LEAD] = price << 1;
        cells[(level << STRIDE_BITS) + SHARES] = 0;
        return level;
    }

    /** {@return whether this is its ladder's best level} */
    boolean isTop(int level) {
        return (cells[(level << STRIDE_BITS) + LEAD] & TOP) != 0;
    }

    /** Another level became the best; either may be 0. */
    void crown(int before, int level) {
        cells[(before << STRIDE_BITS) + LEAD] &= ~TOP;
        cells[(level << STRIDE_BITS) + LEAD] |= TOP;
    }

    /** {@return whether an order joined; false when the level is full} */
    boolean join(int level, long shares) {
        int cell = (level << STRIDE_BITS) + SHARES;
        long before = cells[cell];
        if ((before & MAX_SHARES) + shares > MAX_SHARES || before >>> ORDERS_SHIFT == MAX_ORDERS) {
            return false;
        }
        cells[cell] = before + shares + ORDER;
        return true;
    }

    /** An order shrank. */
    void shrink(int level, long shares) {
        cells[(level << STRIDE_BITS) + SHARES] -= shares;
    }

    /** {@return whether the order that left was the last one} */
    boolean leave(int level, long shares) {
        int cell = (level << STRIDE_BITS) + SHARES;
        long after = cells[cell] - shares - ORDER;
        cells[cell] = after;
        return after == 0;
    }

    /** Gives a level without orders back. */
    void close(int level) {
        int ladder = ladder(level);
        cells[(level << STRIDE_BITS) + LEAD] = FREE;
        if ((level & -BLOCK) != homes[ladder]) {
            cells[(level << STRIDE_BITS) + SHARES] = rooms[ladder];
            rooms[ladder] = level;
        }
    }

    /** {@return the ladder a level stands on} */
    int ladder(int level) {
        return owners[level >> BLOCK_BITS];
    }

    /** {@return price in 1e-8, {@link Absent#LONG} for level 0} */
    long price(int level) {
        return level == 0 ? Absent.LONG : cells[(level << STRIDE_BITS) + LEAD] >> 1;
    }

    /** {@return shares of all its orders, {@link Absent#LONG} for level 0} */
    long shares(int level) {
        return level == 0 ? Absent.LONG : cells[(level << STRIDE_BITS) + SHARES] & MAX_SHARES;
    }

    /** {@return number of its orders, 0 for level 0} */
    int orders(int level) {
        return level == 0 ? 0 : (int) (cells[(level << STRIDE_BITS) + SHARES] >>> ORDERS_SHIFT);
    }

    /** Forgets all levels; keeps its memory. */
    void clear() {
        Arrays.fill(homes, 0);
        Arrays.fill(rooms, 0);
        blocks = 1;
    }

    private int room(int ladder) {
        if (rooms[ladder] == 0) {
            int first = block(ladder);
            for (int level = first; level < first + BLOCK - 1; level++) {
                cells[(level << STRIDE_BITS) + SHARES] = level + 1;
            }
            rooms[ladder] = first;
        }
        int level = rooms[ladder];
        rooms[ladder] = (int) cells[(level << STRIDE_BITS) + SHARES];
        return level;
    }

    /** The first level of a block that was nobody's. */
    private int block(int ladder) {
        if (blocks == owners.length) {
            owners = Arrays.copyOf(owners, 2 * blocks);
            cells = Arrays.copyOf(cells, 2 * cells.length - LEAD);
        }
        owners[blocks] = ladder;
        vacate(blocks);
        return blocks++ << BLOCK_BITS;
    }

    private void vacate(int block) {
        int from = (block << BLOCK_BITS + STRIDE_BITS) + LEAD;
        for (int cell = from; cell < from + (BLOCK << STRIDE_BITS); cell += 1 << STRIDE_BITS) {
            cells[cell] = FREE;
            cells[cell + 1] = 0;
        }
    }
}
