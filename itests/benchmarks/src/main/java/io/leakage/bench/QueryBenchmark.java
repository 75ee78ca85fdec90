package io.leakage.bench;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.ManifestJson;
import io.leakage.archive.depot.FolderDepot;
import io.leakage.archive.query.Query;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/**
 * A month of fills with their markouts, {@value #TOLD} records of each as its horizons pass, and of scores, written by the archive's own
 * sink; then grouped by venue and by broker the way {@code query.sh} asks, from opening the archive to the printed answer, beside DuckDB
 * that reads the same files and knows of no newer records.
 */
final class QueryBenchmark implements Benchmark {
    private static final int FILLS = Integer.getInteger("rows", 10_000_000);
    private static final int SCORES = FILLS / 10;
    private static final int TOLD = 4;
    private static final int DAYS = 21;
    private static final long DAY = 86_400_000_000_000L;
    private static final long START = 1_795_789_800_000_000_000L;
    private static final String[] SYMBOLS = texts("S", 500);
    private static final String[] PARENTS = texts("20261130-P", 20_000);
    private static final String[] BROKERS = texts("BRK", 12);
    private static final String[] VENUES = {"XNAS", "XNYS", "BATS", "EDGX", "IEXG", "ARCX", "MEMX", "XBOS"};
    private static final String VENUE = "SELECT venue, count(*) AS fills, round(avg(1e4 * CASE side WHEN 'BUY' THEN 1 ELSE -1 END "
            + "* (mid_1s - price) / price), 6) AS bps FROM %s GROUP BY venue ORDER BY venue";
    private static final String BROKER = "SELECT broker, count(*) AS parents, round(avg(arrival_slippage), 6) AS bps FROM %s "
            + "GROUP BY broker ORDER BY broker";
    /** Files as an archive has them that has been compacted: large ones. */
    private static final ArchiveOptions LARGE = new ArchiveOptions(ZoneId.of("UTC"), 768, 30, 1_000, 1, 1024, 2);

    private final HistoryRecord item = new HistoryRecord();

    @Override
    public String name() {
        return "query";
    }

    @Override
    public Report run() throws Exception {
        Path folder = Files.createTempDirectory("query");
        try {
            long begun = System.nanoTime();
            write(folder, HistoryTable.FILLS, FILLS);
            double seconds = (System.nanoTime() - begun) / 1e9;
            write(folder, HistoryTable.SCORES, SCORES);
            return new Report(name()).figure("fill records written", "M", FILLS / 1e6)
                    .figure("fill records written", "M/s", FILLS / seconds / 1e6)
                    .add(asked(folder, HistoryTable.FILLS, "fills", VENUE, "venue"))
                    .add(asked(folder, HistoryTable.SCORES, "scores", BROKER, "broker")).machine();
        } finally {
            RecordedMarket.delete(folder);
        }
    }

    private Report asked(Path folder, HistoryTable table, String view, String sql, String by) throws Exception {
        String files = files(folder, table);
        String bare = asked(files, sql);
        String all = view + ", every record, by " + by;
        if (!bare.equals(ask(folder, sql.formatted(view + "_history")))) {
            throw new IllegalStateException("answers differ: " + bare + " and " + ask(folder, sql.formatted(view + "_history")));
        }
        Report report = new Duel(name(), "question").rounds(1, 3).byWallClock()
                .contestant("bare DuckDB, the same files, by " + by, () -> asked(files, sql).isEmpty() ? 0 : 1)
                .contestant(all, () -> ask(folder, sql.formatted(view + "_history")).isEmpty() ? 0 : 1)
                .contestant("the newest of the " + view + ", by " + by, () -> ask(folder, sql.formatted(view)).isEmpty() ? 0 : 1)
                .run();
        Report seconds = new Report(name());
        for (Figure figure : report.figures()) {
            if (figure.unit().startsWith("ns/")) {
                seconds.figure(figure.what(), "s", figure.value() / 1e9, Goal.atMost(1));
            }
        }
        return seconds;
    }

    private static String ask(Path folder, String sql) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream trouble = new ByteArrayOutputStream();
        String[] arguments = {"--archive", folder.toString(), "--format", "csv", sql};
        int code = Query.run(arguments, new PrintStream(answer), new PrintStream(trouble));
        if (code != 0) {
            throw new IllegalStateException(trouble.toString(StandardCharsets.UTF_8));
        }
        return answer.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    private static String files(Path folder, HistoryTable table) throws IOException {
        return ManifestJson.read("query", Files.readAllBytes(folder.resolve(FolderDepot.MANIFEST))).files().stream()
                .filter(file -> file.table().equals(table.id())).map(file -> "'" + folder.resolve(file.path()) + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
    }

    private static String asked(String files, String sql) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = duck.createStatement(); ResultSet rows = statement.executeQuery(sql.formatted(files))) {
            for (int i = 1; i <= 3; i++) {
                text.append(rows.getMetaData().getColumnName(i)).append(i < 3 ? "," : "\n");
            }
            while (rows.next()) {
                text.append(rows.getString(1)).append(',').append(rows.getLong(2)).append(',').append(rows.getDouble(3)).append('\n');
            }
        }
        return text.toString();
    }

    private void write(Path folder, HistoryTable table, int rows) throws IOException {
        List<HistoryColumn> columns = table.columns();
        ArchiveSink sink = new ArchiveSink(new FolderDepot(folder), LARGE);
        sink.open("benchmark");
        for (int i = 0; i < rows; i++) {
            item.begin(table);
            for (int column = 0; column < columns.size(); column++) {
                put(columns.get(column), i, rows);
            }
            item.end();
            if (sink.take(item)) {
                sink.flush(item.position() + 1);
            }
        }
        sink.flush(rows * 64L);
        sink.close();
    }

    /** A fill's records, and a parent's rows, come by turns, so that the newest stands far from the others. */
    private void put(HistoryColumn column, int i, int rows) {
        boolean isFill = item.table() == HistoryTable.FILLS;
        int day = (int) ((long) i * DAYS / rows);
        int ofDay = i - (int) ((long) day * rows / DAYS);
        int what = isFill ? day * 1_000_000 + ofDay / (1_000 * TOLD) * 1_000 + ofDay % 1_000 : i % PARENTS.length;
        switch (column.name()) {
            case "position" -> item.put(i * 64L);
            case "ordinal" -> item.put(0L);
            case "ts_ns" -> item.put(START + day * DAY + (isFill ? what % 1_000_000 : ofDay) * 1_000L);
            case "symbol" -> item.put(SYMBOLS[(int) (what * 7919L % SYMBOLS.length)]);
            case "parent" -> item.put(PARENTS[isFill ? what / 100 % PARENTS.length : what]);
            case "number" -> item.put(isFill ? what / 100 / PARENTS.length * 100L + what % 100 : what);
            case "version" -> item.put((long) i);
            case "desk" -> item.put("program");
            case "strategy" -> item.put("VWAP");
            case "venue" -> item.put(VENUES[what * 31 & 7]);
            case "broker" -> item.put(BROKERS[what * 31 % BROKERS.length]);
            case "side" -> item.put(what % 3 == 0 ? "BUY" : "SELL");
            case "quantity" -> item.put(100L);
            case "price" -> item.put(100 + what % 1000 / 100.0);
            case "mid_1s" -> item.put(100 + i % 997 / 100.0);
            case "arrival_slippage" -> item.put(i % 1013 / 100.0);
            default -> {
                if (column.name().endsWith("_status")) {
                    item.put("SUPPRESSED");
                } else {
                    item.putAbsent();
                }
            }
        }
    }

    private static String[] texts(String prefix, int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = prefix + i;
        }
        return texts;
    }
}
