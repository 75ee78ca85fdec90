package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a number says when its order's times end at the millisecond, and the quote moved within it. */
class CoarseTimesTest {
    private static final long MILLISECOND = 1_000_000;

    private final Tape tape = new Tape();

    private Tape.Message order(char type, double millis) {
        tape.at(millis);
        return new Tape.Message(type, tape.nanos()).truncation(MILLISECOND).id("P");
    }

    private ParentRow row() {
        ReplayEngine engine = new ReplayEngine();
        tape.play(engine.inlets(), true);
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(0, row));
        return row;
    }

    @ParameterizedTest(name = "a {0} that arrived before or after a move of 2 cents cost {1} bps, somewhere in [{2}, {3}]")
    @CsvSource({"BUY, 3, 1, 3", "SELL, -3, -3, -1"})
    void anArrivalThatMayBeBeforeOrAfterAMoveIsComputedBothWays(Side side, double value, double lo, double hi) {
        tape.at(0).quote("99.99", "100.01").at(1.5).move("100.01", "100.03")
                .order(order('D', 1).side(side).quantity(200)).order(order('8', 5).execution("E").exec('F', '1').last(100, "100.03"))
                .at(20).passed();

        ParentRow row = row();

        assertEquals(value, row.value(Measure.ARRIVAL_SLIPPAGE), 1e-3, "against 100, the mid at 1 ms");
        assertEquals(lo, row.lo(Measure.ARRIVAL_SLIPPAGE), 1e-3);
        assertEquals(hi, row.hi(Measure.ARRIVAL_SLIPPAGE), 1e-3);
        assertEquals(Status.VALID, row.status(Measure.ARRIVAL_SLIPPAGE), "the truth is in the interval");
        assertEquals(Set.of(Flag.ORDER_UNDECIDABLE), Flag.of(row.flags(Measure.ARRIVAL_SLIPPAGE)));
        assertEquals(Math.min(0, side.sign() * 2.0), row.lo(Measure.DRIFT), 1e-3, "no drift at all if it arrived after the move");
        assertEquals(Math.max(0, side.sign() * 2.0), row.hi(Measure.DRIFT), 1e-3);
        assertEquals(3, row.questions(), "arrival, just before the first fill, at the last");
        assertEquals(1, row.undecidable(), "the arrival");
    }

    @Test
    void theSameMoveOutsideTheMillisecondIsNoDoubt() {
        tape.at(0).quote("99.99", "100.01").at(2).move("100.01", "100.03")
                .order(order('D', 1).side(Side.BUY).quantity(100)).order(order('8', 5).execution("E").exec('F', '1').last(100, "100.03"))
                .at(20).passed();

        ParentRow row = row();

        assertEquals(row.lo(Measure.ARRIVAL_SLIPPAGE), row.hi(Measure.ARRIVAL_SLIPPAGE));
        assertEquals(0, row.undecidable());
        assertFalse(Flag.ORDER_UNDECIDABLE.in(row.flags(Measure.ARRIVAL_SLIPPAGE)));
    }

    @Test
    void aFillThatMayBeBeforeOrAfterAMoveWidensPreTradeLeakageAndTheDriftAfter() {
        tape.at(0).quote("99.99", "100.01").at(5.5).move("100.01", "100.03")
                .order(order('D', 1).side(Side.BUY).quantity(100)).order(order('8', 5).execution("E").exec('F', '2').last(100, "100.01"))
                .at(30).passed();

        ParentRow row = row();

        assertEquals(0.0, row.value(Measure.PRE_TRADE_LEAKAGE), 1e-9);
        assertEquals(2.0, row.hi(Measure.PRE_TRADE_LEAKAGE), 1e-3, "had it been filled after 5.5 ms");
        assertEquals(2.0, row.value(Measure.POST_TRADE_DRIFT_10MS), 1e-3);
        assertEquals(0.0, row.lo(Measure.POST_TRADE_DRIFT_10MS), 1e-3);
        assertEquals(Status.VALID, row.status(Measure.POST_TRADE_DRIFT_10MS));
    }

    @Test
    void aMillisecondInWhichThereWasNoMidForAWhileDegrades() {
        tape.at(0).quote("99.99", "100.01")
                .market(player -> player.market.deleted(player.instrument, 2, Tape.START + 1_200_000, 3))
                .market(player -> player.market.added(player.instrument, 3, Tape.START + 1_700_000, 99, Side.SELL, 5, Tape.price("100.01")))
                .order(order('D', 1).side(Side.BUY).quantity(100)).order(order('8', 5).execution("E").exec('F', '1').last(100, "100.01"))
                .at(20).passed();

        ParentRow row = row();

        assertEquals(Status.DEGRADED, row.status(Measure.ARRIVAL_SLIPPAGE), "at the true time there may have been no mid at all");
        assertEquals(Set.of(Flag.ONE_SIDED, Flag.ORDER_UNDECIDABLE), Flag.of(row.flags(Measure.ARRIVAL_SLIPPAGE)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ARRIVAL_SLIPPAGE", "LEAKAGE_COST"})
    void aTimeWithNineDigitsIsAPoint(Measure measure) {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 100).at(1.0001).move("100.01", "100.03")
                .at(5).fill("P", 100, "100.03").at(20).passed();

        ParentRow row = row();

        assertEquals(row.value(measure), row.lo(measure));
        assertEquals(row.value(measure), row.hi(measure));
    }
}
