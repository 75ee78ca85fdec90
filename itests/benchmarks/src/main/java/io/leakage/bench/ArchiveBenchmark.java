package io.leakage.bench;

import com.sun.management.OperatingSystemMXBean;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.depot.FolderDepot;
import io.leakage.core.engine.Replayed;
import io.leakage.core.tail.JournalTail;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * Half a million quotes into sorted Parquet, by the wall clock: ours, forced to the disk and named by a manifest, against DuckDB's appender
 * and COPY alone, which do neither. Then all of the archive's tail, from the journal of a market of {@value #PARENTS} live parents to
 * files.
 */
final class ArchiveBenchmark implements Benchmark {
    private static final int QUOTES = Integer.getInteger("quotes", 500_000);
    private static final int SYMBOLS_OF_THE_MARKET = Integer.getInteger("symbols", 8_000);
    private static final int LIVE = Integer.getInteger("live", 400_000);
    private static final int PARENTS = 200;
    private static final int MESSAGES = Integer.getInteger("messages", 2_000_000);
    private static final String TAIL = "archive tail";
    private static final long START = 1_795_789_800_000_000_000L;
    private static final String[] SYMBOLS = symbols();

    private static final OperatingSystemMXBean MACHINE = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

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
            return writing(folder).add(tail(folder)).machine();
        } finally {
            RecordedMarket.delete(folder);
        }
    }

    private Report writing(Path folder) throws Exception {
        ArchiveSink sink = new ArchiveSink(new FolderDepot(folder.resolve("quotes")), ArchiveOptions.DEFAULT);
        try (DuckDBConnection duck = connect()) {
            sink.open("benchmark");
            Report report = new Duel(name(), "quote")
                    .contestant("DuckDB's appender and COPY", () -> append(duck, folder.resolve("plain.parquet"), QUOTES))
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

    private static long append(DuckDBConnection duck, Path to, long quotes) throws SQLException {
        run(duck, "CREATE OR REPLACE TABLE q (position BIGINT, ordinal BIGINT, ts_ns BIGINT, symbol VARCHAR, bid DOUBLE, offer DOUBLE, "
                + "bid_shares BIGINT, offer_shares BIGINT, flags BIGINT, feed VARCHAR, sequence BIGINT)");
        try (DuckDBAppender rows = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "q")) {
            for (int i = 0; i < quotes; i++) {
                rows.beginRow().append(i * 64L).append(0L).append(START + i * 1000L).append(SYMBOLS[(int) (i * 7919L % SYMBOLS.length)])
                        .append(100.01).append(100.02 + i % 7 / 100.0).append(200L).append(i % 100L).append(0L).append("nasdaq")
                        .append((long) i).endRow();
            }
        }
        run(duck, "COPY (SELECT *, make_timestamp(ts_ns // 1000) AS ts, 'benchmark' AS journal FROM q ORDER BY symbol, ts_ns) TO '" + to
                + "' (FORMAT parquet, COMPRESSION zstd)");
        return quotes;
    }

    /** The journal of a market through the pipeline behind the live one, into records, into files; beside each part of that way alone. */
    private Report tail(Path folder) throws Exception {
        Path journal = folder.resolve("journal");
        RecordedMarket.write(journal, SYMBOLS_OF_THE_MARKET, LIVE, PARENTS, 1, MESSAGES);
        JournalTail tail = new JournalTail(journal);
        long[] round = {0};
        double[] cpu = {Double.MAX_VALUE};
        try (DuckDBConnection duck = connect()) {
            Report report = new Duel(name(), "journal event").rounds(1, 3).byWallClock()
                    .contestant("the pipeline behind, nothing told", () -> Replayed.tail(journal))
                    .contestant("its records told, none kept", () -> tail.intoNothing())
                    .contestant(TAIL, () -> {
                        long before = MACHINE.getProcessCpuTime();
                        FolderDepot depot = new FolderDepot(folder.resolve("tail" + ++round[0]));
                        long events = tail.into(new ArchiveSink(depot, ArchiveOptions.DEFAULT));
                        cpu[0] = Math.min(cpu[0], (MACHINE.getProcessCpuTime() - before) / (double) events);
                        return events;
                    })
                    .run();
            double nanos = report.value(TAIL, "ns/journal event");
            double recordsAnEvent = (double) tail.told() / tail.intoNothing();
            report.figure(TAIL, "M events/s", 1e3 / nanos, Goal.atLeast(1))
                    .figure(TAIL, "M records/s", 1e3 / nanos * recordsAnEvent)
                    .figure(TAIL + ", every thread of the process", "CPU ns/event", cpu[0], Goal.atMost(1000))
                    .figure("records told", "an event", recordsAnEvent);
            double bare = seconds(() -> append(duck, folder.resolve("plain.parquet"), tail.told()));
            return report.figure("as many quotes by DuckDB's appender and COPY", "M records/s", tail.told() / bare / 1e6);
        }
    }

    private static double seconds(Contestant work) throws Exception {
        long begun = System.nanoTime();
        work.round();
        return (System.nanoTime() - begun) / 1e9;
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
}
