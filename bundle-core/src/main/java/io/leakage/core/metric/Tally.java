package io.leakage.core.metric;

/** How often each key was counted; a table that grows to what it once held. */
final class Tally {
    private long[] keys = new long[4];
    /** How often plus one, so that 0 is an empty place. */
    private int[] counts = new int[4];
    private int places;

    /** Counts a key up or down. {@return how often it was counted before} */
    int count(long key, int by) {
        int at = find(key);
        if (counts[at] == 0) {
            if (4 * ++places > 3 * keys.length) {
                grow();
                at = find(key);
            }
            keys[at] = key;
            counts[at] = 1;
        }
        int before = counts[at] - 1;
        counts[at] += by;
        return before;
    }

    private int find(long key) {
        int at = home(key);
        while (counts[at] != 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private int home(long key) {
        return (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 32) & keys.length - 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }
}
