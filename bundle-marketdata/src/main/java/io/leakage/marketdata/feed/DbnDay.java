package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import java.util.Arrays;

/** Which instruments Databento's numbers stand for on one day. Looking up allocates nothing. One thread. */
final class DbnDay {
    private static final int NONE = -1;

    private long day = Long.MIN_VALUE;
    private long[] ids = new long[64];
    private int[] instruments = new int[ids.length];
    private int used;

    DbnDay() {
        Arrays.fill(ids, NONE);
    }

    /** Begins a day, in days since the epoch, of which nothing is known yet. */
    void begin(long today) {
        day = today;
        used = 0;
        Arrays.fill(ids, NONE);
    }

    boolean is(long today) {
        return day == today;
    }

    /** It is no day any more. */
    void forget() {
        day = Long.MIN_VALUE;
    }

    /** {@return the instrument of this number, {@link Absent#NAME} while nobody has said which} */
    int instrument(long id) {
        int at = slot(id);
        return ids[at] == id ? instruments[at] : Absent.NAME;
    }

    void put(long id, int instrument) {
        if (2 * used >= ids.length) {
            grow();
        }
        int at = slot(id);
        used += ids[at] == id ? 0 : 1;
        ids[at] = id;
        instruments[at] = instrument;
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldInstruments = instruments;
        ids = new long[2 * oldIds.length];
        instruments = new int[ids.length];
        Arrays.fill(ids, NONE);
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] >= 0) {
                int at = slot(oldIds[i]);
                ids[at] = oldIds[i];
                instruments[at] = oldInstruments[i];
            }
        }
    }

    private int slot(long id) {
        int mask = ids.length - 1;
        int at = (int) (id * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (ids[at] != id && ids[at] >= 0) {
            at = at + 1 & mask;
        }
        return at;
    }
}
