package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence through the whole pipeline, on days whose truth is known. */
class EvidenceScenariosTest {
    @ParameterizedTest
    @EnumSource(Side.class)
    void anOrderWhoseFootprintsMoveTheMidByTwoTicksIsRed(Side side) {
        ParentRow row = new LeakyDay(1, side, 2, 0).play(0);

        assertEquals(Grade.RED, row.grade());
        assertTrue(row.value(Measure.EVIDENCE) > 1e6, "E = " + row.value(Measure.EVIDENCE));
        // two ticks of a cent at 100 are 2 bps
        for (Measure measure : List.of(Measure.LEAK_10MS, Measure.LEAK_100MS, Measure.LEAK_1S, Measure.SIGNAL_10MS, Measure.SIGNAL_100MS)) {
            assertTrue(row.lo(measure) > 0 && row.lo(measure) <= 2.1 && row.hi(measure) >= 1.9, measure + " " + row.lo(measure));
        }
        assertTrue(row.lo(Measure.CONTRAST) > 0 && row.hi(Measure.CONTRAST) > 2);
        // bought and sold a second later, the two ticks just pay the spread of two
        assertTrue(row.lo(Measure.EXPLOITABLE_BPS) < 0 && row.hi(Measure.EXPLOITABLE_BPS) > 0);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void anOrderThatHelpsItselfIsNoLeak(Side side) {
        ParentRow row = new LeakyDay(1, side, -2, 0).play(0);

        assertEquals(Grade.GREEN, row.grade());
        assertTrue(row.hi(Measure.LEAK_100MS) < 0);
        assertTrue(row.value(Measure.LEAK_COST) < 0);
    }

    @Test
    void aMarketThatDriftsAgainstTheOrderIsNoLeak() {
        ParentRow row = new LeakyDay(2, Side.BUY, 0, .3).play(0);

        assertTrue(row.value(Measure.DRIFT) > 100, "500 ticks of drift: " + row.value(Measure.DRIFT));
        assertEquals(Grade.GREEN, row.grade());
        assertTrue(row.lo(Measure.LEAK_1S) < 0 && row.hi(Measure.LEAK_1S) > 0);
    }

    @Test
    void withoutLeakAlarmsAreAsRareAsTheyMustBe() {
        int days = 60;
        int amber = 0;
        for (int seed = 0; seed < days; seed++) {
            ParentRow row = new LeakyDay(1_000 + seed, seed % 2 == 0 ? Side.BUY : Side.SELL, 0, seed % 3 * .1, 60).play(0);
            assertEquals(60, row.input(Input.named("footprints_100ms")) + row.input(Input.named("unmatched_100ms")));
            assertTrue(row.input(Input.named("footprints_100ms")) >= 50, "but for those that the order's own quiet time has no like of");
            amber += row.grade() == Grade.GREEN ? 0 : 1;
        }
        assertTrue(amber <= .2 * days + 3 * Math.sqrt(.2 * .8 * days), amber + " of " + days + " days");
        assertTrue(amber < days / 5, "the bound is not tight: " + amber);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_000_000_000L, -1, 7_000_000, 150_000_000, 3_000_000_000L, 20_000_000_000L})
    void itIsTheSameHoweverLateTheDropCopyIs(long delay) {
        LeakyDay day = crowded();
        ParentRow prompt = day.play(0);
        ParentRow late = crowded().play(delay);

        assertTrue(prompt.input(Input.named("crowded_1s")) > 10 && prompt.input(Input.named("crowded_10ms")) > 10
                && prompt.input(Input.named("footprints_1s")) > 10, "the day has both");
        assertEquals(seen(prompt), seen(late));
    }

    /** A second order in the same instrument comes close to many footprints of the first. */
    static LeakyDay crowded() {
        LeakyDay day = new LeakyDay(5, Side.BUY, 1, 0);
        day.order(Tape.START + 2_000 * LeakyDay.MILLI, new Tape.Message('D', Tape.START + 2_000 * LeakyDay.MILLI).id("Q").side(Side.SELL)
                .quantity(1_000));
        for (int i = 0; i < day.footprints.size(); i += 3) {
            long nanos = day.footprints.get(i) + (i % 2 == 0 ? 5 : 300) * LeakyDay.MILLI;
            day.order(nanos, new Tape.Message('8', nanos).id("QC" + i).parent("Q").side(Side.SELL).exec('0', '0'));
        }
        return day;
    }

    static List<Object> seen(ParentRow row) {
        List<Object> seen = new ArrayList<>(List.of(row.grade()));
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            seen.add(measure + " " + row.value(measure) + " " + row.lo(measure) + " " + row.hi(measure) + " " + row.status(measure) + " "
                    + Flag.of(row.flags(measure)));
        }
        for (Input input : Input.all()) {
            seen.add(input + " " + row.input(input));
        }
        return seen;
    }

    @Test
    void theSameDayTwiceGivesTheSameBytesAndAnotherDayOthers() {
        assertEquals(seen(new LeakyDay(3, Side.BUY, 1, 0).play(0)), seen(new LeakyDay(3, Side.BUY, 1, 0).play(0)));
        assertNotEquals(seen(new LeakyDay(3, Side.BUY, 1, 0).play(0)), seen(new LeakyDay(4, Side.BUY, 1, 0).play(0)));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void thePartsOfTheDriftAddUpToItExactly(Side side) {
        ParentRow row = new LeakyDay(6, side, 1, .05).play(0);
        long parts = 0;
        for (String part : List.of("market", "fills", "signals", "rest")) {
            parts += Math.round(row.input(Input.named("moved_by_" + part)) * 2e8);
        }

        assertEquals(side.sign() * (Math.round(row.input(Input.MID_NOW) * 2e8) - Math.round(row.arrivalMid() * 2e8)), parts);
        assertTrue(row.value(Measure.DRIFT_LEAKAGE) > 20 && row.value(Measure.DRIFT_IMPACT) > 5, "75 signals, 25 fills, a bp each");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 3_000_000_000L})
    void anOwnOrderThatIsOnlyTakenCrowdsNothingBeforeIt(long delay) {
        LeakyDay day = new LeakyDay(5, Side.BUY, 1, 0);
        day.order(Tape.START + 2_000 * LeakyDay.MILLI, new Tape.Message('D', Tape.START + 2_000 * LeakyDay.MILLI).id("Q").side(Side.SELL)
                .quantity(1_000));
        for (int i = 0; i < day.footprints.size(); i += 3) {
            long nanos = day.footprints.get(i) + 5 * LeakyDay.MILLI;
            day.order(nanos, new Tape.Message('8', nanos).id("QC" + i).parent("Q").side(Side.SELL).execution("QE" + i).exec('F', '1')
                    .last(1, "100.01").liquidity(1));
        }
        ParentRow row = day.play(delay);

        assertEquals(0, row.input(Input.named("crowded_10ms")));
        assertEquals(100, row.input(Input.named("footprints_10ms")));
        assertEquals(0, row.input(Input.named("crowded_1s")));
        day.engine.scorecard().read(day.engine.scorecard().find("Q"), row);
        assertEquals(34, row.input(Input.named("crowded_10ms")), "but each comes behind another");
    }

    @Test
    void anOrderThatTradesAsItArrivesLeavesOneFootprint() {
        LeakyDay day = new LeakyDay(11, Side.BUY, 0, 0, 20);
        long nanos = Tape.START + 1_200_000 * LeakyDay.MILLI;
        day.order(nanos, new Tape.Message('8', nanos).id("C").parent("P").side(Side.BUY).exec('0', '0'));
        day.order(nanos + 40_000, new Tape.Message('8', nanos + 40_000).id("C").execution("C1").exec('F', '1').last(50, "100.01").liquidity(2));
        day.order(nanos + 90_000, new Tape.Message('8', nanos + 90_000).id("C").execution("C2").exec('F', '2').last(50, "100.02").liquidity(2));
        ParentRow row = day.play(0);

        assertEquals(21, row.input(Input.named("footprints_10ms")));
        assertEquals(15, row.input(Input.named("footprints_unfilled_10ms")));
        assertEquals(0, row.input(Input.named("crowded_10ms")));
    }

    @Test
    void aParentThatTurnsOutToBeAnothersChildTakesItsFootprintsAlong() {
        LeakyDay day = new LeakyDay(12, Side.BUY, 1, 0);
        long nanos = Tape.START + 1_000_000 * LeakyDay.MILLI;
        day.order(nanos, new Tape.Message('D', nanos).id("TOP").side(Side.BUY).quantity(2_000_000));
        day.order(nanos + 1, new Tape.Message('8', nanos + 1).id("P").parent("TOP").side(Side.BUY).exec('I', '0'));
        ParentRow child = new LeakyDay(12, Side.BUY, 1, 0).play(0);
        day.play(0);
        ParentRow top = day.row("TOP");

        assertEquals(child.input(Input.named("footprints_100ms")), top.input(Input.named("footprints_100ms")));
        assertEquals(child.value(Measure.EVIDENCE), top.value(Measure.EVIDENCE));
    }

    @Test
    void theEvidenceCanBeRedoneFromItsFootprints() {
        LeakyDay day = new LeakyDay(13, Side.SELL, .5, 0, 40);
        ParentRow row = day.play(0);
        List<String[]> lines = day.engine.footprints("P").lines().skip(1).map(line -> line.split(",", -1)).toList();

        assertEquals(4 * 40, lines.size());
        double last = Double.NaN;
        for (String[] line : lines) {
            if (line[5].equals("COUNTED")) {
                redo(line);
                last = Double.parseDouble(line[11]);
            }
        }
        assertEquals(row.value(Measure.EVIDENCE), last, 1e-9);
        long counted = lines.stream().filter(line -> line[4].equals("1s") && line[5].equals("COUNTED")).count();
        assertEquals(row.input(Input.named("footprints_1s")), counted);
    }

    /** Nineteen placebos with the mean told, and a rank between those of the lowest and the highest place among them. */
    private static void redo(String[] line) {
        double response = Double.parseDouble(line[6]);
        double sum = 0;
        int below = 0;
        int notAbove = 0;
        String[] placebos = line[13].split(" ");
        for (String placebo : placebos) {
            double move = Double.parseDouble(placebo.substring(placebo.indexOf(':') + 1));
            sum += move;
            below += move < response ? 1 : 0;
            notAbove += move <= response ? 1 : 0;
        }
        assertEquals(19, placebos.length);
        assertEquals(Double.parseDouble(line[7]), sum / 19, 1e-9);
        double rank = Double.parseDouble(line[8]);
        assertTrue(rank >= below / 20.0 && rank <= (notAbove + 1) / 20.0, rank + " among " + below + " and " + notAbove);
    }
}
