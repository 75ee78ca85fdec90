package io.leakage.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Row;
import io.leakage.testing.Garbage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. */
abstract class ScoreStoreContract {
    private ScoreStore store;

    abstract ScoreStore emptyStore();

    @BeforeEach
    void open() {
        store = emptyStore();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theNewestVersionOfEachRowIsRead() {
        for (int version = 1; version <= 3; version++) {
            for (int parent = 0; parent < 500; parent++) {
                store.put(parent(parent, 1000L * parent + version));
            }
        }

        ParentRow read = new ParentRow();
        for (int parent = 0; parent < 500; parent++) {
            assertTrue(store.get(parent, read));
            assertEquals(parent(parent, 1000L * parent + 3), read);
        }
        assertFalse(store.get(500, read));
        assertFalse(store.get(-1, read));
    }

    @Test
    void childrenAndFillsOfOnePlaceAreKeptApart() {
        ChildRow child = new ChildRow();
        FillRow fill = new FillRow();
        for (int parent = 0; parent < 20; parent++) {
            for (int place = 0; place < 70; place++) {
                child.parent(parent);
                child.number(place);
                child.quantity(parent * 100L + place);
                store.put(child);
                fill.parent(parent);
                fill.number(place);
                fill.price(-parent * 100L - place);
                store.put(fill);
            }
        }

        assertTrue(store.get(13, 69, child) && store.get(13, 69, fill));
        assertEquals(1369, child.quantity());
        assertEquals(-1369, fill.price());
        assertFalse(store.get(13, 70, child));
        assertFalse(store.get(20, 0, fill));
    }

    @Test
    void aReaderSeesOneVersionWhileTheWriterGoesOn() throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicReference<String> torn = new AtomicReference<>();
        store.put(all(0));
        Thread reader = new Thread(() -> {
            ParentRow read = new ParentRow();
            long last = 0;
            while (!ended.get() && torn.get() == null) {
                store.get(0, read);
                if (!read.equals(all(read.word(1))) || read.word(1) < last) {
                    torn.set("after version " + last + ": " + read.word(1) + " … " + read.word(read.length() - 1));
                }
                last = read.word(1);
            }
        });
        reader.start();
        for (long version = 0; version < 300_000; version++) {
            store.put(all(version));
        }
        ended.set(true);
        reader.join();

        assertEquals(null, torn.get());
    }

    @Test
    void neitherAnUpdateNorAReadLeavesGarbage() {
        ParentRow row = parent(1, 1);

        assertEquals(0, Garbage.bytesOf(2, () -> readAndWrite(row, 10_000)));
    }

    @Test
    void afterClearingOrClosingNothingIsFound() {
        store.put(parent(1, 1));
        store.clear();
        assertFalse(store.get(1, new ParentRow()));
        store.put(parent(1, 2));
        assertTrue(store.get(1, new ParentRow()));
        store.close();

        assertFalse(store.get(1, new ParentRow()));
    }

    private void readAndWrite(ParentRow row, int times) {
        for (int i = 0; i < times; i++) {
            store.put(row);
            store.get(1, row);
        }
    }

    static ParentRow parent(int number, long quantity) {
        ParentRow row = new ParentRow();
        row.number(number);
        row.quantity(quantity);
        return row;
    }

    /** Parent 0 with every other word the same. */
    private static ParentRow all(long value) {
        ParentRow row = new ParentRow();
        fill(row, value);
        row.number(0);
        return row;
    }

    private static void fill(Row row, long value) {
        for (int i = 0; i < row.length(); i++) {
            row.word(i, value);
        }
    }
}
