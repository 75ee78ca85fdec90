package io.leakage.dropcopy.fix;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many messages of each type came; all beyond the first 64 types as one. One thread counts, any may read. */
final class MessageCounts {
    private static final int MOST_TYPES = 64;
    private static final int LONGEST = 8;

    private final AtomicLongArray types = new AtomicLongArray(MOST_TYPES);
    private final AtomicLongArray counts = new AtomicLongArray(MOST_TYPES);
    private final AtomicLong copies = new AtomicLong();

    /** Counts a message of the type at this place. */
    void count(byte[] raw, int at, int stop) {
        long type = 0;
        for (int i = at; i < Math.min(stop, at + LONGEST); i++) {
            type = type << 8 | raw[i] & 0xFF;
        }
        int place = 0;
        while (place < MOST_TYPES - 1 && types.getPlain(place) != type && types.getPlain(place) != 0) {
            place++;
        }
        if (types.getPlain(place) == 0) {
            types.set(place, type);
        }
        counts.setRelease(place, counts.getPlain(place) + 1);   // nobody else writes
    }

    /** Notes that a message called itself a copy (CopyMsgIndicator 797=Y). */
    void copy() {
        copies.incrementAndGet();
    }

    /** {@return messages that called themselves copies} */
    long copies() {
        return copies.get();
    }

    /** {@return counts by type} */
    Map<String, Long> byType() {
        Map<String, Long> all = new TreeMap<>();
        for (int place = 0; place < MOST_TYPES && types.get(place) != 0; place++) {
            all.merge(place == MOST_TYPES - 1 ? "other" : text(types.get(place)), counts.get(place), Long::sum);
        }
        return all;
    }

    private static String text(long type) {
        byte[] text = new byte[LONGEST];
        int length = 0;
        for (int shift = 56; shift >= 0; shift -= 8) {
            byte one = (byte) (type >>> shift);
            if (one != 0) {
                text[length++] = one;
            }
        }
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }
}
