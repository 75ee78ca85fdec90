package io.leakage.ilp;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryTable;

/**
 * What the tables are called and how they are made: {@code PREFIX_quotes} and so on. A record is told apart by time, journal, position and
 * ordinal; the same one again takes the place of the first.
 *
 * @param prefix letters, digits, underscore
 */
record QuestTables(String prefix) {
    /** Checks the name. */
    QuestTables {
        if (prefix == null || !prefix.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
            throw new IllegalArgumentException("table.prefix: a letter, then letters, digits, underscores, got \"" + prefix + "\"");
        }
    }

    /** {@return the name of a table} */
    String of(HistoryTable table) {
        return prefix + "_" + table.id();
    }

    /** {@return the name of the table that says how far each writer has come} */
    String positions() {
        return prefix + "_positions";
    }

    /** {@return the statement that makes a table, when it is not there} */
    String make(HistoryTable table) {
        StringBuilder sql = new StringBuilder("CREATE TABLE IF NOT EXISTS \"" + of(table) + "\" (ts TIMESTAMP_NS, journal SYMBOL");
        for (HistoryColumn column : table.columns()) {
            sql.append(", \"").append(column.name()).append("\" ").append("symbol".equals(column.name()) ? "SYMBOL" : type(column.type()));
        }
        return sql.append(") TIMESTAMP(ts) PARTITION BY DAY WAL DEDUP UPSERT KEYS(ts, journal, position, ordinal)").toString();
    }

    /** {@return the statement that makes the table of positions, when it is not there} */
    String makePositions() {
        return "CREATE TABLE IF NOT EXISTS \"" + positions() + "\" (ts TIMESTAMP_NS, writer SYMBOL, journal SYMBOL, position LONG)"
                + " TIMESTAMP(ts) PARTITION BY YEAR WAL DEDUP UPSERT KEYS(ts, writer, journal)";
    }

    private static String type(HistoryColumn.Type type) {
        return switch (type) {
            case LONG, NANOS -> "LONG";
            case DOUBLE -> "DOUBLE";
            case FLAG -> "BOOLEAN";
            case TEXT -> "VARCHAR";
        };
    }
}
