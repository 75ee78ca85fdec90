package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.Side;
import io.leakage.api.score.Grade;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order to buy arrives at a mid of 100; from one second on the mid is 100.05, five basis points against it. */
class RulesInForceTest {
    private static final String DRIFT_OF_3 = rules(1, "'measure': 'drift', 'atLeast': {'bps': 3}", "");

    private final ReplayEngine engine = new ReplayEngine();
    private final DeskInlet desk = engine.inlets().desk();
    private final Tape.Player player = new Tape.Player(engine.inlets());

    @Test
    void aRuleToldAtTheDoorGivesItsLight() {
        desk.rules(null, DRIFT_OF_3);
        arrived("P", "ACC");
        assertEquals(Grade.CANNOT_SAY, row(0).grade(), "the market has not come as far as the order");
        player.market.passed(player.instrument, 999, millis(2));
        assertEquals(Grade.GREEN, row(0).grade());

        moved(1_000);

        assertEquals(Grade.RED, row(0).grade());
        Verdict verdict = engine.scorecard().verdicts().get(0);
        assertEquals(new Verdict(0, millis(1_000), "test", 1, "r", Grade.RED, true, List.of("drift 5 bps (at least 3)"), "", "", List.of()),
                verdict);
    }

    @Test
    void whatHasToHoldForFiveSecondsFiresThenAlthoughNothingElseOfTheOrderMoves() {
        desk.rules(null, rules(1, "'measure': 'drift', 'atLeast': {'bps': 3}", ", 'for': '5s'"));
        arrived("P", "ACC");
        moved(1_000);

        player.market.passed(player.instrument, 1_000, millis(5_999));
        assertEquals(Grade.GREEN, row(0).grade());
        player.market.passed(player.instrument, 1_001, millis(6_001));

        assertEquals(Grade.RED, row(0).grade());
        assertEquals(millis(6_000), engine.scorecard().verdicts().get(0).nanos());
    }

    @Test
    void rulesToldLateJudgeWhatIsThere() {
        arrived("P", "ACC");
        moved(1_000);
        assertEquals(Grade.CANNOT_SAY, row(0).grade());

        desk.rules(null, DRIFT_OF_3);

        assertEquals(Grade.RED, row(0).grade());
    }

    @Test
    void aDeskWithRulesOfItsOwnIsNotUnderThoseForAll() {
        desk.desk("own", "ACC1", true);
        desk.desk("none", "ACC2", true);
        desk.rules(null, DRIFT_OF_3);
        desk.rules("own", rules(1, "'measure': 'drift', 'atLeast': {'bps': 10}", ""));
        arrived("P", "ACC1");
        arrived("Q", "ACC2");
        moved(1_000);

        assertEquals(Grade.GREEN, row(0).grade());
        assertEquals(Grade.RED, row(1).grade());
    }

    @Test
    void rulesThatCannotBeReadAreRefusedAtTheDoorAndTheEarlierOnesStayInForce() {
        desk.rules(null, DRIFT_OF_3);

        assertTrue(assertThrows(IllegalArgumentException.class, () -> desk.rules(null, DRIFT_OF_3.replace("RED", "PINK"))).getMessage()
                .contains("grade: expected one of [AMBER, RED]"));

        arrived("P", "ACC");
        moved(1_000);
        assertEquals(Grade.RED, row(0).grade());
    }

    @Test
    void rulesTakenAwayLeaveNoLight() {
        desk.rules(null, DRIFT_OF_3);
        arrived("P", "ACC");
        moved(1_000);

        desk.rules(null, null);

        assertEquals(Grade.CANNOT_SAY, row(0).grade());
    }

    @Test
    void underANewVersionEveryOrderBeginsAnew() {
        desk.rules(null, DRIFT_OF_3);
        arrived("P", "ACC");
        moved(1_000);

        desk.rules(null, rules(2, "'measure': 'drift', 'atLeast': {'bps': 4}", ""));

        assertEquals(Grade.RED, row(0).grade());
        assertEquals(List.of(1, 2), engine.scorecard().verdicts().stream().map(Verdict::version).toList());
    }

    @Test
    void theJournalKnowsWhichVersionJudgedWhat(@TempDir Path dir) throws Exception {
        ParentRow row = new ParentRow();
        LeakageEngine running = new LeakageEngine(new EngineOptions(64, EngineOptions.Wait.BLOCKING, dir, null, false, 4));
        try (running) {
            Tape.Player into = new Tape.Player(running.inlets());
            running.inlets().desk().rules(null, DRIFT_OF_3);
            into.quote(millis(0), Tape.price("99.99"), Tape.price("100.01"));
            into.orders.accept(new Tape.Message('D', millis(1)).id("P").side(Side.BUY).quantity(100).message());
            into.quote(millis(1_000), Tape.price("100.04"), Tape.price("100.06"));
            running.inlets().desk().rules(null, rules(2, "'measure': 'drift', 'atLeast': {'bps': 4}", ""));
        }

        ReplayEngine again = new ReplayEngine();
        again.replay(dir);

        assertEquals(2, running.scorecard().verdicts().size());
        assertEquals(running.scorecard().verdicts(), again.scorecard().verdicts());
        again.scorecard().read(0, row);
        assertEquals(Grade.RED, row.grade());

        ReplayEngine under = new ReplayEngine();
        under.replayUnder(rules(9, "'measure': 'drift', 'atLeast': {'bps': 6}", ""), dir);
        assertEquals(List.of(), under.scorecard().verdicts());
        under.scorecard().read(0, row);
        assertEquals(Grade.GREEN, row.grade(), "under the rules tried, whatever was in force then");
    }

    private void arrived(String id, String account) {
        if (id.equals("P")) {
            player.quote(millis(0), Tape.price("99.99"), Tape.price("100.01"));
        }
        player.orders.accept(new Tape.Message('D', millis(1)).id(id).account(account).side(Side.BUY).quantity(100).message());
    }

    private void moved(double millis) {
        player.quote(millis(millis), Tape.price("100.04"), Tape.price("100.06"));
    }

    private ParentRow row(int parent) {
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(parent, row));
        return row;
    }

    private static long millis(double millis) {
        return Tape.START + Math.round(millis * 1e6);
    }

    private static String rules(int version, String when, String more) {
        return ("{'version': " + version + ", 'id': 'test', 'rules': [{'id': 'r', 'when': {" + when + "}, 'grade': 'RED'" + more + "}]}")
                .replace('\'', '"');
    }
}
