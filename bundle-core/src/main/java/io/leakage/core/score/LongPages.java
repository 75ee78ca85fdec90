package io.leakage.core.score;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Longs by dense number, 0 where nothing was put. Grows by pages; one thread puts, any thread gets without waiting. */
final class LongPages {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private volatile long[][] pages = new long[4][];

    /** {@return what was put there; what its writer did before is seen} */
    long get(int number) {
        long[][] now = pages;
        int page = number >>> PAGE_BITS;
        return page >= now.length || now[page] == null ? 0 : (long) ELEMENT.getAcquire(now[page], number & PAGE - 1);
    }

    /** Puts a value. Its writer only. */
    void put(int number, long value) {
        int page = number >>> PAGE_BITS;
        long[][] now = pages;
        if (page >= now.length) {
            now = Arrays.copyOf(now, Math.max(page + 1, now.length * 2));
        }
        if (now[page] == null) {
            now[page] = new long[PAGE];
        }
        ELEMENT.setRelease(now[page], number & PAGE - 1, value);
        pages = now;
    }
}
