package io.leakage.itests.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.depot.FolderDepot;
import io.leakage.archive.query.Archive;
import io.leakage.core.engine.EngineComponent;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.RandomDay;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.tail.TailsComponent;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive says, against what the scorecard said. */
class JournalArchiveTest {
    @TempDir
    Path directory;
    private Path journal;
    private Path archive;
    private TailsComponent tails;
    private Scorecard scorecard;

    @BeforeEach
    void aDayIsInTheJournalAndInTheArchive() {
        journal = directory.resolve("journal");
        archive = directory.resolve("archive");
        play(73);
        tails = new TailsComponent(Map.of(EngineComponent.JOURNAL, journal.toString()));
    }

    private void play(long seed) {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            new RandomDay(seed, true).play(engine.inlets());
        }
    }

    @Test
    void theViewOfScoresSaysWhatTheScorecardSays() throws Exception {
        archived();

        int parents = 0;
        try (Archive asked = new Archive(new FolderDepot(archive), null, null);
                Statement statement = asked.viewsFor("scores").createStatement();
                ResultSet row = statement.executeQuery("SELECT parent, symbol, executed, arrival_slippage, evidence, leak_cost_status "
                        + "FROM scores")) {
            while (row.next()) {
                ParentRow parent = parent(row.getString("parent"));
                assertEquals(scorecard.text(NameKind.INSTRUMENT, parent.instrument()), row.getString("symbol"));
                assertEquals(parent.executed(), row.getLong("executed"));
                same(parent.value(Measure.ARRIVAL_SLIPPAGE), row, "arrival_slippage");
                same(parent.value(Measure.EVIDENCE), row, "evidence");
                assertEquals(parent.status(Measure.LEAK_COST).name(), row.getString("leak_cost_status"));
                parents++;
            }
        }
        assertEquals(scorecard.parents(), parents);
    }

    @Test
    void theViewOfFillsSaysWhatTheScorecardSays() throws Exception {
        archived();
        Map<String, FillRow> fills = new TreeMap<>();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            ParentRow row = new ParentRow();
            assertTrue(scorecard.read(parent, row));
            for (int i = 0; i < row.fills(); i++) {
                FillRow fill = new FillRow();
                assertTrue(scorecard.readFill(parent, i, fill));
                if (fill.quantity() > 0) {
                    fills.put(scorecard.text(NameKind.EXECUTION, fill.execution()), fill);
                }
            }
        }

        assertTrue(fills.size() > 10, fills.size() + " fills");
        try (Archive asked = new Archive(new FolderDepot(archive), null, null);
                Statement statement = asked.viewsFor("fills").createStatement();
                ResultSet row = statement.executeQuery("SELECT exec_id, quantity, price, mid_1s FROM fills")) {
            while (row.next()) {
                FillRow fill = fills.remove(row.getString("exec_id"));
                assertEquals(fill.quantity(), row.getLong("quantity"));
                assertEquals(fill.price() / 1e8, row.getDouble("price"));
                long mid = fill.midTwice(Horizon.AFTER_1S);
                same(mid == Long.MIN_VALUE ? Double.NaN : mid / 2e8, row, "mid_1s");
            }
        }
        assertEquals(Map.of(), fills, "fills that are not in the archive");
    }

    @Test
    void anArchiveThatIsOpenedAgainAndAgainHoldsEveryRecordOnce() throws Exception {
        Counting counting = new Counting();
        archived();
        for (int seed = 74; seed < 77; seed++) {
            play(seed);   // the engine goes on in the same journal
            tailed(new ArchiveSink(new FolderDepot(archive), ArchiveOptions.DEFAULT));
        }
        tailed(counting);

        assertEquals(counting.records, rows());
        try (Archive asked = new Archive(new FolderDepot(archive), null, null);
                Statement statement = asked.viewsFor("quotes").createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*), count(DISTINCT (journal, position, ordinal)) FROM quotes")) {
            row.next();
            assertEquals(row.getLong(1), row.getLong(2));
            assertTrue(row.getLong(1) > 100, row.getLong(1) + " quotes");
        }
    }

    private Map<String, Long> rows() throws Exception {
        Map<String, Long> rows = new TreeMap<>();
        try (Archive asked = new Archive(new FolderDepot(archive), null, null)) {
            asked.manifest().files().forEach(file -> rows.merge(file.table(), file.rows(), Long::sum));
        }
        return rows;
    }

    private void archived() {
        tailed(new ArchiveSink(new FolderDepot(archive), ArchiveOptions.DEFAULT));
        ReplayEngine replayed = new ReplayEngine();
        replayed.replay(journal);
        scorecard = replayed.scorecard();
    }

    private void tailed(HistorySink sink) {
        tails.addSink(sink);
        long end = tails.stores().get(0).end();
        await(() -> tails.stores().get(0).taken() >= end);
        tails.removeSink(sink);
    }

    private ParentRow parent(String id) {
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (scorecard.read(parent, row) && scorecard.text(NameKind.ORDER, row.order()).equals(id)) {
                return row;
            }
        }
        throw new AssertionError("the scorecard has no order " + id);
    }

    private static void same(double expected, ResultSet row, String column) throws SQLException {
        double told = row.getDouble(column);
        assertEquals(expected, row.wasNull() ? Double.NaN : told, column);
    }

    private static void await(BooleanSupplier reached) {
        long patience = 60_000;
        while (!reached.getAsBoolean() && patience-- > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(reached.getAsBoolean(), "waited in vain");
    }

    /** Counts records by table. */
    private static final class Counting implements HistorySink {
        private final Map<String, Long> records = new TreeMap<>();

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public long open(String name) {
            records.clear();
            return 0;
        }

        @Override
        public boolean take(HistoryRecord item) {
            records.merge(item.table().id(), 1L, Long::sum);
            return false;
        }

        @Override
        public void flush(long position) {
            // nothing is kept
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
