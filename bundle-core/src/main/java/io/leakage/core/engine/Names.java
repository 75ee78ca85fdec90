package io.leakage.core.engine;

import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gives texts their numbers at the door, dense from 0 in each number space. A number given out for the first time enters as an event before
 * anybody can use it, so the journal explains every number in it. Looking up a known text allocates nothing. Any thread.
 */
final class Names {
    private final Table[] tables = new Table[NameKind.count()];
    private final byte[] scratch = new byte[LeakageEvent.MAX_TEXT];

    Names() {
        Arrays.setAll(tables, kind -> new Table());
    }

    /**
     * The number of a text.
     *
     * @param kind   number space
     * @param text   holds the text
     * @param offset first byte
     * @param length number of bytes
     * @param slots  where the event of a new name goes; the calling thread's
     */
    synchronized int number(NameKind kind, byte[] text, int offset, int length, Slots slots) {
        if (length > LeakageEvent.MAX_TEXT) {
            return number(kind, shortened(text, offset, length), 0, LeakageEvent.MAX_TEXT, slots);
        }
        Table table = tables[kind.ordinal()];
        int number = table.find(text, offset, length);
        if (number < 0) {
            number = table.add(text, offset, length);
            publish(kind, number, text, offset, length, slots);
        }
        return number;
    }

    /** The number of a text of characters; anything beyond Latin-1 is written as UTF-8. */
    synchronized int number(NameKind kind, CharSequence text, Slots slots) {
        int length = text.length();
        boolean simple = length <= scratch.length;
        for (int i = 0; simple && i < length; i++) {
            char c = text.charAt(i);
            simple = c < 128;
            scratch[i] = (byte) c;
        }
        if (simple) {
            return number(kind, scratch, 0, length, slots);
        }
        byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
        return number(kind, encoded, 0, encoded.length, slots);
    }

    /**
     * Learns a name again from a journal. {@return whether it was not known} A number whose name is lost stays its own: nobody else gets it,
     * and no text finds it.
     */
    boolean restore(LeakageEvent event) {
        return event.kind() == EventKind.NAMED && learn(event);   // nearly no event is one: no lock for the others
    }

    private synchronized boolean learn(LeakageEvent named) {
        return tables[named.nameKind().ordinal()].put(named.name, named.text(), 0, named.textLength);
    }

    /** This number was given out, whatever its name was. */
    synchronized void reserve(NameKind kind, int number) {
        tables[kind.ordinal()].reserve(number);
    }

    /** {@return whether this number's name is lost} */
    synchronized boolean isLost(NameKind kind, int number) {
        return tables[kind.ordinal()].isLost(number);
    }

    private static void publish(NameKind kind, int number, byte[] text, int offset, int length, Slots slots) {
        LeakageEvent event = slots.claim();
        event.kind(EventKind.NAMED);
        event.nameKind(kind);
        event.name = number;
        System.arraycopy(text, offset, event.text(), 0, length);
        event.textLength = length;
        slots.publish();
    }

    /** A text too long for a slot keeps its beginning and ends in a 64-bit hash of the whole. */
    private static byte[] shortened(byte[] text, int offset, int length) {
        byte[] hash = String.format("~%016x", hash(text, offset, length)).getBytes(StandardCharsets.US_ASCII);
        byte[] shortened = Arrays.copyOfRange(text, offset, offset + LeakageEvent.MAX_TEXT);
        System.arraycopy(hash, 0, shortened, shortened.length - hash.length, hash.length);
        return shortened;
    }

    /** FNV-1a, 64 bit, then mixed. */
    private static long hash(byte[] text, int offset, int length) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ text[offset + i]) * 0x100000001b3L;
        }
        return hash ^ hash >>> 32;
    }

    /** Open addressing over texts laid end to end. */
    private static final class Table {
        private static final int LOST = -1;

        private byte[] texts = new byte[4096];
        private int used;
        private int[] starts = new int[256];
        private int[] lengths = new int[256];
        private int[] places = new int[512];
        private int size;

        Table() {
            Arrays.fill(places, -1);
        }

        int find(byte[] text, int offset, int length) {
            int mask = places.length - 1;
            for (int at = (int) hash(text, offset, length) & mask; places[at] >= 0; at = at + 1 & mask) {
                int number = places[at];
                int start = starts[number];
                if (Arrays.equals(texts, start, start + lengths[number], text, offset, offset + length)) {
                    return number;
                }
            }
            return -1;
        }

        int add(byte[] text, int offset, int length) {
            int number = size;
            put(number, text, offset, length);
            return number;
        }

        boolean isLost(int number) {
            return number < size && lengths[number] == LOST;
        }

        void reserve(int number) {
            while (size <= number) {
                if (size == starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                    lengths = Arrays.copyOf(lengths, starts.length);
                }
                lengths[size++] = LOST;
                if (2 * size >= places.length) {
                    grow();
                }
            }
        }

        /** {@return whether the number had no name} */
        boolean put(int number, byte[] text, int offset, int length) {
            reserve(number);
            if (lengths[number] != LOST) {
                return false;
            }
            if (used + length > texts.length) {
                texts = Arrays.copyOf(texts, Math.max(used + length, texts.length * 2));
            }
            System.arraycopy(text, offset, texts, used, length);
            starts[number] = used;
            lengths[number] = length;
            used += length;
            place(number);
            return true;
        }

        private void grow() {
            places = new int[places.length * 2];
            Arrays.fill(places, -1);
            for (int number = 0; number < size; number++) {
                if (lengths[number] != LOST) {
                    place(number);
                }
            }
        }

        private void place(int number) {
            int mask = places.length - 1;
            int at = (int) hash(texts, starts[number], lengths[number]) & mask;
            while (places[at] >= 0) {
                at = at + 1 & mask;
            }
            places[at] = number;
        }
    }
}
