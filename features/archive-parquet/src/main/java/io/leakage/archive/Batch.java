package io.leakage.archive;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The records of one table that wait to be written, column by column. Blocks of rows are used again after {@link #clear}. One thread.
 */
final class Batch {
    /** Rows of a block, a power of two. */
    static final int BLOCK = 2048;
    /** Stands where there is no whole number and no flag; where there is no real number, NaN does. */
    static final long ABSENT = Long.MIN_VALUE;
    private static final int SHIFT = Integer.numberOfTrailingZeros(BLOCK);
    private static final int WORD = 8;

    private final HistoryTable table;
    private final boolean[] texts;
    private final boolean[] reals;
    private final List<Block> blocks = new ArrayList<>();
    private final SortedSet<Integer> days = new TreeSet<>();
    private int rows;
    private int newestDay = Integer.MIN_VALUE;

    Batch(HistoryTable table) {
        this.table = table;
        List<HistoryColumn> columns = table.columns();
        texts = new boolean[columns.size()];
        reals = new boolean[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = columns.get(i).type() == HistoryColumn.Type.TEXT;
            reals[i] = columns.get(i).type() == HistoryColumn.Type.DOUBLE;
        }
    }

    HistoryTable table() {
        return table;
    }

    int rows() {
        return rows;
    }

    /** {@return about how much memory the rows take} */
    long bytes() {
        return (long) rows * texts.length * WORD;
    }

    /** {@return the days of the rows} */
    SortedSet<Integer> days() {
        return days;
    }

    /** Adds a record of a day. */
    void add(HistoryRecord item, int day) {
        if (rows >>> SHIFT == blocks.size()) {
            blocks.add(new Block(texts));
        }
        Block block = blocks.get(rows >>> SHIFT);
        int row = rows++ & BLOCK - 1;
        block.days[row] = day;
        for (int i = 0; i < texts.length; i++) {
            if (texts[i]) {
                block.texts[i][row] = item.textAt(i);
            } else if (reals[i]) {
                block.words[i][row] = Double.doubleToRawLongBits(item.doubleAt(i));
            } else {
                block.words[i][row] = item.isAbsent(i) ? ABSENT : item.longAt(i);
            }
        }
        if (day != newestDay) {
            days.add(day);
            newestDay = day;
        }
    }

    /** {@return a column that is not TEXT: the value, a double's raw bits, 1 for true; {@link #ABSENT} when absent} */
    long word(int column, int row) {
        return blocks.get(row >>> SHIFT).words[column][row & BLOCK - 1];
    }

    /** {@return a TEXT column; null when absent} */
    String text(int column, int row) {
        return blocks.get(row >>> SHIFT).texts[column][row & BLOCK - 1];
    }

    /** {@return the rows of a day by symbol, then venue time, then as they came; without a symbol first} */
    int[] order(int day) {
        int[] symbols = new int[rows];
        int[] counts = rank(day, symbols);
        int[] order = new int[counts[counts.length - 1]];
        int[] next = counts.clone();
        for (int row = 0; row < rows; row++) {
            if (symbols[row] >= 0) {
                order[next[symbols[row]]++] = row;
            }
        }
        for (int i = 0; i + 1 < counts.length; i++) {
            sortByTime(order, counts[i], counts[i + 1]);
        }
        return order;
    }

    /** Gives rows of a day their symbol's rank, others −1; {@return where each rank begins, and behind them how many rows there are} */
    private int[] rank(int day, int[] symbols) {
        Map<String, Integer> places = new HashMap<>();
        String last = null;
        int place = -1;
        for (int row = 0; row < rows; row++) {
            if (blocks.get(row >>> SHIFT).days[row & BLOCK - 1] != day) {
                symbols[row] = -1;
                continue;
            }
            String text = text(HistoryTable.SYMBOL, row);
            String symbol = text == null ? "" : text;
            if (symbol != last) {
                place = places.computeIfAbsent(symbol, any -> places.size());
                last = symbol;
            }
            symbols[row] = place;
        }
        String[] names = places.keySet().stream().sorted().toArray(String[]::new);
        int[] ranks = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            ranks[places.get(names[i])] = i;
        }
        int[] starts = new int[names.length + 1];
        for (int row = 0; row < rows; row++) {
            if (symbols[row] >= 0) {
                symbols[row] = ranks[symbols[row]];
                starts[symbols[row] + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        return starts;
    }

    /** Late records are few: mostly there is nothing to do. */
    private void sortByTime(int[] order, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (word(HistoryTable.TS_NS, order[i]) < word(HistoryTable.TS_NS, order[i - 1])) {
                Integer[] boxed = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
                Arrays.sort(boxed, (a, b) -> Long.compare(word(HistoryTable.TS_NS, a), word(HistoryTable.TS_NS, b)));
                for (int k = from; k < to; k++) {
                    order[k] = boxed[k - from];
                }
                return;
            }
        }
    }

    /** Forgets all rows. */
    void clear() {
        blocks.forEach(Block::clear);
        rows = 0;
        days.clear();
        newestDay = Integer.MIN_VALUE;
    }

    /** Some rows, column by column. */
    private static final class Block {
        private final int[] days = new int[BLOCK];
        private final long[][] words;
        private final String[][] texts;

        Block(boolean[] text) {
            words = new long[text.length][];
            texts = new String[text.length][];
            for (int i = 0; i < text.length; i++) {
                if (text[i]) {
                    texts[i] = new String[BLOCK];
                } else {
                    words[i] = new long[BLOCK];
                }
            }
        }

        void clear() {
            for (String[] column : texts) {
                if (column != null) {
                    Arrays.fill(column, null);
                }
            }
        }
    }
}
