package io.leakage.core.score;

import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Row;

/**
 * Rows on the heap, for a machine that cannot run Chronicle Map: nothing outlives the process. About 1 KB a parent, 240 bytes a fill.
 */
public final class HeapScoreStore implements ScoreStore {
    private final String kind;
    private volatile Places<TwinWords> parents = new Places<>();
    private volatile Places<TwinWords> children = new Places<>();
    private volatile Places<TwinWords> fills = new Places<>();

    /**
     * An empty store.
     *
     * @param kind what to tell about it
     */
    public HeapScoreStore(String kind) {
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void put(ParentRow row) {
        put(parents, 0, row.number(), row);
    }

    @Override
    public void put(ChildRow row) {
        put(children, row.parent(), row.number(), row);
    }

    @Override
    public void put(FillRow row) {
        put(fills, row.parent(), row.number(), row);
    }

    @Override
    public boolean get(int parent, ParentRow into) {
        return get(parents, 0, parent, into);
    }

    @Override
    public boolean get(int parent, int child, ChildRow into) {
        return get(children, parent, child, into);
    }

    @Override
    public boolean get(int parent, int fill, FillRow into) {
        return get(fills, parent, fill, into);
    }

    @Override
    public void clear() {
        parents = new Places<>();
        children = new Places<>();
        fills = new Places<>();
    }

    @Override
    public void close() {
        clear();
    }

    private static void put(Places<TwinWords> places, int group, int place, Row row) {
        TwinWords kept = places.get(group, place);
        boolean isNew = kept == null;
        if (isNew) {
            kept = new TwinWords(row.length());
        }
        int at = kept.begin();
        long[] words = kept.words();
        for (int i = 0; i < row.length(); i++) {
            words[at + i] = row.word(i);
        }
        kept.publish();
        if (isNew) {
            places.put(group, place, kept);
        }
    }

    private static boolean get(Places<TwinWords> places, int group, int place, Row into) {
        TwinWords kept = places.get(group, place);
        if (kept == null) {
            return false;
        }
        long version;
        do {
            version = kept.version();
            int at = kept.at(version);
            long[] words = kept.words();
            for (int i = 0; i < into.length(); i++) {
                into.word(i, words[at + i]);
            }
        } while (!kept.isStill(version));
        return true;
    }
}
