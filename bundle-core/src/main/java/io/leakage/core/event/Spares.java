package io.leakage.core.event;

import java.util.concurrent.atomic.AtomicLong;

/** What was used and can be used again. One thread takes, one gives; they may be the same. No lock, no allocation. */
final class Spares<T> {
    private final Object[] free;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong given = new AtomicLong();

    /** Room for so many, a power of two. */
    Spares(int most) {
        free = new Object[most];
    }

    /** {@return one that was given, null when there is none; the taking thread} */
    @SuppressWarnings("unchecked")   // only what was given
    T take() {
        long at = taken.getPlain();
        if (at == given.getAcquire()) {
            return null;
        }
        T one = (T) free[(int) at & free.length - 1];
        taken.setRelease(at + 1);
        return one;
    }

    /** Gives one back; where there is no room for more, the collector has it. The giving thread. */
    void give(T one) {
        long at = given.getPlain();
        if (at - taken.getAcquire() < free.length) {
            free[(int) at & free.length - 1] = one;
            given.setRelease(at + 1);
        }
    }
}
