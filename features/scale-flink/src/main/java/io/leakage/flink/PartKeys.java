package io.leakage.flink;

import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** Keys of parts, such that Flink spreads them evenly over as many slots as there are. */
final class PartKeys {
    /** More slots than this cannot be used, nor more parts. */
    static final int MOST = 128;

    private PartKeys() {
    }

    /** {@return for each of so many parts a key of its own; the same for good} */
    static int[] of(int parts) {
        int[] keys = new int[parts];
        int key = 0;
        for (int part = 0; part < parts; part++) {
            while (KeyGroupRangeAssignment.assignToKeyGroup(key, MOST) != part * MOST / parts) {
                key++;
            }
            keys[part] = key;
            key = 0;
        }
        return keys;
    }
}
