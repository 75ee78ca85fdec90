package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The prices that an order which is over is held against, from a database: each to the last unit of 1e-8, from exact sums in 128 bits; and
 * what its fills cost against them. A price is the database's if and only if it is ours.
 */
final class SqlBenchmarks {
    private static final double UNIT = 1e8;
    private static final List<Measure> PWP = List.of(Measure.PWP_5, Measure.PWP_10, Measure.PWP_20, Measure.PWP_30);
    private static final List<Integer> RATES = List.of(5, 10, 20, 30);

    private static final String OF_TRADES = "SELECT p.parent, sum(t.price::HUGEINT * t.qty) AS money, sum(t.qty)::HUGEINT AS shares"
            + " FROM parents p LEFT JOIN prints t ON t.instrument = p.instrument AND t.nanos BETWEEN p.arrival AND p.finish GROUP BY p.parent";
    private static final String OVER_TIME = "SELECT p.parent,"
            + " sum(s.mid2::HUGEINT * (least(s.ends, p.finish) - greatest(s.begins, p.arrival))) AS money,"
            + " 2 * sum(least(s.ends, p.finish) - greatest(s.begins, p.arrival))::HUGEINT AS shares"
            + " FROM parents p LEFT JOIN spells s ON s.instrument = p.instrument AND s.begins < p.finish AND s.ends > p.arrival"
            + " AND s.mid2 IS NOT NULL GROUP BY p.parent";
    private static final String EX_OWN = "SELECT parent, b.money - o.money AS money, CASE WHEN b.shares > o.shares THEN b.shares - o.shares END AS shares FROM ("
            + OF_TRADES + ") b JOIN own o USING (parent)";
    /** The trades up to the one that reaches the volume, times the rate so that all is whole; then as much of that one as is needed. */
    private static final String WEIGHTED = "WITH run AS (SELECT p.parent, p.qty AS ordered, t.row, t.price, t.qty,"
            + " sum(t.qty) OVER so_far AS upto, sum(t.price::HUGEINT * t.qty) OVER so_far AS money"
            + " FROM parents p JOIN prints t ON t.instrument = p.instrument AND t.nanos >= p.arrival"
            + " WINDOW so_far AS (PARTITION BY p.parent ORDER BY t.row)),"
            + " crossing AS (SELECT parent, arg_min(ordered, row) AS ordered, arg_min(price, row)::HUGEINT AS price,"
            + " arg_min(upto - qty, row)::HUGEINT AS before, arg_min(money - price::HUGEINT * qty, row) AS spent"
            + " FROM run WHERE upto * %1$d >= 100 * ordered GROUP BY parent)"
            + " SELECT p.parent, c.spent * %1$d + (100 * c.ordered - c.before * %1$d) * c.price AS money, 100::HUGEINT * c.ordered AS shares"
            + " FROM parents p LEFT JOIN crossing c USING (parent)";
    private static final String TOUCH = "SELECT p.parent, (CASE WHEN (p.side > 0) = %s THEN t.bid ELSE t.offer END)::HUGEINT AS money,"
            + " 1::HUGEINT AS shares FROM parents p ASOF LEFT JOIN tape t ON t.instrument = p.instrument AND p.arrival >= t.nanos";

    private final SqlTape sql;
    private final Scorecard scores;
    private int atLeast;
    private final ParentRow row = new ParentRow();

    SqlBenchmarks(SqlTape sql, Scorecard scores) {
        this.sql = sql;
        this.scores = scores;
    }

    /** Compares them all; {@code orders} at least have each. */
    void compare(int orders) throws SQLException {
        atLeast = orders;
        sql.run("CREATE TABLE own AS SELECT parent, sum(price::HUGEINT * qty) AS money, sum(qty)::HUGEINT AS shares FROM fills GROUP BY parent");
        compare(OF_TRADES, Input.MARKET_VWAP, Measure.VS_VWAP);
        compare(EX_OWN, Input.MARKET_VWAP_EX_OWN, Measure.VS_VWAP_EX_OWN);
        compare(OVER_TIME, Input.MID_OVER_TIME, Measure.VS_TWAP);
        compare(TOUCH.formatted("true"), Input.ARRIVAL_NEAR, Measure.NEAR_TOUCH);
        compare(TOUCH.formatted("false"), Input.ARRIVAL_FAR, Measure.FAR_TOUCH);
        for (int rate = 0; rate < RATES.size(); rate++) {
            compare(WEIGHTED.formatted(RATES.get(rate)), Input.pwpPrice(rate), PWP.get(rate));
        }
    }

    /** @param price a question for money and shares of each order, whose quotient is the price */
    private void compare(String price, Input ours, Measure measure) throws SQLException {
        int compared = 0;
        try (ResultSet rows = sql.ask("SELECT p.parent, (2 * b.money + b.shares) // (2 * b.shares) AS price, 1e4 * p.side"
                + " * (o.money::DOUBLE / o.shares - b.money::DOUBLE / b.shares) / (b.money::DOUBLE / b.shares) AS bps FROM parents p JOIN own o"
                + " USING (parent) JOIN (" + price + ") b USING (parent)")) {
            while (rows.next()) {
                String where = measure.id() + " of parent " + rows.getInt("parent");
                assertTrue(scores.read(rows.getInt("parent"), row));
                double told = row.input(ours);
                assertEquals(rows.getObject("price") == null, Double.isNaN(told), where);
                if (!Double.isNaN(told)) {
                    assertEquals(rows.getLong("price"), Math.round(told * UNIT), where);
                    assertEquals(rows.getDouble("bps"), row.value(measure), 1e-7, where);
                    compared++;
                }
            }
        }
        assertTrue(compared >= atLeast, "too few of " + measure.id() + ": " + compared);
    }
}
