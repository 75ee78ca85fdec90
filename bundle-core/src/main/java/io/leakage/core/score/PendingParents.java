package io.leakage.core.score;

import io.leakage.api.score.ParentRow;
import java.util.Arrays;

/** The newest row of each parent that changed in this batch. Grows to its limit and stays there; one thread. */
final class PendingParents {
    private final ParentRow[] rows;
    private int[] placeOf = new int[256];
    private int count;

    PendingParents(int atMost) {
        rows = new ParentRow[atMost];
    }

    /** Keeps a copy in place of an earlier one of the same parent; {@return false when there is no place left} */
    boolean put(ParentRow row) {
        int number = row.number();
        if (number >= placeOf.length) {
            placeOf = Arrays.copyOf(placeOf, Math.max(number + 1, placeOf.length * 2));
        }
        if (placeOf[number] == 0) {
            if (count == rows.length) {
                return false;
            }
            if (rows[count] == null) {
                rows[count] = new ParentRow();
            }
            placeOf[number] = ++count;
        }
        rows[placeOf[number] - 1].copyFrom(row);
        return true;
    }

    int count() {
        return count;
    }

    ParentRow row(int index) {
        return rows[index];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            placeOf[rows[i].number()] = 0;
        }
        count = 0;
    }
}
