package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreads, markouts and reversion: what the market did around the fills. */
class AroundFillsTest {
    private final Tape tape = new Tape();
    private ReplayEngine engine = new ReplayEngine();

    /** Arrives at 100.00, filled at 100.01 with the mid at 100.00, which is at {@code later} from 5 ms after the fill on. */
    private ParentRow filled(Side side, String fill, String later) {
        double mid = Double.parseDouble(later);
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", side, 100).at(2).fill("P", 100, fill)
                .at(7).quote(String.format("%.2f", mid - 0.01), String.format("%.2f", mid + 0.01)).at(3_000_000).passed();
        return play(true);
    }

    @ParameterizedTest(name = "{0} filled at {1}: effective spread {2} bps, capture {3} %")
    @CsvSource({"BUY, 100.01, 2, 0", "BUY, 99.99, -2, 100", "SELL, 99.99, 2, 0", "SELL, 100.01, -2, 100", "BUY, 100, 0, 50"})
    void theSpreadIsPaidAtTheFarSideAndKeptAtTheNear(Side side, String fill, double bps, double percent) {
        ParentRow row = filled(side, fill, "100.00");

        assertEquals(bps, row.value(Measure.EFFECTIVE_SPREAD), 1e-9);
        assertEquals(percent, row.value(Measure.SPREAD_CAPTURE), 1e-9);
        assertEquals(bps / 2 * 1e-4 * 100 * 100, row.value(Measure.IS_SPREAD), 1e-9, "half of it, on 100 shares");
    }

    @ParameterizedTest(name = "{0}, mid then {1}: markout {2} bps, mid markout {3} bps, realised spread {4} bps")
    @CsvSource({"BUY, 100.01, 100.03, 1.9998, 3, -4", "BUY, 100.01, 99.98, -2.9997, -2, 6",
        "SELL, 99.99, 99.97, 2.0002, 3, -4", "SELL, 99.99, 100.02, -3.0003, -2, 6"})
    void aMarkoutIsPositiveWhenTheMarketWentOnTheOrdersWay(Side side, String fill, String later, double bps, double mids, double realised) {
        ParentRow row = filled(side, fill, later);

        for (Measure measure : List.of(Measure.MARKOUT_10MS, Measure.MARKOUT_1S, Measure.MARKOUT_30M)) {
            assertEquals(bps, row.value(measure), 5e-5, measure.id());
        }
        assertEquals(mids, row.value(Measure.MID_MARKOUT_1S), 1e-9);
        assertEquals(realised, row.value(Measure.REALISED_SPREAD_1S), 1e-9);
        assertEquals(Status.VALID, row.status(Measure.MARKOUT_30M));
        assertEquals(mids, row.value(Measure.POST_TRADE_DRIFT_30M), 1e-9, "the same, after the one fill");
    }

    @ParameterizedTest(name = "{0}, 100.10 at the last fill, then {1}: {2} % gone")
    @CsvSource({"BUY, 100.04, 60", "BUY, 100.10, 0", "BUY, 100.15, -50", "SELL, 100.04, 60", "SELL, 100.15, -50"})
    void reversionIsTheShareOfTheMoveThatWasGone(Side side, String later, double percent) {
        double mid = Double.parseDouble(later);
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", side, 100).at(2).quote("100.09", "100.11").at(3).fill("P", 100, "100.10")
                .at(5).quote(String.format("%.2f", mid - 0.01), String.format("%.2f", mid + 0.01)).at(3_000_000).passed();

        assertEquals(percent, play(true).value(Measure.REVERSION_1S), 1e-6);
    }

    @Test
    void aMoveBelowATickHasNoReversion() {
        ParentRow row = filled(Side.BUY, "100.01", "100.05");

        assertEquals(Status.SUPPRESSED, row.status(Measure.REVERSION_1S));
        assertTrue(Flag.NOT_IDENTIFIED.in(row.flags(Measure.REVERSION_1S)), "the mid had not moved at all at the last fill");
    }

    @ParameterizedTest(name = "{0}: near {1} bps, far {2} bps")
    @CsvSource({"BUY, 2.0002, 0", "SELL, 0, -2.0002"})
    void theArrivalTouchesAreOppositeForTheTwoSides(Side side, double near, double far) {
        ParentRow row = filled(side, "100.01", "100.00");

        assertEquals(near, row.value(Measure.NEAR_TOUCH), 5e-5);
        assertEquals(far, row.value(Measure.FAR_TOUCH), 5e-5);
    }

    @ParameterizedTest(name = "{0}: {1} bps")
    @CsvSource({"BUY, 5", "SELL, -5"})
    void preTradeLeakageAndInFlightDriftAddUpToTheDriftAtTheLastFill(Side side, double bps) {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", side, 200).at(2).quote("100.01", "100.03").at(3).fill("P", 100, "100.02")
                .at(4).quote("100.04", "100.06").at(5).fill("P", 100, "100.05").at(6).passed();

        ParentRow row = play(true);

        assertEquals(bps / 5 * 3, row.value(Measure.IN_FLIGHT_DRIFT), 1e-9, "from 100.02 to 100.05");
        assertEquals(bps, row.value(Measure.PRE_TRADE_LEAKAGE) + row.value(Measure.IN_FLIGHT_DRIFT), 1e-9);
    }

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void fillsAreWeightedByTheirMoney(boolean marketFirst) {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 400).at(2).fill("P", 100, "100.01").at(3).fill("P", 300, "100.03")
                .at(10).quote("100.01", "100.03").at(3_000_000).passed();

        ParentRow row = play(marketFirst);

        // a second later the mid is 100.02: a cent for 100, and a cent against for 300, on 40,010 $
        assertEquals(1e4 * (100 * 0.01 - 300 * 0.01) / (100 * 100.01 + 300 * 100.03), row.value(Measure.MARKOUT_1S), 1e-9);
        assertEquals(2, row.input(Input.fillsAt(Horizon.AFTER_1S)));
        assertEquals(100.02, row.input(Input.midAt(Horizon.AFTER_1S)), 1e-12);
        assertEquals(100.025, row.input(Input.priceAt(Horizon.AFTER_1S)), 1e-12);
    }

    @Test
    void aHorizonTheMarketHasNotReachedIsAwaitedAndOneBeyondTheEndIsCensored() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 200).at(2).fill("P", 100, "100.01").at(1_500).fill("P", 100, "100.01")
                .at(1_600).passed();

        ParentRow waiting = play(true);
        tape.ended();
        engine = new ReplayEngine();
        ParentRow over = play(true);

        assertEquals(1, waiting.input(Input.fillsAt(Horizon.AFTER_1S)), "the first fill's second is over");
        assertTrue(Flag.AWAITING_MARKET_DATA.in(waiting.flags(Measure.MARKOUT_1S)));
        assertEquals(Status.SUPPRESSED, waiting.status(Measure.MARKOUT_10S));
        assertFalse(Flag.AWAITING_MARKET_DATA.in(over.flags(Measure.MARKOUT_1S)));
        assertTrue(Flag.CENSORED.in(over.flags(Measure.MARKOUT_1S)));
        assertEquals(Status.DEGRADED, over.status(Measure.MARKOUT_1S), "of two fills one is missing");
        assertEquals(1, over.input(Input.censoredAt(Horizon.AFTER_1S)));
        assertEquals(2, over.input(Input.censoredAt(Horizon.AFTER_10S)));
    }

    @Test
    void aHaltBetweenFillAndHorizonCensorsIt() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 100).at(2).fill("P", 100, "100.01")
                .at(50).market(halt(50, TradingState.HALTED)).market(halt(60, TradingState.TRADING)).at(200).passed();

        ParentRow row = play(true);

        assertEquals(Status.VALID, row.status(Measure.MARKOUT_10MS));
        assertEquals(Status.SUPPRESSED, row.status(Measure.MARKOUT_100MS));
        assertTrue(Flag.CENSORED.in(row.flags(Measure.MARKOUT_100MS)));
    }

    private static Tape.Step halt(long millis, TradingState state) {
        return player -> player.market.tradingState(player.instrument, 1_000 + millis, Tape.START + millis * 1_000_000, state);
    }

    @Test
    void theMidBeforeAFillIsLookedUpInThePast() {
        tape.at(0).quote("99.95", "99.97").at(1_500).quote("99.99", "100.01").at(2_000).parent("P", Side.BUY, 100)
                .at(2_100).fill("P", 100, "100.01").at(2_101).passed();

        ParentRow row = play(true);

        assertEquals(1e4 * (99.96 - 100.01) / 100.01, row.value(Measure.MARKOUT_BEFORE_1S), 1e-9, "a second before it stood at 99.96");
        assertEquals(1e4 * (99.96 - 100.00) / 100.00, row.value(Measure.MID_MARKOUT_BEFORE_1S), 1e-9);
        assertEquals(Status.SUPPRESSED, row.status(Measure.MARKOUT_BEFORE_10S), "of that long before the first own order nothing is known");
    }

    @Test
    void aCorrectedPriceChangesEveryNumberOfThatFillAndIsToldWithTheNextVersion() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 100).at(2).order(tape.fillOf("P", "E1", 100, "100.01"))
                .at(3_000_000).passed()
                .order(new Tape.Message('8', tape.nanos()).id("P").execution("E2").reference("E1").exec('G', '2').last(100, "100.02"));

        ParentRow row = play(true);

        assertEquals(1e4 * (100.00 - 100.02) / 100.02, row.value(Measure.MARKOUT_1S), 1e-9);
        assertEquals(4, row.value(Measure.EFFECTIVE_SPREAD), 1e-9);
        Amendment markout = engine.scorecard().amendments().stream().filter(line -> line.measure() == Measure.MARKOUT_1S).findFirst()
                .orElseThrow();
        assertEquals(1e4 * (100.00 - 100.01) / 100.01, markout.oldValue(), 1e-9);
        assertEquals(row.value(Measure.MARKOUT_1S), markout.newValue());
        assertEquals(row.version(), markout.version());
    }

    @Test
    void aBustedFillCountsNoMore() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 200).at(2).order(tape.fillOf("P", "E1", 100, "100.01"))
                .at(3).order(tape.fillOf("P", "E2", 100, "99.99")).at(1_500).passed()
                .order(new Tape.Message('8', tape.nanos()).id("P").execution("E3").reference("E1").exec('H', '1'));

        ParentRow row = play(true);

        assertEquals(1, row.input(Input.fillsAt(Horizon.AFTER_1S)));
        assertEquals(-2, row.value(Measure.EFFECTIVE_SPREAD), 1e-9, "the one at the near side stands");
    }

    @Test
    void aFillsRowHoldsTheQuoteBeforeItAndTheMidsAroundIt() {
        filled(Side.BUY, "100.01", "100.03");
        FillRow fill = new FillRow();
        assertTrue(engine.scorecard().readFill(0, 0, fill));

        assertEquals(Tape.price("99.99"), fill.bid());
        assertEquals(Tape.price("100.01"), fill.offer());
        assertEquals(2 * Tape.price("100.00"), fill.midTwice(Horizon.TOUCH));
        assertEquals(2 * Tape.price("100.03"), fill.midTwice(Horizon.AFTER_10MS));
        assertEquals(Absent.LONG, fill.midTwice(Horizon.BACK_1M));
        assertTrue(Flag.BEFORE_TAPE.in(fill.midFlags(Horizon.BACK_1M)), "more than a second before the first own order arrived");
    }

    private ParentRow play(boolean marketFirst) {
        tape.play(engine.inlets(), marketFirst);
        Scorecard scores = engine.scorecard();
        ParentRow row = new ParentRow();
        assertTrue(scores.read(0, row));
        return row;
    }
}
