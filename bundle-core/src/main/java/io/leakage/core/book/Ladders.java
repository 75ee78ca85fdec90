package io.leakage.core.book;

import java.util.Arrays;

/**
 * One ladder per instrument and side, all in one array: entries of (key, level), keys rising, the best at the end, where orders come and
 * go. The key is the price for bids and its bitwise complement for offers, so that better is larger on both sides. Ladder number =
 * 2 · instrument + side. One thread. Nothing is allocated but to grow.
 */
final class Ladders {
    private static final int FIRST_CAPACITY_BITS = 2;
    private static final int SIZES = 28;
    private static final int NEARBY = 8;
    /** Blocks begin on multiples of 64 bytes behind the array's header of 16. */
    private static final int LEAD = 6;
    private static final int HEAD_BITS = 2;
    private static final int COUNT = 1;
    /** The level of the best price, 0 when the ladder is empty; read on every event. */
    private static final int BEST = 2;
    /** Capacity as a power of two, plus one; 0 before the first entry. */
    private static final int SIZE = 3;

    private long[] entries = new long[1 << 10];
    private int end = LEAD;
    /** By ladder, 16 bytes each so that one cache line answers: where its block begins, entries, level of the last entry, block size. */
    private int[] heads = {};
    /** By block size: first free block, chained through its first entry; 0 is none. */
    private final int[] freeBlocks = new int[SIZES];

    /** Makes sure ladders below this number exist. */
    void reach(int ladders) {
        if (ladders << HEAD_BITS > heads.length) {
            heads = Arrays.copyOf(heads, Math.max(ladders << HEAD_BITS, heads.length * 2));
        }
    }

    /** {@return a number that depends on the entries at a ladder's best end, if there is one: reading them brings them near} */
    long touch(int ladder) {
        int head = ladder << HEAD_BITS;
        int last = head < heads.length ? heads[head] + 2 * heads[head + COUNT] - 2 : -1;
        return last < 0 ? 0 : entries[last];
    }

    /** {@return the level of the best price, 0 when the ladder is empty} */
    int best(int ladder) {
        return heads[(ladder << HEAD_BITS) + BEST];
    }

    /** {@return number of levels} */
    int count(int ladder) {
        return heads[(ladder << HEAD_BITS) + COUNT];
    }

    /** {@return the level at a depth, 0 the best; level 0 when the ladder is not that deep} */
    int level(int ladder, int depth) {
        int index = count(ladder) - 1 - depth;
        return depth < 0 || index < 0 ? 0 : levelAt(ladder, index);
    }

    /** {@return where the key is, or {@code −1 −} where it belongs} */
    int find(int ladder, long key) {
        int from = heads[ladder << HEAD_BITS];
        int index = heads[(ladder << HEAD_BITS) + COUNT] - 1;
        int near = Math.max(-1, index - NEARBY);
        while (index > near && entries[from + 2 * index] > key) {
            index--;
        }
        if (index > near) {
            return entries[from + 2 * index] == key ? index : -2 - index;
        }
        int low = 0;
        int high = index;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = entries[from + 2 * middle];
            if (found == key) {
                return middle;
            }
            if (found < key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    /** {@return the level of entry {@code index}, counted from the worst} */
    int levelAt(int ladder, int index) {
        return (int) entries[heads[ladder << HEAD_BITS] + 2 * index + 1];
    }

    /** Inserts an entry where {@link #find} said it belongs. */
    void insert(int ladder, int index, long key, int level) {
        int head = ladder << HEAD_BITS;
        int size = heads[head + COUNT];
        if (2 * size == 1 << heads[head + SIZE] || heads[head + SIZE] == 0) {
            grow(head);
        }
        int cell = heads[head] + 2 * index;
        if (index == size) {
            heads[head + BEST] = level;
        } else {
            System.arraycopy(entries, cell, entries, cell + 2, 2 * (size - index));
        }
        entries[cell] = key;
        entries[cell + 1] = level;
        heads[head + COUNT] = size + 1;
    }

    /** Removes the entry with this key. */
    void remove(int ladder, long key) {
        int head = ladder << HEAD_BITS;
        int index = find(ladder, key);
        int size = heads[head + COUNT] - 1;
        int cell = heads[head] + 2 * index;
        heads[head + COUNT] = size;
        if (index < size) {
            System.arraycopy(entries, cell + 2, entries, cell, 2 * (size - index));
        } else {
            heads[head + BEST] = size == 0 ? 0 : (int) entries[cell - 1];
        }
    }

    /** Empties all ladders; keeps their memory. */
    void clear() {
        for (int head = 0; head < heads.length; head += 1 << HEAD_BITS) {
            heads[head + COUNT] = 0;
            heads[head + BEST] = 0;
        }
    }

    private void grow(int head) {
        int before = heads[head + SIZE] - 1;
        int bits = before < 0 ? FIRST_CAPACITY_BITS : before + 1;
        int block = block(bits);
        if (before >= 0) {
            int old = heads[head];
            System.arraycopy(entries, old, entries, block, 2 * heads[head + COUNT]);
            entries[old] = freeBlocks[before];
            freeBlocks[before] = old;
        }
        heads[head] = block;
        heads[head + SIZE] = bits + 1;
    }

    private int block(int bits) {
        int block = freeBlocks[bits];
        if (block != 0) {
            freeBlocks[bits] = (int) entries[block];
            return block;
        }
        block = end;
        end += 2 << bits;
        if (end > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(end, 2 * entries.length));
        }
        return block;
    }
}
