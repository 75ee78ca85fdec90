package io.leakage.core.order;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many executions each drop copy told that were known by their key, and how many of those contradicted what had been told. One thread
 * counts, any may ask.
 */
public final class Repeats {
    private final Counts repeated = new Counts();
    private final Counts conflicts = new Counts();

    /** Nothing was told twice. */
    public Repeats() {
        // counts begin at 0
    }

    void repeat(int source) {
        repeated.add(source);
    }

    void conflict(int source) {
        conflicts.add(source);
    }

    /** {@return executions this drop copy told that were known, corrections and busts among them, and that changed nothing} */
    public long repeated(int source) {
        return repeated.of(source);
    }

    /** {@return those that are of another order, price or quantity than had been told under their key: what was told first stands} */
    public long conflicts(int source) {
        return conflicts.of(source);
    }

    /** A number a drop copy. */
    private static final class Counts {
        private volatile AtomicLongArray all = new AtomicLongArray(16);

        void add(int source) {
            if (source >= all.length()) {
                long[] more = new long[Math.max(source + 1, 2 * all.length())];
                Arrays.setAll(more, this::of);
                all = new AtomicLongArray(more);
            }
            all.setRelease(source, all.getPlain(source) + 1);   // nobody else writes
        }

        long of(int source) {
            AtomicLongArray now = all;
            return source < now.length() ? now.get(source) : 0;
        }
    }
}
