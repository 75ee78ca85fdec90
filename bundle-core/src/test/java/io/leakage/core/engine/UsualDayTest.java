package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ReferenceField;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A morning in which the mid goes from 100 to 100.10 or back, and 100 shares trade, once every five minutes; then a buy of 78. So a day's
 * volatility is √78 · ln 1.001 and its volume 78 · 100: the buy is one per cent of it.
 */
class UsualDayTest {
    private static final double SPAN = 300_000;
    private static final double VOLATILITY = Math.sqrt(78) * Math.log(100.1 / 100);
    private static final double EXPECTED = 1e4 * 0.8 * VOLATILITY * Math.pow(0.01, 0.489);

    private final Tape tape = new Tape();
    private final ReplayEngine engine = new ReplayEngine();
    private boolean up;

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void anHourTeachesADaysVolatilityAndVolume(boolean marketFirst) {
        spans(0, 14);
        bought(13.5);

        ParentRow row = play(marketFirst);

        assertEquals(VOLATILITY, row.input(Input.DAILY_VOLATILITY), 1e-12);
        assertEquals(Math.pow(0.01, 0.489), row.input(Input.VOLUME_POWER), 1e-12);
        assertEquals(EXPECTED, row.value(Measure.EXPECTED_IMPACT), 1e-9);
        assertEquals(EXPECTED / 1.489, row.value(Measure.EXPECTED_COST), 1e-9);
        for (Measure measure : new Measure[] {Measure.EXPECTED_IMPACT, Measure.EXPECTED_COST, Measure.EXCESS_IMPACT}) {
            assertEquals(Status.DEGRADED, row.status(measure), "a person may look at it, no rule acts on it");
            assertTrue(Flag.LEARNED.in(row.flags(measure)), measure.id());
            assertTrue(Double.isNaN(row.lo(measure)), "nobody knows how far it may be off");
        }
    }

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void lessThanAnHourTeachesNothing(boolean marketFirst) {
        spans(0, 14);
        bought(12.5);

        ParentRow row = play(marketFirst);

        assertEquals(Status.SUPPRESSED, row.status(Measure.EXPECTED_IMPACT));
        assertTrue(Flag.NO_REFERENCE.in(row.flags(Measure.EXPECTED_IMPACT)));
    }

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void whatTheMarketDoesAfterTheArrivalTeachesNothing(boolean marketFirst) {
        spans(0, 14);
        bought(13.5);
        tape.at(14 * SPAN + 1).quote("109.99", "110.01").trade(1_000_000, "110").at(20 * SPAN).passed();

        assertEquals(EXPECTED, play(marketFirst).value(Measure.EXPECTED_IMPACT), 1e-9);
    }

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void aNightIsNoPartOfADay(boolean marketFirst) {
        spans(0, 8);
        up = !up;   // what happens over night is no five minutes' move
        spans(200, 208);
        bought(207.5);

        ParentRow row = play(marketFirst);

        // seven moves on each day; the evening stands still for three spans, and the next begins with the first mid at an end
        double moves = 7 + 6;
        double counted = 7 + 3 + 6;
        assertEquals(Math.sqrt(78 * moves / counted) * Math.log(100.1 / 100), row.input(Input.DAILY_VOLATILITY), 1e-12);
    }

    @Test
    void whatPrecedesTheTradingHoursTeachesNothing() {
        tape.at(1).quote("49.99", "50.01").trade(1_000_000, "50");
        spans(1, 20);
        tape.at(20 * SPAN + 0.5).market(player -> player.market.session(1_000, Tape.START + (long) (20 * SPAN * 1e6) + 500_000L, 'Q'));
        spans(20, 35);
        bought(34.5);

        ParentRow row = play(true);

        assertEquals(VOLATILITY, row.input(Input.DAILY_VOLATILITY), 1e-12);
        assertEquals(Math.pow(0.01, 0.489), row.input(Input.VOLUME_POWER), 1e-12);
    }

    @Test
    void whatIsToldGoesBefore() {
        engine.inlets().reference().tell("INST", ReferenceField.VOLATILITY, Tape.price("0.02"));
        engine.inlets().reference().tell("INST", ReferenceField.DAILY_VOLUME, 7_800);
        spans(0, 14);
        bought(13.5);

        ParentRow row = play(true);

        assertEquals(1e4 * 0.8 * 0.02 * Math.pow(0.01, 0.489), row.value(Measure.EXPECTED_IMPACT), 1e-9);
        assertEquals(Status.VALID, row.status(Measure.EXPECTED_IMPACT));
    }

    @Test
    void whereOnlyOneIsToldTheOtherIsLearned() {
        engine.inlets().reference().tell("INST", ReferenceField.VOLATILITY, Tape.price("0.02"));
        spans(0, 14);
        bought(13.5);

        ParentRow row = play(true);

        assertEquals(1e4 * 0.8 * 0.02 * Math.pow(0.01, 0.489), row.value(Measure.EXPECTED_IMPACT), 1e-9);
        assertTrue(Flag.LEARNED.in(row.flags(Measure.EXPECTED_IMPACT)));
    }

    /** One quote and one trade a second after each span's beginning. */
    private void spans(int from, int to) {
        for (int span = from; span < to; span++) {
            up = !up;
            tape.at(span * SPAN + 1_000).quote(up ? "99.99" : "100.09", up ? "100.01" : "100.11").trade(100, "100");
        }
    }

    private void bought(double span) {
        tape.at(span * SPAN).parent("P", Side.BUY, 78).at(span * SPAN + 10).fill("P", 78, "100.1").at(span * SPAN + 1_000).passed();
    }

    private ParentRow play(boolean marketFirst) {
        tape.play(engine.inlets(), marketFirst);
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(0, row));
        return row;
    }
}
