package io.leakage.bench;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.depot.FolderDepot;
import io.leakage.archive.query.Archive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * Half a million quotes into sorted Parquet, by the wall clock: ours, forced to the disk and named by a manifest, against DuckDB's appender
 * and COPY alone, which do neither. Then ten million fills grouped by venue, read from the archive, against DuckDB over a table in memory.
 */
final class ArchiveBenchmark implements Benchmark {
    private static final int QUOTES = 500_000;
    private static final int FILLS = Integer.getInteger("fills", 10_000_000);
    private static final long START = 1_795_789_800_000_000_000L;
    private static final String[] SYMBOLS = symbols();
    private static final String[] VENUES = {"XNAS", "XNYS", "BATS", "EDGX", "IEXG", "ARCX", "MEMX", "XBOS"};
    private static final String GROUPED = "SELECT venue, count(*) AS fills, avg(1e4 * CASE side WHEN 'BUY' THEN 1 ELSE -1 END "
            + "* (mid_1s - price) / price) AS bps FROM %s GROUP BY venue ORDER BY venue";

    private final HistoryRecord item = new HistoryRecord();
    private long position;

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Report run() throws Exception {
        Path folder = Files.createTempDirectory("archive");
        try {
            return writing(folder).add(asking(folder));
        } finally {
            delete(folder);
        }
    }

    private Report writing(Path folder) throws Exception {
        ArchiveSink sink = new ArchiveSink(new FolderDepot(folder.resolve("quotes")), ArchiveOptions.DEFAULT);
        try (DuckDBConnection duck = connect()) {
            sink.open("benchmark");
            Report report = new Duel(name(), "quote")
                    .contestant("DuckDB's appender and COPY", () -> append(duck, folder.resolve("plain.parquet")))
                    .contestant("ours", () -> keep(sink), Goal.atMost(1000), null)
                    .ratio("ours", Goal.atMost(0.8))
                    .rounds(2, 7)
                    .byWallClock()
                    .run();
            return report.figure("ours", "M quotes/s", 1e3 / report.value("ours", "ns/quote"), Goal.atLeast(1));
        } finally {
            sink.close();
        }
    }

    private long keep(ArchiveSink sink) throws IOException {
        for (int i = 0; i < QUOTES; i++) {
            item.begin(HistoryTable.QUOTES);
            item.put(position += 64);
            item.put(0L);
            item.put(START + i * 1000L);
            item.put(SYMBOLS[(int) (i * 7919L % SYMBOLS.length)]);
            item.put(100.01);
            item.put(100.02 + i % 7 / 100.0);
            item.put(200L);
            item.put(i % 100L);
            item.put(0L);
            item.put("nasdaq");
            item.put((long) i);
            item.end();
            sink.take(item);
        }
        sink.flush(position);
        return QUOTES;
    }

    private static long append(DuckDBConnection duck, Path to) throws SQLException {
        run(duck, "CREATE OR REPLACE TABLE q (position BIGINT, ordinal BIGINT, ts_ns BIGINT, symbol VARCHAR, bid DOUBLE, offer DOUBLE, "
                + "bid_shares BIGINT, offer_shares BIGINT, flags BIGINT, feed VARCHAR, sequence BIGINT)");
        try (DuckDBAppender rows = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "q")) {
            for (int i = 0; i < QUOTES; i++) {
                rows.beginRow().append(i * 64L).append(0L).append(START + i * 1000L).append(SYMBOLS[(int) (i * 7919L % SYMBOLS.length)])
                        .append(100.01).append(100.02 + i % 7 / 100.0).append(200L).append(i % 100L).append(0L).append("nasdaq")
                        .append((long) i).endRow();
            }
        }
        run(duck, "COPY (SELECT *, make_timestamp(ts_ns // 1000) AS ts, 'benchmark' AS journal FROM q ORDER BY symbol, ts_ns) TO '" + to
                + "' (FORMAT parquet, COMPRESSION zstd)");
        return QUOTES;
    }

    private Report asking(Path folder) throws Exception {
        FolderDepot depot = new FolderDepot(folder.resolve("fills"));
        ArchiveSink sink = new ArchiveSink(depot, ArchiveOptions.DEFAULT);
        sink.open("benchmark");
        for (int i = 0; i < FILLS; i++) {
            fill(i);
            if (sink.take(item)) {
                sink.flush(item.position() + 1);
            }
        }
        sink.flush(Long.MAX_VALUE);
        sink.close();
        try (Archive archive = new Archive(depot, null, null); DuckDBConnection plain = connect()) {
            Connection views = archive.viewsFor("fills");
            run(plain, "CREATE TABLE f AS SELECT venue, side, mid_1s, price FROM read_parquet('" + folder.resolve("fills")
                    + "/fills/*/*.parquet')");
            String expected = answer(plain, GROUPED.formatted("f"));
            Report duel = new Duel("archive", "question")
                    .contestant("DuckDB, a table in memory", () -> same(expected, answer(plain, GROUPED.formatted("f"))))
                    .contestant("ours, every record", () -> same(expected, answer(views, GROUPED.formatted("fills_history"))),
                            Goal.atMost(1e9), null)
                    .contestant("ours, the newest of each fill", () -> same(expected, answer(views, GROUPED.formatted("fills"))))
                    .rounds(1, 3)
                    .byWallClock()
                    .run();
            return duel.figure("rows asked", "M", FILLS / 1e6);
        }
    }

    private void fill(int i) {
        item.begin(HistoryTable.FILLS);
        item.put(i * 64L);
        item.put(0L);
        item.put(START + i * 1000L);
        item.put(SYMBOLS[(int) (i * 7919L % SYMBOLS.length)]);
        for (HistoryColumn column : HistoryTable.FILLS.columns().subList(4, HistoryTable.FILLS.columns().size())) {
            switch (column.name()) {
                case "parent" -> item.put(SYMBOLS[i / 100 % SYMBOLS.length] + i / (100 * SYMBOLS.length));
                case "number" -> item.put((long) i % 100);
                case "venue" -> item.put(VENUES[i * 31 & 7]);
                case "side" -> item.put(i % 3 == 0 ? "BUY" : "SELL");
                case "quantity" -> item.put(100L);
                case "price" -> item.put(100 + i % 1000 / 100.0);
                case "mid_1s" -> item.put(100 + i % 997 / 100.0);
                default -> item.putAbsent();
            }
        }
        item.end();
    }

    private static long same(String expected, String found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("answers differ: " + expected + " and " + found);
        }
        return 1;
    }

    private static String answer(Connection duck, String sql) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = duck.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                text.append(rows.getString(1)).append(' ').append(rows.getLong(2)).append(' ').append(Math.round(rows.getDouble(3) * 1e6));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static DuckDBConnection connect() throws SQLException {
        return (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    }

    private static void run(Connection duck, String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String[] symbols() {
        String[] symbols = new String[500];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = "S" + i;
        }
        return symbols;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
