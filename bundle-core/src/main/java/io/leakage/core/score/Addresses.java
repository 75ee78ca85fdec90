package io.leakage.core.score;

import java.util.concurrent.atomic.AtomicLongArray;

/** Where each row lies, by group (a parent) and place under it, both dense from 0; 0 where none does. One thread puts, any thread gets. */
final class Addresses {
    private final Places<AtomicLongArray> pages = new Places<>();
    private static final int PAGE_BITS = 4;
    private static final int PAGE = 1 << PAGE_BITS;

    long get(int group, int place) {
        AtomicLongArray page = place < 0 ? null : pages.get(group, place >>> PAGE_BITS);
        return page == null ? 0 : page.getAcquire(place & PAGE - 1);
    }

    void put(int group, int place, long address) {
        AtomicLongArray page = pages.get(group, place >>> PAGE_BITS);
        if (page == null) {
            page = new AtomicLongArray(PAGE);
            page.setPlain(place & PAGE - 1, address);
            pages.put(group, place >>> PAGE_BITS, page);
        }
        page.setRelease(place & PAGE - 1, address);
    }
}
