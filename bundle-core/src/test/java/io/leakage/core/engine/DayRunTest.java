package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.ChildRow;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Row;
import io.leakage.api.score.Scorecard;
import io.leakage.core.history.Inventory;
import io.leakage.core.history.Replay;
import io.leakage.core.history.Segments;
import io.leakage.core.score.DayRows;
import io.leakage.core.score.DayScorecard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days: a run for the orders of one instrument, beside a replay of everything, which is its slow twin. */
class DayRunTest {
    private static final List<String> SYMBOLS = List.of("AAA", "BBB", "CCC");

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "day {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60})
    void theOrdersAskedForHaveTheRowsAndTheEvidenceOfAReplayOfEverything(long seed) throws IOException {
        String symbol = SYMBOLS.get((int) seed % 3);
        CuttingTest.record(events(), seed, false);
        if (seed % 2 == 0) {
            Segments.packAll(events(), Replay.CONTENT);
        }
        ReplayEngine whole = replay();

        Map<Integer, DayRows> run = run(whole.scorecard(), symbol, Long.MAX_VALUE);

        List<Row> rows = CuttingTest.rows(whole.scorecard(), symbol);
        assertFalse(rows.isEmpty());
        assertEquals(rows, rows(run, whole.scorecard(), symbol));
        for (int parent : run.keySet()) {
            EvidenceCard card = new DayScorecard(whole.scorecard(), List.of(run.get(parent)), row -> true).evidence(parent);
            assertEquals(whole.scorecard().evidence(parent), card);
        }
    }

    @ParameterizedTest(name = "day {0}")
    @ValueSource(longs = {61, 62, 63, 64})
    void membersOfItsBasketGoInWholeToo(long seed) {
        CuttingTest.record(events(), seed, true);
        ReplayEngine whole = replay();

        assertEquals(CuttingTest.rows(whole.scorecard(), "AAA"),
                rows(run(whole.scorecard(), "AAA", Long.MAX_VALUE), whole.scorecard(), "AAA"));
    }

    @Test
    void ofDaysGivenUpWhatIsCarriedIsRead() throws IOException {
        long cut = CuttingTest.record(events(), 65, false);
        ReplayEngine whole = replay();
        new Cutting(events(), cut, instruments(whole.scorecard(), "BBB"), () -> false).run();

        assertEquals(CuttingTest.rows(whole.scorecard(), "BBB"),
                rows(run(whole.scorecard(), "BBB", Long.MAX_VALUE), whole.scorecard(), "BBB"));
    }

    @Test
    void instrumentsOfChildrenElsewhereAreFoundTogether() {
        CuttingTest.recordElsewhere(events());
        ReplayEngine whole = replay();
        Map<Integer, DayRows> into = Map.of(whole.scorecard().find("P"), new DayRows());
        List<Long> told = new ArrayList<>();

        assertTrue(new DayRun(events(), Long.MAX_VALUE, into, instruments(whole.scorecard(), "AAA"), () -> false, told::add).run());

        assertEquals(List.of(0L, 0L), told, "one way to find BBB and CCC, one with them");
    }

    @Test
    void aRunIsStoppedAndThenHasNothingToTell() {
        CuttingTest.record(events(), 66, false);
        Map<Integer, DayRows> into = new HashMap<>(Map.of(0, new DayRows()));

        assertFalse(new DayRun(events(), Long.MAX_VALUE, into, new BitSet(), () -> true, position -> { }).run());
        assertFalse(into.get(0).get(0, new ParentRow()));
    }

    @Test
    void progressGoesFromTheBeginningToTheEnd() {
        CuttingTest.record(events(), 67, false);
        List<Long> told = new ArrayList<>();

        new DayRun(events(), Long.MAX_VALUE, Map.of(), new BitSet(), () -> false, told::add).run();

        assertEquals(0L, told.get(0));
        assertTrue(told.get(told.size() - 1) <= end(), told.toString());
    }

    private long end() {
        List<Inventory.Entry> segments = Inventory.of(events(), Replay.CONTENT);
        return segments.get(segments.size() - 1).to();
    }

    private ReplayEngine replay() {
        ReplayEngine engine = new ReplayEngine();
        assertEquals(List.of(), engine.replay(directory).damages());
        return engine;
    }

    private Map<Integer, DayRows> run(Scorecard whole, String symbol, long end) {
        Map<Integer, DayRows> into = new HashMap<>();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < whole.parents(); parent++) {
            if (whole.read(parent, row) && symbol.equals(whole.text(NameKind.INSTRUMENT, row.instrument()))) {
                into.put(parent, new DayRows());
            }
        }
        assertTrue(new DayRun(events(), end, into, instruments(whole, symbol), () -> false, position -> { }).run());
        return into;
    }

    private static BitSet instruments(Scorecard whole, String symbol) {
        BitSet set = new BitSet();
        for (int number = 0; number < 8; number++) {
            if (symbol.equals(whole.text(NameKind.INSTRUMENT, number))) {
                set.set(number);
            }
        }
        return set;
    }

    private static List<Row> rows(Map<Integer, DayRows> run, Scorecard whole, String symbol) {
        List<Row> rows = new ArrayList<>();
        for (int parent = 0; parent < whole.parents(); parent++) {
            ParentRow row = new ParentRow();
            DayRows day = run.get(parent);
            if (day != null && day.get(parent, row) && symbol.equals(whole.text(NameKind.INSTRUMENT, row.instrument()))) {
                rows.add(row);
                for (int child = 0; child < row.children(); child++) {
                    ChildRow of = new ChildRow();
                    assertTrue(day.get(parent, child, of));
                    rows.add(of);
                }
                for (int fill = 0; fill < row.fills(); fill++) {
                    FillRow of = new FillRow();
                    assertTrue(day.get(parent, fill, of));
                    rows.add(of);
                }
            }
        }
        return rows;
    }

    private Path events() {
        return directory.resolve("events");
    }
}
