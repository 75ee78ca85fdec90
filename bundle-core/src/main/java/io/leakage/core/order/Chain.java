package io.leakage.core.order;

import io.leakage.api.event.Absent;
import java.util.Arrays;

/** The ClOrdIDs of one order, in the order they were accepted: X, replaced by Y, replaced by Z. Refused requests are no part of it. */
final class Chain {
    private int[] accepted;
    private int count = 1;
    private int[] refused = {};
    private int newest;
    private int original = Absent.NAME;
    private long nanos = Absent.LONG;

    Chain(int first) {
        accepted = new int[] {first};
        newest = first;
    }

    int newest() {
        return newest;
    }

    int length() {
        return count;
    }

    boolean has(int id) {
        return contains(accepted, count, id);
    }

    boolean hasRefused(int id) {
        return contains(refused, refused.length, id);
    }

    /** An id that once was the order's and is not any more: what a message of it says of quantity and limit is history. */
    boolean isSuperseded(int id) {
        return id != newest && has(id);
    }

    /**
     * A request was granted, or the order is told of under an id never seen.
     *
     * @param id     the id it has from now on
     * @param before the id it replaced, {@code Absent.NAME} when not told
     * @param at     when, {@code Absent.LONG} when unknown
     */
    void accept(int id, int before, long at) {
        if (id == newest && nanos == Absent.LONG) {
            nanos = at;
        }
        if (id == Absent.NAME || has(id)) {
            return;
        }
        add(id);
        boolean older = at != Absent.LONG && nanos != Absent.LONG && at < nanos;
        if (before != Absent.NAME && before == newest || !older && id != original) {
            newest = id;
            original = before;
            nanos = Math.max(at, nanos);
        }
    }

    /** Takes over another chain that turned out to be a part of this one. */
    void absorb(Chain other) {
        for (int i = 0; i < other.count; i++) {
            if (!has(other.accepted[i])) {
                add(other.accepted[i]);
            }
        }
        if (nanos == Absent.LONG || other.nanos > nanos) {
            newest = other.newest;
            original = other.original;
            nanos = other.nanos;
        }
    }

    private void add(int id) {
        if (count == accepted.length) {
            accepted = Arrays.copyOf(accepted, count * 2);
        }
        accepted[count++] = id;
    }

    void refuse(int id) {
        if (!has(id) && !hasRefused(id)) {
            refused = Arrays.copyOf(refused, refused.length + 1);
            refused[refused.length - 1] = id;
        }
    }

    int id(int index) {
        return accepted[index];
    }

    private static boolean contains(int[] ids, int count, int id) {
        for (int i = 0; i < count; i++) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }
}
