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

    private long[] entries = new long[1 << 10];
    private int end = LEAD;
    /** By ladder: where its block begins. */
    private int[] start = {};
    private int[] count = {};
    /** By ladder: capacity as a power of two, −1 before its first entry. */
    private byte[] sizeBits = {};
    /** By ladder: the level of its last entry, 0 when empty; read on every event. */
    private int[] best = {};
    /** By block size: first free block, chained through its first entry; 0 is none. */
    private final int[] freeBlocks = new int[SIZES];

    /** Makes sure ladders below this number exist. */
    void reach(int ladders) {
        int before = start.length;
        if (ladders > before) {
            int now = Math.max(ladders, before * 2);
            start = Arrays.copyOf(start, now);
            count = Arrays.copyOf(count, now);
            best = Arrays.copyOf(best, now);
            sizeBits = Arrays.copyOf(sizeBits, now);
            Arrays.fill(sizeBits, before, now, (byte) -1);
        }
    }

    /** {@return how many ladders exist} */
    int ladders() {
        return start.length;
    }

    /** {@return the level of the best price, 0 when the ladder is empty} */
    int best(int ladder) {
        return best[ladder];
    }

    /** {@return number of levels} */
    int count(int ladder) {
        return count[ladder];
    }

    /** {@return the level at a depth, 0 the best; level 0 when the ladder is not that deep} */
    int level(int ladder, int depth) {
        int from = count[ladder] - 1 - depth;
        return depth < 0 || from < 0 ? 0 : (int) entries[start[ladder] + 2 * from + 1];
    }

    /** {@return where the key is, or {@code −1 −} where it belongs} */
    int find(int ladder, long key) {
        int from = start[ladder];
        int index = count[ladder] - 1;
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
        return (int) entries[start[ladder] + 2 * index + 1];
    }

    /** Inserts an entry where {@link #find} said it belongs. */
    void insert(int ladder, int index, long key, int level) {
        int size = count[ladder];
        if (sizeBits[ladder] < 0 || size == 1 << sizeBits[ladder]) {
            grow(ladder);
        }
        int cell = start[ladder] + 2 * index;
        if (index == size) {
            best[ladder] = level;
        } else {
            System.arraycopy(entries, cell, entries, cell + 2, 2 * (size - index));
        }
        entries[cell] = key;
        entries[cell + 1] = level;
        count[ladder] = size + 1;
    }

    /** Removes the entry with this key. */
    void remove(int ladder, long key) {
        int index = find(ladder, key);
        int size = count[ladder] - 1;
        int cell = start[ladder] + 2 * index;
        count[ladder] = size;
        if (index < size) {
            System.arraycopy(entries, cell + 2, entries, cell, 2 * (size - index));
        } else {
            best[ladder] = size == 0 ? 0 : (int) entries[cell - 1];
        }
    }

    /** Empties all ladders; keeps their memory. */
    void clear() {
        Arrays.fill(count, 0);
        Arrays.fill(best, 0);
    }

    private void grow(int ladder) {
        int bits = sizeBits[ladder] < 0 ? FIRST_CAPACITY_BITS : sizeBits[ladder] + 1;
        int block = block(bits);
        if (sizeBits[ladder] >= 0) {
            int old = start[ladder];
            System.arraycopy(entries, old, entries, block, 2 * count[ladder]);
            entries[old] = freeBlocks[sizeBits[ladder]];
            freeBlocks[sizeBits[ladder]] = old;
        }
        start[ladder] = block;
        sizeBits[ladder] = (byte) bits;
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
