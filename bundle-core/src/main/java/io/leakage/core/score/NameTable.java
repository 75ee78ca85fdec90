package io.leakage.core.score;

import io.leakage.api.score.NameKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text behind each number, as bytes in pages: about 8 bytes a name beside its text, so a day's million executions cost 30 MB. The
 * outlet writes, any thread reads without waiting.
 */
final class NameTable {
    private final Names[] kinds = new Names[NameKind.count()];

    NameTable() {
        Arrays.setAll(kinds, kind -> new Names());
    }

    /** Keeps a name's text. The outlet only. */
    void put(NameKind kind, int name, byte[] text, int length) {
        kinds[kind.ordinal()].put(name, text, length);
    }

    /** {@return the text, null when this number was never given out} */
    String text(NameKind kind, int name) {
        return kinds[kind.ordinal()].text(name);
    }

    /** {@return whether the name's text is these bytes} */
    boolean is(NameKind kind, int name, byte[] text, int length) {
        return kinds[kind.ordinal()].is(name, text, length);
    }

    /** {@return a hash of the name's text, the same as {@link #hash(byte[], int)} of its bytes} */
    int hash(NameKind kind, int name) {
        return kinds[kind.ordinal()].hash(name);
    }

    /** {@return a hash of these bytes} */
    static int hash(byte[] text, int length) {
        return hash(text, 0, length);
    }

    private static int hash(byte[] text, int from, int length) {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ hash >>> 15;
    }

    /** One number space. A place packs page, offset and length + 1, so that 0 is no place. */
    private static final class Names {
        private static final int PAGE_BYTES = 1 << 16;
        private static final int LENGTH_BITS = 16;
        private static final int OFFSET_BITS = 16;

        private final LongPages where = new LongPages();
        private volatile byte[][] pages = new byte[4][];
        private int page;
        private int used;

        void put(int name, byte[] text, int length) {
            if (pages[page] == null || used + length > PAGE_BYTES) {
                turn();
            }
            System.arraycopy(text, 0, pages[page], used, length);
            where.put(name, (long) page << LENGTH_BITS + OFFSET_BITS | (long) used << LENGTH_BITS | length + 1);
            used += length;
        }

        private void turn() {
            int next = pages[page] == null ? page : page + 1;
            byte[][] grown = next < pages.length ? pages : Arrays.copyOf(pages, pages.length * 2);
            grown[next] = new byte[PAGE_BYTES];
            pages = grown;
            page = next;
            used = 0;
        }

        String text(int name) {
            long place = where.get(name);
            return place == 0 ? null : new String(pages[page(place)], offset(place), length(place), StandardCharsets.UTF_8);
        }

        boolean is(int name, byte[] text, int length) {
            long place = where.get(name);
            int at = offset(place);
            return place != 0 && Arrays.equals(pages[page(place)], at, at + length(place), text, 0, length);
        }

        int hash(int name) {
            long place = where.get(name);
            return NameTable.hash(pages[page(place)], offset(place), length(place));
        }

        private static int page(long place) {
            return (int) (place >>> LENGTH_BITS + OFFSET_BITS);
        }

        private static int offset(long place) {
            return (int) (place >>> LENGTH_BITS) & (1 << OFFSET_BITS) - 1;
        }

        private static int length(long place) {
            return ((int) place & (1 << LENGTH_BITS) - 1) - 1;
        }
    }
}
