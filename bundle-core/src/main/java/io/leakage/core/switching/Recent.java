package io.leakage.core.switching;

import java.util.Arrays;

/** The times of the last minute. */
final class Recent {
    private static final long MINUTE = 60_000_000_000L;

    private long[] nanos = new long[8];
    private int count;

    void add(long at) {
        forget(at);
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = at;
    }

    void clear() {
        count = 0;
    }

    /** {@return how many lie less than a span back; the span is a minute at most} */
    int within(long span, long now) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += now - nanos[i] < span ? 1 : 0;
        }
        return found;
    }

    private void forget(long now) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (now - nanos[i] < MINUTE) {
                nanos[kept++] = nanos[i];
            }
        }
        count = kept;
    }
}
