package io.leakage.core.book;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Orders whose references do not fit the pages: open addressing with linear probing, reference and slot side by side, at most half full.
 * A removal closes the gap, so there are no tombstones and nothing to clean up later. One thread.
 */
final class StrayTable {
    private static final int FIRST_PLACES = 64;

    /** Reference, slot, reference, slot …; slot 0 is an empty place. */
    private long[] cells = new long[2 * FIRST_PLACES];
    private int mask = FIRST_PLACES - 1;
    private int size;

    /** {@return the place of a reference; an empty one when it is not there} */
    int find(long ref) {
        int place = home(ref);
        while (cells[2 * place + 1] != 0 && cells[2 * place] != ref) {
            place = place + 1 & mask;
        }
        return place;
    }

    /** {@return the slot at a place, 0 when it is empty} */
    long slot(int place) {
        return cells[2 * place + 1];
    }

    /** Overwrites the slot at a place; not with 0. */
    void set(int place, long slot) {
        cells[2 * place + 1] = slot;
    }

    /** Puts a reference that is not there yet. */
    void put(long ref, long slot) {
        if (2 * size > mask) {
            grow();
        }
        insert(ref, slot);
        size++;
    }

    /** Empties a place and moves up what had been pushed behind it. */
    void remove(int place) {
        size--;
        int gap = place;
        int next = gap + 1 & mask;
        while (cells[2 * next + 1] != 0) {
            int fromHome = next - home(cells[2 * next]) & mask;
            if (fromHome >= (next - gap & mask)) {
                cells[2 * gap] = cells[2 * next];
                cells[2 * gap + 1] = cells[2 * next + 1];
                gap = next;
            }
            next = next + 1 & mask;
        }
        cells[2 * gap + 1] = 0;
    }

    /** Removes every order whose slot the predicate names. {@return how many} */
    int removeIf(LongPredicate doomed) {
        int before = size;
        for (int place = 0; place <= mask; place++) {
            while (cells[2 * place + 1] != 0 && doomed.test(cells[2 * place + 1])) {
                remove(place);   // what had been pushed behind moves up and is looked at in turn
            }
        }
        return before - size;
    }

    /** Empties the table; keeps its memory. */
    void clear() {
        Arrays.fill(cells, 0);
        size = 0;
    }

    /** {@return number of orders} */
    int size() {
        return size;
    }

    private void insert(long ref, long slot) {
        int place = home(ref);
        while (cells[2 * place + 1] != 0) {
            place = place + 1 & mask;
        }
        cells[2 * place] = ref;
        cells[2 * place + 1] = slot;
    }

    private void grow() {
        long[] before = cells;
        cells = new long[2 * before.length];
        mask = cells.length / 2 - 1;
        for (int i = 0; i < before.length; i += 2) {
            if (before[i + 1] != 0) {
                insert(before[i], before[i + 1]);
            }
        }
    }

    /** The finaliser of MurmurHash3, a bijection: references that differ in any bits spread. */
    private int home(long ref) {
        long h = ref;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return (int) (h ^ h >>> 33) & mask;
    }
}
