package io.leakage.api.history;

import java.util.Arrays;

/**
 * One record of a table, used again for the next: whoever keeps something of it copies that. Written column by column in the table's
 * order, read by place. One thread.
 */
public final class HistoryRecord {
    private HistoryTable table;
    private long[] words = {};
    private String[] texts = {};
    private boolean[] there = {};
    private int written;

    /** {@return the table it belongs to; null before the first} */
    public HistoryTable table() {
        return table;
    }

    /** {@return whether nothing stands in a column} */
    public boolean isAbsent(int place) {
        return !there[place];
    }

    /** {@return a LONG or NANOS column; 0 when absent} */
    public long longAt(int place) {
        return words[place];
    }

    /** {@return a DOUBLE column; NaN when absent} */
    public double doubleAt(int place) {
        return there[place] ? Double.longBitsToDouble(words[place]) : Double.NaN;
    }

    /** {@return a FLAG column; false when absent} */
    public boolean flagAt(int place) {
        return words[place] != 0;
    }

    /** {@return a TEXT column; null when absent} */
    public String textAt(int place) {
        return texts[place];
    }

    /** {@return where its event stands in the journal} */
    public long position() {
        return words[HistoryTable.POSITION];
    }

    /** Begins a record of a table, all of it absent. */
    public void begin(HistoryTable of) {
        table = of;
        written = 0;
        int columns = of.columns().size();
        if (words.length < columns) {
            words = new long[columns];
            texts = new String[columns];
            there = new boolean[columns];
        }
        Arrays.fill(words, 0, columns, 0);
        Arrays.fill(texts, 0, columns, null);
        Arrays.fill(there, 0, columns, false);
    }

    /** Writes the next column: LONG or NANOS. */
    public void put(long value) {
        words[written] = value;
        there[written++] = true;
    }

    /** Writes the next column: DOUBLE; NaN is absent. */
    public void put(double value) {
        words[written] = Double.doubleToRawLongBits(value);
        there[written++] = !Double.isNaN(value);
    }

    /** Writes the next column: TEXT; null is absent. */
    public void put(String value) {
        texts[written] = value;
        there[written++] = value != null;
    }

    /** Writes the next column: FLAG. */
    public void put(boolean value) {
        words[written] = value ? 1 : 0;
        there[written++] = true;
    }

    /** Leaves the next column absent. */
    public void putAbsent() {
        written++;
    }

    /**
     * Ends the record.
     *
     * @throws IllegalStateException when not every column was written
     */
    public void end() {
        if (written != table.columns().size()) {
            throw new IllegalStateException(written + " columns of " + table.id() + " were written, expected " + table.columns().size());
        }
    }
}
