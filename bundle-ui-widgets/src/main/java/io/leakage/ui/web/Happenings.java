package io.leakage.ui.web;

import io.leakage.api.score.ParentRow;
import java.util.Arrays;

/**
 * Tells what happened to an order from what its market did: a fill, a child, a state, a grade. One thread.
 */
final class Happenings {
    private long[] seen = new long[64];

    /** {@return whether something happened to the order since its row was shown here last; true for the first time} */
    boolean happened(ParentRow row) {
        int parent = row.number();
        if (parent >= seen.length) {
            seen = Arrays.copyOf(seen, Math.max(2 * seen.length, parent + 1));
        }
        long now = ((row.executed() * 31 + row.children()) * 31 + row.state()) * 31 + row.grade().ordinal() + 1;
        boolean happened = seen[parent] != now;
        seen[parent] = now;
        return happened;
    }
}
