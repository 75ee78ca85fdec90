package io.leakage.core.score;

import io.leakage.api.score.NameKind;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Finds a parent by the text of an id, in one number space of names: a hash table of name numbers, beside it the parent of each. One
 * thread writes, any thread asks without waiting.
 */
final class OrderIndex {
    private final NameKind kind;
    private final NameTable names;
    private final LongPages parentOf = new LongPages();
    private volatile AtomicIntegerArray table = new AtomicIntegerArray(1 << 10);
    private int used;

    OrderIndex(NameKind kind, NameTable names) {
        this.kind = kind;
        this.names = names;
    }

    /** Knows the name by its text from now on; the table of names has it already. The outlet only. */
    void named(int name, byte[] text, int length) {
        AtomicIntegerArray now = table;
        if (2 * ++used > now.length()) {
            now = grown(now);
        }
        insert(now, name, NameTable.hash(text, length));
        table = now;
    }

    /** This name belongs to that parent from now on. The outlet only. */
    void belongs(int name, int parent) {
        if (name >= 0) {
            parentOf.put(name, parent + 1L);
        }
    }

    /** This name is that parent's, unless a later parent took it over: an id may come again another day. The outlet only. */
    void belongsUnlessReused(int name, int parent) {
        if (name >= 0 && parentOf.get(name) <= parent + 1L) {
            parentOf.put(name, parent + 1L);
        }
    }

    /** {@return the parent the id belongs to, −1 when it belongs to none} */
    int parent(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        AtomicIntegerArray now = table;
        int mask = now.length() - 1;
        for (int at = NameTable.hash(text, text.length) & mask;; at = at + 1 & mask) {
            int entry = now.getAcquire(at);
            if (entry == 0) {
                return -1;
            }
            if (names.is(kind, entry - 1, text, text.length)) {
                return (int) parentOf.get(entry - 1) - 1;
            }
        }
    }

    private AtomicIntegerArray grown(AtomicIntegerArray old) {
        AtomicIntegerArray grown = new AtomicIntegerArray(old.length() * 2);
        for (int i = 0; i < old.length(); i++) {
            int entry = old.getPlain(i);
            if (entry != 0) {
                insert(grown, entry - 1, names.hash(kind, entry - 1));
            }
        }
        return grown;
    }

    private static void insert(AtomicIntegerArray table, int name, int hash) {
        int mask = table.length() - 1;
        int at = hash & mask;
        while (table.getPlain(at) != 0) {
            at = at + 1 & mask;
        }
        table.setRelease(at, name + 1);
    }
}
