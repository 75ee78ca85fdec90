package io.leakage.core.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.health.HistoryState;
import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.LeakyDay;
import io.leakage.core.engine.RandomDay;
import io.leakage.core.engine.ReplayEngine;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailTest {
    /** Written once: tails only read it. */
    @TempDir
    static Path recorded;
    @TempDir
    Path directory;
    private TailsComponent tails = new TailsComponent(recorded);

    @BeforeAll
    static void aDayIsInTheJournal() {
        play(recorded, 73);
    }

    private static void play(Path journal, long seed) {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            new RandomDay(seed, true).play(engine.inlets());
        }
    }

    @Test
    void theNewestRecordOfEveryParentSaysWhatTheScorecardSays() {
        Kept kept = tailed(new Kept(1000));
        Scorecard scorecard = replayed();

        for (int parent = 0; parent < scorecard.parents(); parent++) {
            ParentRow row = new ParentRow();
            assertTrue(scorecard.read(parent, row));
            String id = scorecard.text(NameKind.ORDER, row.order());
            Map<String, Object> newest = newest(kept.of(HistoryTable.SCORES), "parent", id);
            assertEquals(scorecard.text(NameKind.INSTRUMENT, row.instrument()), newest.get("symbol"));
            assertEquals(row.executed(), newest.get("executed"));
            assertEquals(row.arrivalNanos(), newest.get("arrival_ns"));
            assertEquals(row.status(Measure.ARRIVAL_SLIPPAGE).name(), newest.get("arrival_slippage_status"));
            same(row.value(Measure.ARRIVAL_SLIPPAGE), newest.get("arrival_slippage"));
            same(row.hi(Measure.LEAKAGE_COST), newest.get("leakage_cost_hi"));
        }
    }

    @Test
    void theNewestRecordOfEveryFillHasItsPricesAndTheMidsAround() {
        Kept kept = tailed(new Kept(1000));
        Scorecard scorecard = replayed();

        int fills = 0;
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            ParentRow row = new ParentRow();
            FillRow fill = new FillRow();
            assertTrue(scorecard.read(parent, row));
            for (int i = 0; i < row.fills(); i++) {
                assertTrue(scorecard.readFill(parent, i, fill));
                Map<String, Object> newest = newest(kept.of(HistoryTable.FILLS), "exec_id",
                        scorecard.text(NameKind.EXECUTION, fill.execution()));
                assertEquals(fill.price() / 1e8, newest.get("price"));
                assertEquals(fill.quantity(), newest.get("quantity"));
                long mid = fill.midTwice(Horizon.AFTER_1S);
                same(mid == Long.MIN_VALUE ? Double.NaN : mid / 2e8, newest.get("mid_" + Horizon.AFTER_1S.id()));
                fills++;
            }
        }
        assertTrue(fills > 10, fills + " fills");
    }

    @Test
    void everyDropCopyMessageEveryQuoteAndEveryTradeIsToldOnceInTheJournalsOrder() {
        Kept kept = tailed(new Kept(1000));

        Set<List<Object>> keys = new HashSet<>();
        long last = -1;
        for (Map<String, Object> one : kept.records) {
            assertTrue(keys.add(List.of(one.get("position"), one.get("ordinal"))), "told twice: " + one);
            assertTrue((long) one.get("position") >= last);
            last = (long) one.get("position");
        }
        assertEquals(replayed().progress().orderEvents(), kept.of(HistoryTable.ORDERS).size());
        assertFalse(kept.of(HistoryTable.QUOTES).isEmpty());
        assertFalse(kept.of(HistoryTable.TRADES).isEmpty());
        assertTrue(kept.of(HistoryTable.TRADES).stream().anyMatch(trade -> trade.get("kind").equals("BROKEN")));
        assertTrue(kept.of(HistoryTable.AUDIT).stream().anyMatch(one -> one.get("kind").equals("AMENDED")));
    }

    @Test
    void everyFootprintIsToldWithWhatBecameOfItAtEachHorizon() {
        Path leaky = directory.resolve("leaky");
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, leaky, null, false, 4))) {
            LeakyDay.leakInto(engine.inlets(), 60);
        }
        tails = new TailsComponent(leaky);
        Kept kept = tailed(new Kept(1000));

        List<Map<String, Object>> footprints = kept.of(HistoryTable.FOOTPRINTS);
        Set<List<Object>> told = new HashSet<>();
        footprints.forEach(one -> told.add(List.of(one.get("ts_ns"), one.get("child"), one.get("horizon"))));
        assertEquals(60 * 4, told.size());
        Map<String, Object> last = newest(footprints, "fate", "COUNTED");
        Map<String, Object> scores = newest(kept.of(HistoryTable.SCORES), "parent", "P");
        assertEquals((double) scores.get("evidence"), (double) last.get("evidence"), (double) scores.get("evidence") * 1e-9);
        double leak = footprints.stream().filter(one -> one.get("horizon").equals("1s") && one.get("fate").equals("COUNTED"))
                .mapToDouble(one -> (double) one.get("response") - (double) one.get("placebo")).average().orElseThrow();
        assertTrue(leak > 0, leak + " bps");
    }

    @Test
    void aTailThatIsStoppedAnywhereGoesOnBehindWhatItsStoreKeeps() {
        Kept whole = tailed(new Kept(1000));

        for (int most : new int[] {1, 7, 100}) {
            Kept parts = new Kept(most);
            parts.refuses = "no room";
            tails.addSink(parts);
            await(() -> tails.stores().get(0).retries() > 0);
            tails.removeSink(parts);   // with records that were never kept
            assertEquals(0, parts.position);
            parts.refuses = "";
            tailed(parts);
            assertEquals(whole.records, parts.records, "flushed every " + most);
        }
    }

    @Test
    void aStoreHearsOfTheNextDayInTheSameJournalWithoutHearingTheFirstAgain() {
        play(directory, 73);
        tails = new TailsComponent(directory);
        Kept later = tailed(new Kept(50));
        int before = later.records.size();
        play(directory, 74);
        tailed(later);
        Kept all = tailed(new Kept(1000));
        assertTrue(later.records.size() > before);
        assertEquals(all.records, later.records);
    }

    @Test
    void aStoreThatRefusesIsToldOfAndAskedAgainUntilItKeepsEverything() {
        Kept whole = tailed(new Kept(1000));
        Kept kept = new Kept(10);
        kept.refuses = "disk full: /archive has 0 bytes left";
        tails.addSink(kept);
        await(() -> tails.stores().get(0).retries() > 1);

        HistoryState troubled = tails.stores().get(0);
        assertEquals("disk full: /archive has 0 bytes left", troubled.trouble());
        assertEquals(troubled.end(), troubled.lag(), "nothing is kept");
        kept.refuses = "";
        await(() -> tails.stores().get(0).lag() == 0);
        assertEquals("", tails.stores().get(0).trouble());
        tails.removeSink(kept);
        assertEquals(whole.records, kept.records);
    }

    @Test
    void aStoreThatKeepsMoreThanTheJournalHoldsIsTakenForAnotherJournals() {
        Kept kept = new Kept(10);
        kept.position = 1L << 40;
        tails.addSink(kept);
        await(() -> !tails.stores().get(0).trouble().isEmpty());

        assertTrue(tails.stores().get(0).trouble().contains("position " + (1L << 40)), tails.stores().get(0).trouble());
        tails.removeSink(kept);
        assertEquals(List.of(), kept.records);
    }

    @Test
    void aJournalKeepsItsName() {
        String first = tailed(new Kept(1000)).journal;
        String again = tailed(new Kept(1000)).journal;

        assertEquals(first, again);
        assertEquals(36, first.length());
    }

    private Kept tailed(Kept kept) {
        tails.addSink(kept);
        await(() -> tails.stores().get(0).lag() == 0);
        tails.removeSink(kept);
        return kept;
    }

    private Scorecard replayed() {
        ReplayEngine replayed = new ReplayEngine();
        replayed.replay(recorded);
        return replayed.scorecard();
    }

    private static Map<String, Object> newest(List<Map<String, Object>> records, String key, String value) {
        return records.stream().filter(one -> value.equals(one.get(key))).reduce((one, next) -> next).orElseThrow();
    }

    private static void same(double expected, Object told) {
        assertEquals(expected, told == null ? Double.NaN : (double) told);
    }

    private static void await(BooleanSupplier reached) {
        long patience = 20_000;
        while (!reached.getAsBoolean() && patience-- > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(reached.getAsBoolean(), "waited in vain");
    }
}
