package io.leakage.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Markouts by DuckDB's as-of join, from tables in memory, on two threads. */
final class MarkoutsOfDuckDb implements AutoCloseable {
    private static final String ASK = "SELECT f.horizon, avg(1e4 * f.side * ((q.bid + q.offer) / 2.0 - f.price) / f.price)"
            + " FROM (SELECT fills.*, horizons.horizon, fills.nanos + horizons.nanos AS at FROM fills CROSS JOIN horizons) f"
            + " ASOF JOIN quotes q ON q.instrument = f.instrument AND f.at >= q.nanos GROUP BY f.horizon ORDER BY f.horizon";

    private final Connection connection;

    MarkoutsOfDuckDb(MarkoutDay day) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        run("SET threads = 2");
        run("CREATE TABLE quotes (nanos BIGINT, instrument INTEGER, bid BIGINT, offer BIGINT)");
        run("CREATE TABLE fills (nanos BIGINT, instrument INTEGER, side INTEGER, price BIGINT)");
        run("CREATE TABLE horizons (horizon INTEGER, nanos BIGINT)");
        for (int i = 0; i < MarkoutDay.HORIZONS.length; i++) {
            run("INSERT INTO horizons VALUES (" + i + ", " + MarkoutDay.HORIZONS[i] + ")");
        }
        try (DuckDBAppender quotes = appender("quotes"); DuckDBAppender fills = appender("fills")) {
            for (int i = 0; i < day.nanos.length; i++) {
                append(quotes, day.nanos[i], day.instrument[i], day.bid[i], day.offer[i]);
            }
            for (int i = 0; i < day.fillNanos.length; i++) {
                fills.beginRow();
                fills.append(day.fillNanos[i]);
                fills.append(day.fillInstrument[i]);
                fills.append(day.fillSide[i]);
                fills.append(day.fillPrice[i]);
                fills.endRow();
            }
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return ((DuckDBConnection) connection).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    private static void append(DuckDBAppender to, long nanos, int instrument, long bid, long offer) throws SQLException {
        to.beginRow();
        to.append(nanos);
        to.append(instrument);
        to.append(bid);
        to.append(offer);
        to.endRow();
    }

    /** {@return the average markout at each horizon, basis points} */
    double[] averages() throws SQLException {
        double[] averages = new double[MarkoutDay.HORIZONS.length];
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(ASK)) {
            while (rows.next()) {
                averages[rows.getInt(1)] = rows.getDouble(2);
            }
        }
        return averages;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
