package io.leakage.kdb;

import com.kx.c.Timespan;
import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Rows of one table until they are published, as {@code .u.upd} takes them: a list of columns, {@code time} (timespan of the day, UTC) and
 * {@code sym} first as kdb+tick has it, then {@code journal} and the table's own in their order. LONG and NANOS are longs, DOUBLE floats,
 * FLAG booleans, texts strings; {@code sym} and {@code journal} are symbols, for there are few of them. What is absent is the type's null,
 * an absent flag is false. One thread.
 */
final class KdbTable {
    private static final long DAY = 86_400_000_000_000L;

    private final HistoryTable table;
    private final List<Object[]> rows = new ArrayList<>();

    KdbTable(HistoryTable table) {
        this.table = table;
    }

    void add(HistoryRecord item) {
        List<HistoryColumn> columns = table.columns();
        Object[] row = new Object[columns.size()];
        for (int place = 0; place < row.length; place++) {
            row[place] = value(item, place, columns.get(place).type());
        }
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    void clear() {
        rows.clear();
    }

    /** {@return the columns, a vector each} */
    Object[] columns(String journal) {
        List<Object> all = new ArrayList<>();
        Timespan[] times = new Timespan[rows.size()];
        String[] journals = new String[rows.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = new Timespan(Math.floorMod((long) rows.get(i)[HistoryTable.TS_NS], DAY));
            journals[i] = journal;
        }
        all.add(times);
        all.add(column(HistoryTable.SYMBOL, String[]::new));
        all.add(journals);
        for (int place = 0; place < table.columns().size(); place++) {
            if (place != HistoryTable.SYMBOL) {
                all.add(vector(place));
            }
        }
        return all.toArray();
    }

    private Object vector(int place) {
        return switch (table.columns().get(place).type()) {
            case LONG, NANOS -> rows.stream().mapToLong(row -> (long) row[place]).toArray();
            case DOUBLE -> rows.stream().mapToDouble(row -> (double) row[place]).toArray();
            case TEXT -> column(place, Object[]::new);
            case FLAG -> flags(place);
        };
    }

    private boolean[] flags(int place) {
        boolean[] flags = new boolean[rows.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (boolean) rows.get(i)[place];
        }
        return flags;
    }

    private <T> T[] column(int place, IntFunction<T[]> array) {
        return rows.stream().map(row -> row[place]).toArray(array);
    }

    private static Object value(HistoryRecord item, int place, HistoryColumn.Type type) {
        boolean absent = item.isAbsent(place);
        return switch (type) {
            case LONG, NANOS -> absent ? Long.MIN_VALUE : item.longAt(place);
            case DOUBLE -> item.doubleAt(place);
            case FLAG -> item.flagAt(place);
            case TEXT -> text(absent ? "" : item.textAt(place), place);
        };
    }

    private static Object text(String text, int place) {
        return place == HistoryTable.SYMBOL ? text : text.toCharArray();
    }
}
