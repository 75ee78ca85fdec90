package io.leakage.core.book;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Which order is where: a 64-bit order reference to a slot of 8 bytes, shares in the upper half, level in the lower; 0 is no order.
 *
 * <p>Venues number their orders upwards, so slots lie in pages by reference, in a window that begins near the first reference seen: an
 * order's neighbour in time is its neighbour in memory, and joining the book costs no cache miss. What does not fit that picture still
 * works: references outside the window live in a hash table, and so do the stragglers of old pages once pages outnumber what the live
 * orders justify, so memory follows the number of live orders and not the length of the day.
 *
 * <p>An {@code at} is where a slot lies, valid until the next {@link #put} or {@link #remove}. One thread. Nothing is allocated but to grow.
 */
final class OrderSlots {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE - 1;
    private static final int CHUNK_BITS = 20;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
    /** Pages in a chunk: one less than the address allows, so that chunk and array header fit into 8 MiB. */
    private static final int CHUNK_PAGES = (1 << (CHUNK_BITS - PAGE_BITS)) - 1;
    private static final int FIRST_PAGES = 8;

    private static final int PAGES_BELOW_FIRST = 64;
    private static final int MAX_WINDOW = 1 << 22;
    /** Directory: no page yet. */
    private static final int NONE = 0;
    /** Directory: the page was given up, its references live in the table. */
    private static final int GIVEN_UP = -1;

    /** So many pages are never too many. */
    private static final int FREE_OF_CHARGE = 256;
    /** Beyond that a page for so many live orders, 64 bytes each: as many as a page has that may be given up. */
    private static final int LIVE_PER_PAGE_BITS = 7;
    /** A page with more live orders than this is not given up. */
    private static final int SPARSE = 1 << LIVE_PER_PAGE_BITS;
    /** Pages this near the newest are still being filled. */
    private static final int RECENT = 16;
    private static final int SWEEP_STEPS = 4096;

    private final StrayTable strays = new StrayTable();
    private long[][] chunks = {{}};
    private int[] directory = {};
    private long base;
    private boolean anchored;
    private int newest;
    /** Next page never used; page 0 stands for none. */
    private int fresh = 1;
    private int[] spare = new int[FIRST_PAGES];
    private int spares;
    private int pages;
    private int hand;
    private int live;

    /** {@return where the order with this reference is if it lives; if not, a place whose slot is 0} */
    long find(long ref) {
        long index = (ref >> PAGE_BITS) - base;
        if (index >= 0 && index < directory.length) {
            int page = directory[(int) index];
            if (page > 0) {
                return (long) page << PAGE_BITS | ref & PAGE_MASK;
            }
        }
        return ~(long) strays.find(ref);
    }

    /** {@return the slot of this reference, 0 when no order lives there or it is no longer in the window} */
    long peek(long ref) {
        long index = (ref >> PAGE_BITS) - base;
        int page = index >= 0 && index < directory.length ? directory[(int) index] : NONE;
        return page > 0 ? chunks[page >>> (CHUNK_BITS - PAGE_BITS)][(page & CHUNK_PAGES) << PAGE_BITS | (int) ref & PAGE_MASK] : 0;
    }

    /** {@return the slot at a place, 0 when no order lives there} */
    long slot(long at) {
        return at >= 0 ? chunks[(int) (at >>> CHUNK_BITS)][(int) at & CHUNK_MASK] : strays.slot((int) ~at);
    }

    /** Overwrites the slot of a live order; not with 0. */
    void set(long at, long slot) {
        if (at >= 0) {
            chunks[(int) (at >>> CHUNK_BITS)][(int) at & CHUNK_MASK] = slot;
        } else {
            strays.set((int) ~at, slot);
        }
    }

    /** Forgets a live order. */
    void remove(long at) {
        live--;
        if (at >= 0) {
            chunks[(int) (at >>> CHUNK_BITS)][(int) at & CHUNK_MASK] = 0;
        } else {
            strays.remove((int) ~at);
        }
    }

    /**
     * Remembers an order that is not there yet.
     *
     * @param at what {@link #find} said of its reference
     */
    void put(long at, long ref, long slot) {
        live++;
        if (at >= 0) {
            chunks[(int) (at >>> CHUNK_BITS)][(int) at & CHUNK_MASK] = slot;
        } else {
            putAnew(ref, slot);
        }
    }

    private void putAnew(long ref, long slot) {
        long index = (ref >> PAGE_BITS) - base;
        int page = index >= 0 && index < directory.length ? directory[(int) index] : NONE;
        if (page == NONE) {
            page = pageFor(ref);
        }
        if (page > 0) {
            long at = (long) page << PAGE_BITS | ref & PAGE_MASK;
            chunks[(int) (at >>> CHUNK_BITS)][(int) at & CHUNK_MASK] = slot;
        } else {
            strays.put(ref, slot);
        }
    }

    /** {@return number of live orders} */
    int live() {
        return live;
    }

    /** {@return pages in use} */
    int pages() {
        return pages;
    }

    /** Forgets all orders; the window begins anew at the next reference. Keeps its memory. */
    void clear() {
        for (int i = 0; i < directory.length; i++) {
            if (directory[i] > 0) {
                long at = (long) directory[i] << PAGE_BITS;
                int from = (int) at & CHUNK_MASK;
                Arrays.fill(chunks[(int) (at >>> CHUNK_BITS)], from, from + PAGE, 0);
                release(directory[i]);
            }
        }
        Arrays.fill(directory, NONE);
        strays.clear();
        anchored = false;
        live = 0;
        hand = 0;
        newest = 0;
    }

    /** Forgets every order whose slot the predicate names; looks at all of them. */
    void removeIf(LongPredicate doomed) {
        for (int page : directory) {
            if (page > 0) {
                removeIf(page, doomed);
            }
        }
        live -= strays.removeIf(doomed);
    }

    private void removeIf(int page, LongPredicate doomed) {
        long[] chunk = chunks[page >>> (CHUNK_BITS - PAGE_BITS)];
        int from = (page & CHUNK_PAGES) << PAGE_BITS;
        for (int i = from; i < from + PAGE; i++) {
            if (chunk[i] != 0 && doomed.test(chunk[i])) {
                chunk[i] = 0;
                live--;
            }
        }
    }

    private int pageFor(long ref) {
        if (!anchored) {
            base = (ref >> PAGE_BITS) - PAGES_BELOW_FIRST;
            anchored = true;
        }
        long index = (ref >> PAGE_BITS) - base;
        if (index < 0 || index >= MAX_WINDOW) {
            return GIVEN_UP;
        }
        if (index >= directory.length) {
            directory = Arrays.copyOf(directory, Integer.highestOneBit(Math.max((int) index, 2 * PAGES_BELOW_FIRST)) << 1);
        }
        newest = Math.max(newest, (int) index);
        if (pages >= FREE_OF_CHARGE + (live >> LIVE_PER_PAGE_BITS)) {
            giveUpOne();
        }
        int page = freshPage();
        directory[(int) index] = page;
        return page;
    }

    private int freshPage() {
        pages++;
        if (spares > 0) {
            return spare[--spares];
        }
        if ((fresh & CHUNK_PAGES) == CHUNK_PAGES) {
            fresh++;
        }
        int chunk = fresh >>> (CHUNK_BITS - PAGE_BITS);
        int place = fresh & CHUNK_PAGES;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk + 1);
            chunks[chunk] = new long[CHUNK_PAGES << PAGE_BITS];
        } else if (place << PAGE_BITS >= chunks[chunk].length) {
            chunks[chunk] = Arrays.copyOf(chunks[chunk], Math.min(CHUNK_PAGES, Math.max(FIRST_PAGES, 2 * place)) << PAGE_BITS);
        }
        return fresh++;
    }

    private void release(int page) {
        if (spares == spare.length) {
            spare = Arrays.copyOf(spare, spares * 2);
        }
        spare[spares++] = page;
        pages--;
    }

    /** Walks on from where it last stopped until it finds a sparse old page, and moves its orders into the table. */
    private void giveUpOne() {
        for (int step = 0; step < Math.min(SWEEP_STEPS, directory.length); step++) {
            int index = hand;
            hand = hand + 1 == directory.length ? 0 : hand + 1;
            if (directory[index] > 0 && Math.abs(newest - index) >= RECENT && isSparse(directory[index])) {
                giveUp(index);
                return;
            }
        }
    }

    private boolean isSparse(int page) {
        long[] chunk = chunks[page >>> (CHUNK_BITS - PAGE_BITS)];
        int from = (page & CHUNK_PAGES) << PAGE_BITS;
        int found = 0;
        for (int i = from; i < from + PAGE; i++) {
            found += chunk[i] != 0 ? 1 : 0;
        }
        return found <= SPARSE;
    }

    private void giveUp(int index) {
        int page = directory[index];
        long[] chunk = chunks[page >>> (CHUNK_BITS - PAGE_BITS)];
        int from = (page & CHUNK_PAGES) << PAGE_BITS;
        long firstRef = (base + index) << PAGE_BITS;
        for (int i = 0; i < PAGE; i++) {
            long slot = chunk[from + i];
            if (slot != 0) {
                strays.put(firstRef + i, slot);
                chunk[from + i] = 0;
            }
        }
        directory[index] = GIVEN_UP;
        release(page);
    }
}
