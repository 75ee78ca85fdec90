package io.leakage.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.api.score.Verdict;
import io.leakage.core.rule.json.RuleReader;
import io.leakage.testing.Garbage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final long SECOND = 1_000_000_000L;

    private final ParentRow row = new ParentRow();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Hearer told = verdicts::add;
    private Watch watch;

    @Test
    void aRuleFiresAtItsThresholdAndSaysWithWhichNumber() {
        under("'when': {'measure': 'drift', 'atLeast': {'bps': 3}}, 'grade': 'RED'");

        assertEquals(Grade.GREEN, drift(1, 2.9));
        assertEquals(Grade.RED, drift(2, 3.0));

        Verdict fired = verdicts.get(0);
        assertTrue(fired.fired());
        assertEquals(2 * SECOND, fired.nanos());
        assertEquals(List.of("drift 3 bps (at least 3)"), fired.why());
    }

    @Test
    void withoutALevelToClearAtItEndsWhenItNoLongerHolds() {
        under("'when': {'measure': 'drift', 'atLeast': {'bps': 3}}, 'grade': 'AMBER'");

        assertEquals(Grade.AMBER, drift(1, 4));
        assertEquals(Grade.GREEN, drift(2, 2.99));
        assertEquals(List.of(true, false), verdicts.stream().map(Verdict::fired).toList());
    }

    @Test
    void withALevelToClearAtItHoldsOutUntilThere() {
        under("'when': {'measure': 'drift', 'atLeast': {'bps': 3}}, 'clearAt': {'drift': {'bps': 1}}, 'grade': 'RED'");

        assertEquals(Grade.RED, drift(1, 4));
        assertEquals(Grade.RED, drift(2, 1.01));
        assertEquals(Grade.GREEN, drift(3, 1.0));
        assertEquals(Grade.RED, drift(4, 3.0));
        assertEquals(3, verdicts.size());
    }

    @Test
    void whatMustHoldForFiveSecondsFiresAfterFiveSecondsWithoutABreak() {
        under("'when': {'measure': 'drift', 'atLeast': {'bps': 3}}, 'for': '5s', 'grade': 'RED'");

        assertEquals(Grade.GREEN, drift(1, 4));
        assertEquals(Grade.GREEN, drift(4, 2));
        assertEquals(Grade.GREEN, drift(5, 4));
        assertEquals(Grade.GREEN, drift(9.9, 5));
        assertEquals(10 * SECOND, watch.nextDue());
        assertEquals(Grade.RED, drift(11, 4));
        assertEquals(10 * SECOND, verdicts.get(0).nanos(), "when it had held long enough, whenever the row was written");
    }

    @Test
    void aNumberThatCannotBeSaidFiresNothingAndEndsNothing() {
        under("'when': {'measure': 'drift', 'atLeast': {'bps': 3}}, 'grade': 'RED'");

        assertEquals(Grade.CANNOT_SAY, drift(1, Double.NaN));
        assertEquals(Grade.RED, drift(2, 4));
        assertEquals(Grade.RED, drift(3, Double.NaN));
        assertEquals(Grade.GREEN, drift(4, 1));
    }

    @Test
    void aNumberThatCannotBeSaidBreaksWhatHadToHoldForAWhile() {
        under("'when': {'measure': 'drift', 'atLeast': {'bps': 3}}, 'for': '5s', 'grade': 'RED'");

        drift(1, 4);
        drift(3, Double.NaN);
        drift(4, 4);
        assertEquals(Grade.GREEN, drift(7, 4));
        assertEquals(Grade.RED, drift(9, 4));
    }

    @Test
    void oneFalseClauseDecidesWhateverTheOthersCannotSay() {
        under("'when': {'all': [{'measure': 'drift', 'atLeast': {'bps': 3}}, {'measure': 'remaining', 'atLeast': {'percent': 50}}]}, "
                + "'grade': 'RED'");

        row.quantity(100);
        row.executed(60);
        assertEquals(Grade.GREEN, drift(1, Double.NaN));
        row.executed(50);
        assertEquals(Grade.CANNOT_SAY, drift(2, Double.NaN));
        assertEquals(Grade.RED, drift(3, 3));
    }

    @Test
    void theLowerEndOfAnIntervalIsAskedWhereTheRuleSaysSo() {
        under("'when': {'measure': 'drift', 'lower95': true, 'atLeast': {'bps': 3}}, 'grade': 'RED'");

        row.score(Measure.DRIFT, 10, 2.9, 17, Status.VALID, 0);
        assertEquals(Grade.GREEN, judged(1));
        row.score(Measure.DRIFT, 10, 3.1, 17, Status.VALID, 0);
        assertEquals(Grade.RED, judged(2));
    }

    @Test
    void redOutshinesAmber() {
        row.endNanos(Absent.LONG);
        watch = new Watch(RuleReader.read(("{'version': 1, 'id': 's', 'rules': ["
                + "{'id': 'a', 'when': {'measure': 'drift', 'atLeast': {'bps': 1}}, 'grade': 'AMBER'},"
                + "{'id': 'r', 'when': {'measure': 'drift', 'atLeast': {'bps': 2}}, 'grade': 'RED'}]}").replace('\'', '"')));

        assertEquals(Grade.AMBER, drift(1, 1.5));
        assertEquals(Grade.RED, drift(2, 2.5));
        assertEquals(Grade.AMBER, drift(3, 1.5));
    }

    @Test
    void anOrderThatEndedKeepsItsLastLight() {
        under("'when': {'measure': 'drift', 'atLeast': {'bps': 3}}, 'grade': 'RED'");

        drift(1, 4);
        row.endNanos(2 * SECOND);
        assertEquals(Grade.RED, drift(2, 4));
        assertEquals(Grade.RED, drift(3, 0));
        assertEquals(1, verdicts.size());
    }

    @Test
    void whatWouldKeepTheActionBackIsTold() {
        under("'when': {'measure': 'drift', 'atLeast': {'bps': 3}}, 'grade': 'RED', 'then': {'switchTo': 'POV'}, "
                + "'veto': ['HALT', 'STALE', 'UNSYNCED']");

        row.clock(ClockState.UNSYNC, Absent.LONG);
        row.score(Measure.DRIFT, 4, 4, 4, Status.VALID, Flag.HALT.bit());
        judged(1);

        assertEquals(List.of("HALT", "UNSYNCED"), verdicts.get(0).vetoes());
        assertEquals("POV", verdicts.get(0).switchTo());
        assertEquals("OBSERVE", verdicts.get(0).mode());
    }

    @Test
    void manyRulesOnRandomRowsSayWhatAskingEveryRuleAnewSays() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            RuleSet set = RandomRules.of(random, 40);
            watch = new Watch(set);
            SlowWatch slow = new SlowWatch(set);
            row.endNanos(Absent.LONG);
            ParentRow other = new ParentRow();
            double seconds = 0;
            for (int step = 0; step < 300; step++) {
                seconds += random.nextInt(4) * 0.5;
                RandomRules.change(row, random);
                row.asOfNanos((long) (seconds * SECOND));
                other.copyFrom(row);
                verdicts.clear();
                watch.judge(row, told);

                List<String> expected = slow.judge(other);

                assertEquals(expected, verdicts.stream().map(v -> v.rule() + (v.fired() ? " fired " : " ended ") + v.nanos()).sorted().toList());
                assertEquals(other.grade(), row.grade(), "round " + round + ", step " + step);
            }
        }
    }

    @Test
    void aThousandRulesLeaveNoGarbageWhileNoneFires() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            rules.append(i == 0 ? "" : ",").append("{'id': 'r").append(i).append("', 'when': {'all': [{'measure': 'drift', 'atLeast': {'bps': ")
                    .append(i / 10.0).append("}}, {'measure': 'fills', 'atLeast': 1000}]}, 'grade': 'RED'}");
        }
        watch = new Watch(RuleReader.read(("{'version': 1, 'id': 's', 'rules': [" + rules + "]}").replace('\'', '"')));
        row.endNanos(Absent.LONG);
        Random random = new Random(3);

        assertEquals(0, Garbage.bytesOf(20_000, () -> drift(1, random.nextDouble() * 100)));
    }

    private void under(String rule) {
        watch = new Watch(RuleReader.read(("{'version': 1, 'id': 's', 'rules': [{'id': 'r', " + rule + "}]}").replace('\'', '"')));
        row.endNanos(Absent.LONG);
    }

    private Grade drift(double seconds, double bps) {
        if (Double.isNaN(bps)) {
            row.suppress(Measure.DRIFT, Flag.MD_GAP.bit());
        } else {
            row.score(Measure.DRIFT, bps, bps, bps, Status.VALID, 0);
        }
        return judged(seconds);
    }

    private Grade judged(double seconds) {
        row.asOfNanos(Math.round(seconds * SECOND));
        watch.judge(row, told);
        return row.grade();
    }
}
