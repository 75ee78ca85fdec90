package io.leakage.itests.scenarios;

import io.leakage.api.event.Absent;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.book.Market;
import io.leakage.core.book.QuoteColumns;
import io.leakage.core.book.QuoteTape;
import io.leakage.core.event.LeakageEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A day's quotes, trades, orders and fills as tables of a database that knows nothing of our measures. */
final class SqlTape implements AutoCloseable {
    private final Connection connection;
    private final Market market = new Market();
    private final DuckDBAppender quotes;
    private final DuckDBAppender trades;
    private final QuoteColumns columns = new QuoteColumns();
    /** What the orders that rest ask, by their references: an execution tells the reference alone. */
    private final Map<Long, Long> resting = new HashMap<>();
    private long row;

    SqlTape() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        run("CREATE TABLE quotes (instrument INTEGER, row BIGINT, nanos BIGINT, bid BIGINT, offer BIGINT, mid2 BIGINT)");
        run("CREATE TABLE trades (instrument INTEGER, row BIGINT, nanos BIGINT, match BIGINT, price BIGINT, qty BIGINT)");
        run("CREATE TABLE broken (instrument INTEGER, match BIGINT)");
        run("CREATE TABLE parents (parent INTEGER, instrument INTEGER, side INTEGER, arrival BIGINT, finish BIGINT, qty BIGINT)");
        run("CREATE TABLE fills (parent INTEGER, fill INTEGER, instrument INTEGER, side INTEGER, nanos BIGINT, price BIGINT, qty BIGINT)");
        run("CREATE TABLE horizons (horizon INTEGER, nanos BIGINT)");
        quotes = ((DuckDBConnection) connection).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "quotes");
        trades = ((DuckDBConnection) connection).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "trades");
        for (int i = 0; i < Horizon.count(); i++) {
            run("INSERT INTO horizons VALUES (" + i + ", " + (Horizon.at(i) == Horizon.TOUCH ? -1 : Horizon.at(i).nanos()) + ")");
        }
    }

    /** Sees every event of the day, and writes quotes and trades down. */
    void witness(LeakageEvent event) {
        if (event.kind().isMarket()) {
            market.apply(event);
            if (event.instrument != Absent.NAME) {
                write(event.instrument);
                writeColumn(event);
                writeTrade(event);
            }
        }
    }

    private void writeColumn(LeakageEvent event) {
        QuoteTape tape = market.tape(event.instrument);
        int last = tape.last();
        if (last >= 0) {
            boolean known = tape.midTwice(last) != Absent.LONG;
            columns.append(market.watermark(event.source), event.instrument, known ? tape.bid(last) : Absent.LONG, tape.offer(last));
        }
    }

    /** {@return the same quotes as columns} */
    QuoteColumns columns() {
        return columns;
    }

    private void writeTrade(LeakageEvent event) {
        switch (event.kind()) {
            case ADDED -> resting.put(event.orderRef, event.price);
            case REPLACED -> resting.put(event.otherRef, event.price);
            case EXECUTED -> write(event, resting.get(event.orderRef));
            case TRADED, CROSSED -> write(event, event.price);
            case EXECUTED_AT -> {
                if (event.on) {
                    write(event, event.price);
                }
            }
            case BROKEN -> tell("INSERT INTO broken VALUES (" + event.instrument + ", " + event.otherRef + ")");
            default -> { }
        }
    }

    private void write(LeakageEvent event, long price) {
        try {
            trades.beginRow();
            trades.append(event.instrument);
            trades.append(row++);
            trades.append(market.watermark(event.source));
            trades.append(event.otherRef);
            trades.append(price);
            trades.append(event.quantity);
            trades.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("trade " + row, e);
        }
    }

    private void write(int instrument) {
        QuoteTape tape = market.tape(instrument);
        int last = tape.last();
        if (last < 0) {
            return;
        }
        try {
            quotes.beginRow();
            quotes.append(instrument);
            quotes.append(row++);
            quotes.append(tape.nanos(last));
            quotes.append(tape.bid(last));
            quotes.append(tape.offer(last));
            quotes.append(tape.midTwice(last));
            quotes.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("quote " + row, e);
        }
    }

    /** Ends quotes and trades, one quote an instant, broken trades out, and writes orders that are over and fills down. */
    void end(Scorecard scores) throws SQLException {
        quotes.close();
        trades.close();
        run("CREATE TABLE tape AS SELECT instrument, nanos, arg_max(bid, row) AS bid, arg_max(offer, row) AS offer,"
                + " nullif(arg_max(mid2, row), " + Absent.LONG + ") AS mid2 FROM quotes GROUP BY instrument, nanos");
        run("CREATE TABLE prints AS SELECT * FROM trades ANTI JOIN broken USING (instrument, match)");
        run("CREATE TABLE spells AS SELECT instrument, nanos AS begins, mid2,"
                + " lead(nanos, 1, " + Long.MAX_VALUE + ") OVER (PARTITION BY instrument ORDER BY nanos) AS ends FROM tape");
        ParentRow parent = new ParentRow();
        FillRow fill = new FillRow();
        for (int i = 0; i < scores.parents(); i++) {
            if (scores.read(i, parent) && parent.endNanos() != Absent.LONG) {
                run("INSERT INTO parents VALUES (" + i + ", " + parent.instrument() + ", " + parent.side().sign() + ", "
                        + parent.arrivalNanos() + ", " + parent.endNanos() + ", " + parent.quantity() + ")");
            }
            for (int j = 0; scores.read(i, parent) && j < parent.fills(); j++) {
                scores.readFill(i, j, fill);
                run("INSERT INTO fills VALUES (" + i + ", " + j + ", " + parent.instrument() + ", " + parent.side().sign() + ", " + fill.nanos()
                        + ", " + fill.price() + ", " + fill.quantity() + ")");
            }
        }
        run("CREATE TABLE around AS SELECT f.*, h.horizon, t.mid2, t.bid, t.offer FROM fills f CROSS JOIN horizons h"
                + " ASOF LEFT JOIN tape t ON t.instrument = f.instrument AND f.nanos + h.nanos >= t.nanos");
    }

    /** {@return the rows of a question} */
    ResultSet ask(String sql) throws SQLException {
        return connection.createStatement().executeQuery(sql);
    }

    private void tell(String sql) {
        try {
            run(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Does something. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
