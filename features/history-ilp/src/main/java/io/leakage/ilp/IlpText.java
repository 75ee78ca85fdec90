package io.leakage.ilp;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Records as lines of the Influx line protocol: {@code table,journal=…,symbol=… column=value,… nanoseconds}. Journal and symbol are tags,
 * which the store interns; whole numbers end in {@code i}; absent columns and numbers that are not finite are left out. The time of a
 * record without one is 0. One thread.
 */
final class IlpText {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private String journal = "";

    /** Names the journal of what follows, and forgets what there is. */
    void begin(String named) {
        journal = named;
        text.setLength(0);
    }

    /** Adds a record. */
    void add(String table, HistoryRecord item) {
        text.append(table).append(",journal=");
        tag(journal);
        String symbol = item.textAt(HistoryTable.SYMBOL);
        if (symbol != null && !symbol.isEmpty()) {
            text.append(",symbol=");
            tag(symbol);
        }
        text.append(" position=").append(item.position()).append('i');
        List<HistoryColumn> columns = item.table().columns();
        for (int place = HistoryTable.ORDINAL; place < columns.size(); place++) {
            if (place != HistoryTable.SYMBOL && isTold(item, place, columns.get(place))) {
                text.append(',').append(columns.get(place).name()).append('=');
                value(item, place, columns.get(place).type());
            }
        }
        text.append(' ').append(item.longAt(HistoryTable.TS_NS)).append('\n');
    }

    /** Adds a line of its own: one row for a writer and a journal, which the next replaces. */
    void position(String table, String writer, String of, long position) {
        text.append(table).append(",writer=");
        tag(writer);
        text.append(",journal=");
        tag(of);
        text.append(" position=").append(position).append("i 0\n");
    }

    /** {@return characters there are} */
    int length() {
        return text.length();
    }

    /** {@return all lines, UTF-8} */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Forgets the lines. */
    void clear() {
        text.setLength(0);
    }

    private static boolean isTold(HistoryRecord item, int place, HistoryColumn column) {
        return !item.isAbsent(place) && (column.type() != HistoryColumn.Type.DOUBLE || Double.isFinite(item.doubleAt(place)));
    }

    private void value(HistoryRecord item, int place, HistoryColumn.Type type) {
        switch (type) {
            case LONG, NANOS -> text.append(item.longAt(place)).append('i');
            case DOUBLE -> text.append(item.doubleAt(place));
            case FLAG -> text.append(item.flagAt(place));
            case TEXT -> quoted(item.textAt(place));
        }
    }

    private void tag(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == ' ' || letter == ',' || letter == '=' || letter == '\\' || letter == '\n' || letter == '\r') {
                text.append('\\');
            }
            text.append(letter);
        }
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '"' || letter == '\\' || letter == '\n' || letter == '\r') {
                text.append('\\');
            }
            text.append(letter);
        }
        text.append('"');
    }
}
