package io.leakage.bench;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.DefaultCairoConfiguration;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;
import io.questdb.mp.WorkerPool;
import io.questdb.mp.WorkerPoolUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Markouts by QuestDB in this process, two threads, from tables that know their order of time. Its fastest way of those tried: all questions
 * in order of time, then one as-of join that scans the quotes densely; ten joins, the other scans and its own HORIZON JOIN took longer.
 */
final class MarkoutsOfQuestDb implements AutoCloseable {
    private final Path directory = Files.createTempDirectory("markouts");
    private final CairoEngine engine;
    private final SqlExecutionContext context;
    private final WorkerPool helper = new WorkerPool(() -> 1);

    MarkoutsOfQuestDb(MarkoutDay day) throws IOException, SqlException {
        quiet();
        engine = new CairoEngine(new DefaultCairoConfiguration(directory.toString()));
        WorkerPoolUtils.setupQueryJobs(helper, engine);
        helper.start();
        context = new SqlExecutionContextImpl(engine, 2).with(AllowAllSecurityContext.INSTANCE);
        engine.execute("CREATE TABLE quotes (ts TIMESTAMP, instrument SYMBOL CAPACITY 256, bid LONG, offer LONG) TIMESTAMP(ts) PARTITION BY DAY"
                + " BYPASS WAL", context);
        engine.execute("CREATE TABLE fills (ts TIMESTAMP, instrument SYMBOL CAPACITY 256, side LONG, price LONG) TIMESTAMP(ts) PARTITION BY DAY"
                + " BYPASS WAL", context);
        fill("quotes", day.nanos, day.instrument, i -> day.bid[i], i -> day.offer[i]);
        fill("fills", day.fillNanos, day.fillInstrument, i -> day.fillSide[i], i -> day.fillPrice[i]);
    }

    /** A column. */
    private interface Column {
        long at(int row);
    }

    private void fill(String table, long[] nanos, int[] instruments, Column third, Column fourth) {
        try (TableWriter writer = engine.getWriter(engine.verifyTableName(table), "loading")) {
            for (int i = 0; i < nanos.length; i++) {
                TableWriter.Row row = writer.newRow(nanos[i] / 1_000);
                row.putSym(1, "S" + instruments[i]);
                row.putLong(2, third.at(i));
                row.putLong(3, fourth.at(i));
                row.append();
            }
            writer.commit();
        }
    }

    /** It says every query on standard output otherwise. */
    private void quiet() throws IOException {
        Path log = Files.writeString(directory.resolve("log.conf"),
                "writers=stdout\nw.stdout.class=io.questdb.log.LogConsoleWriter\nw.stdout.level=CRITICAL\n");
        System.setProperty("out", log.toString());
    }

    /** {@return the average markout at each horizon, basis points, by one as-of join} */
    double[] averages() throws SqlException {
        StringBuilder questions = new StringBuilder();
        for (int i = 0; i < MarkoutDay.HORIZONS.length; i++) {
            questions.append(i > 0 ? " UNION ALL " : "").append("SELECT ts + ").append(MarkoutDay.HORIZONS[i] / 1_000)
                    .append(" AS at, instrument, side, price, ").append(i).append(" AS horizon FROM fills");
        }
        return ask("SELECT /*+ asof_dense(f q) */ f.horizon, avg(10000.0 * f.side * ((q.bid + q.offer) / 2.0 - f.price) / f.price)"
                + " FROM ((SELECT * FROM (" + questions + ") ORDER BY at) TIMESTAMP(at)) f ASOF JOIN quotes q ON (instrument) ORDER BY 1");
    }

    /** {@return the same by its own join over horizons} */
    double[] averagesByHorizonJoin() throws SqlException {
        return ask("SELECT h.offset, avg(10000.0 * f.side * ((q.bid + q.offer) / 2.0 - f.price) / f.price) FROM fills f"
                + " HORIZON JOIN quotes q ON (instrument) LIST (0, 10T, 100T, 1s, 5s, 10s, 30s, 1m, 5m, 30m) AS h ORDER BY 1");
    }

    private double[] ask(String sql) throws SqlException {
        double[] averages = new double[MarkoutDay.HORIZONS.length];
        try (RecordCursorFactory query = engine.select(sql, context); RecordCursor rows = query.getCursor(context)) {
            for (int i = 0; rows.hasNext(); i++) {
                averages[i] = rows.getRecord().getDouble(1);
            }
        }
        return averages;
    }

    @Override
    public void close() throws IOException {
        helper.halt();
        engine.close();
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
