package io.leakage.archive.query;

import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.Horizon;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A view over the archive.
 *
 * @param name   how SQL calls it
 * @param table what it reads
 * @param sql    its select, for {@link #sqlUpTo}; null when it is a table as it is
 */
record View(String name, HistoryTable table, String sql) {
    /** Which kind of whole number holds any record's place. */
    private static final String PLACE_TYPE = "$place";
    /** Records of one event at most. */
    private static final long ORDINALS = 1_000_000;
    /** The newest record of each: a record is named by journal, position and ordinal, and no event has a million of them. */
    private static final String NEWEST = """
            SELECT * FROM %1$s SEMI JOIN (
              SELECT journal, max(position::$place * 1000000 + ordinal) AS newest FROM %1$s GROUP BY journal, %2$s
            ) AS kept ON %1$s.journal = kept.journal AND %1$s.position::$place * 1000000 + %1$s.ordinal = kept.newest""";
    private static final String NOT_BUSTED = "SELECT * FROM (" + NEWEST.formatted("fills_history", "parent, number")
            + ") WHERE quantity > 0";
    private static final List<View> ALL = views();

    /** {@return those that a text names and those they read, each after those it reads; all when it names none} */
    static List<View> meantBy(String sql) {
        List<View> meant = new ArrayList<>();
        for (int i = ALL.size() - 1; i >= 0; i--) {
            View view = ALL.get(i);
            if (isNamed(view, sql) || meant.stream().anyMatch(by -> by.sql != null && isNamed(view, by.sql))) {
                meant.add(0, view);
            }
        }
        return meant.isEmpty() ? ALL : meant;
    }

    /**
     * {@return its select over an archive}
     *
     * @param end position that every record of every journal is below; a place that fits 64 bits is found twice as fast
     */
    String sqlUpTo(long end) {
        return sql.replace(PLACE_TYPE, end <= Long.MAX_VALUE / ORDINALS ? "BIGINT" : "HUGEINT");
    }

    private static boolean isNamed(View view, String sql) {
        return Pattern.compile("\\b" + view.name + "\\b", Pattern.CASE_INSENSITIVE).matcher(sql).find();
    }

    /** {@return how the view over all records of a table is called} */
    static String raw(HistoryTable table) {
        return table == HistoryTable.FILLS || table == HistoryTable.SCORES ? table.id() + "_history" : table.id();
    }

    private static List<View> views() {
        List<View> views = new ArrayList<>();
        for (HistoryTable table : HistoryTable.values()) {
            views.add(new View(raw(table), table, null));
        }
        views.add(new View("fills", HistoryTable.FILLS, NOT_BUSTED));
        views.add(new View("scores", HistoryTable.SCORES, NEWEST.formatted("scores_history", "parent")));
        views.add(new View("markouts", HistoryTable.FILLS, markouts()));
        views.add(new View("leagues", HistoryTable.FILLS, leagues()));
        return List.copyOf(views);
    }

    /** A row for each fill and horizon: 1e4 · side · (mid then − price) / price, as the scorecard's markouts of single fills. */
    private static String markouts() {
        String columns = "journal, date, ts, ts_ns, symbol, parent, desk, number, strategy, venue, broker, counterparty, side, price, "
                + "quantity, liquidity";
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < Horizon.count(); i++) {
            Horizon horizon = Horizon.at(i);
            sql.append(i == 0 ? "" : " UNION ALL ").append("SELECT ").append(columns)
                    .append(", '").append(horizon.id()).append("' AS horizon, ").append(horizon.nanos()).append(" AS horizon_ns, ")
                    .append("1e4 * CASE side WHEN 'BUY' THEN 1 WHEN 'SELL' THEN -1 END * (mid_").append(horizon.id())
                    .append(" - price) / price AS bps FROM (").append(NOT_BUSTED).append(")");
        }
        return sql.toString();
    }

    /** How fills compare, by whom: the mean markout of a share, a row for each horizon. */
    private static String leagues() {
        StringBuilder sql = new StringBuilder();
        for (String by : List.of("venue", "broker", "counterparty", "strategy", "liquidity")) {
            sql.append(sql.isEmpty() ? "" : " UNION ALL ").append("SELECT '").append(by).append("' AS kind, ").append(by)
                    .append("::VARCHAR AS name, horizon, any_value(horizon_ns) AS horizon_ns, count(bps) AS fills, ")
                    .append("sum(quantity) FILTER (bps IS NOT NULL)::BIGINT AS shares, ")
                    .append("sum(bps * quantity) / sum(quantity) FILTER (bps IS NOT NULL) AS bps FROM markouts GROUP BY ").append(by)
                    .append(", horizon");
        }
        return sql.toString();
    }
}
