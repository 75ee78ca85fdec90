package io.leakage.core.engine;

import static io.leakage.api.event.Side.BUY;
import static io.leakage.api.event.Side.SELL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.ArrivalSource;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineScoresTest {
    private final Tape tape = new Tape();

    /** The INST order of the specification; each book change stands just before the event that the table prints it with. */
    private Tape g1(Side side) {
        boolean buy = side == BUY;
        return tape.at(-1).quote("100.00", "100.02")
                .at(0).parent("P", side, 100_000)
                .at(49.9).quote(buy ? "100.01" : "99.99", buy ? "100.03" : "100.01")
                .at(50).child("C", "P", side, 10_000, buy ? "100.04" : "99.98")
                .at(74.9).quote(buy ? "100.02" : "99.98", buy ? "100.04" : "100.00")
                .at(75).fill("C", 5_000, buy ? "100.035" : "99.985")
                .at(119.9).quote(buy ? "100.03" : "99.97", buy ? "100.05" : "99.99")
                .at(120).fill("C", 5_000, buy ? "100.045" : "99.975")
                .at(200).quote(buy ? "100.05" : "99.95", buy ? "100.07" : "99.97");
    }

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void goldenVectorG1TheInstOrder(boolean marketFirst) {
        Scorecard scores = play(g1(BUY), marketFirst);
        ParentRow row = row(scores, "P");

        // average 100.04 against 100.01: 3 cents are 2.9997 bps, and 3 cents on 10,000 are 300 $
        assertEquals(2.9997, row.value(Measure.ARRIVAL_SLIPPAGE), 5e-5);
        assertEquals(300.00, row.value(Measure.LEAKAGE_COST), 1e-9);
        assertEquals(4.9995, row.value(Measure.DRIFT), 5e-5);
        assertEquals(1.9998, row.value(Measure.PRE_TRADE_LEAKAGE), 5e-5);
        assertEquals(Status.VALID, row.status(Measure.ARRIVAL_SLIPPAGE));
        assertEquals(Status.SUPPRESSED, row.status(Measure.POST_TRADE_DRIFT_1S));
        assertTrue(Flag.OPEN.in(row.flags(Measure.POST_TRADE_DRIFT_1S)));
        assertTrue(Flag.FILL_THROUGH_LIMIT.in(row.flags()), "the second fill is through the child's limit of 100.04");

        FillRow fill = new FillRow();
        assertTrue(scores.readFill(0, 0, fill));
        assertEquals(2.4998, Formula.of(Measure.ARRIVAL_SLIPPAGE).value(fill, row), 5e-5);
        assertFalse(Flag.FILL_THROUGH_LIMIT.in(fill.flags()));
        assertTrue(scores.readFill(0, 1, fill));
        assertEquals(3.4997, Formula.of(Measure.ARRIVAL_SLIPPAGE).value(fill, row), 5e-5);
        assertTrue(Flag.FILL_THROUGH_LIMIT.in(fill.flags()));
    }

    @Test
    void goldenVectorG1StepByStep() {
        ReplayEngine engine = new ReplayEngine();
        Tape.Player player = new Tape.Player(engine.inlets());
        g1(BUY);
        int[][] steps = {{2, 2}, {3, 3}, {4, 4}, {5, 4}};   // market and order steps played by +50, +75, +120, +200 ms
        double[] drift = {0.9999, 1.9998, 2.9997, 4.9995};
        double[] slippage = {Double.NaN, 2.4998, 2.9997, 2.9997};
        double[] cost = {Double.NaN, 125.00, 300.00, 300.00};
        int market = 0;
        int orders = 0;
        for (int i = 0; i < steps.length; i++) {
            for (; market < steps[i][0]; market++) {
                tape.marketSteps.get(market).play(player);
            }
            for (; orders < Math.min(steps[i][1], tape.orderSteps.size()); orders++) {
                tape.orderSteps.get(orders).play(player);
            }
            ParentRow row = row(engine.scorecard(), "P");
            assertEquals(drift[i], row.value(Measure.DRIFT), 5e-5);
            assertEquals(slippage[i], row.value(Measure.ARRIVAL_SLIPPAGE), 5e-5);
            assertEquals(cost[i], row.value(Measure.LEAKAGE_COST), 1e-9);
        }
    }

    @Test
    void theMirroredSellHasTheSameNumbersBecauseItHurtsAsMuch() {
        ParentRow row = row(play(g1(SELL), true), "P");

        // sold at an average of 99.98 against the same arrival mid of 100.01: 3 cents again
        assertEquals(1e4 * (100.01 - 99.98) / 100.01, row.value(Measure.ARRIVAL_SLIPPAGE), 1e-9);
        assertEquals(300.00, row.value(Measure.LEAKAGE_COST), 1e-9);
    }

    @ParameterizedTest(name = "{0} filled at {1} against a mid of 100 costs {2} bps")
    @CsvSource({"BUY, 101, 100", "BUY, 99, -100", "SELL, 101, -100", "SELL, 99, 100"})
    void costIsPositiveOnTheSideThatPays(Side side, String price, double bps) {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", side, 100).at(5).fill("P", 100, price).at(6).passed();

        ParentRow row = row(play(tape, true), "P");

        assertEquals(bps, row.value(Measure.ARRIVAL_SLIPPAGE), 1e-9);
        assertEquals(bps, row.value(Measure.LEAKAGE_COST), 1e-9, "1 $ on 100 shares");
    }

    @ParameterizedTest(name = "a {0} sees a mid going from 100 to {1} as {2} bps of drift, pre-trade leakage and post-trade drift")
    @CsvSource({"BUY, 101, 100", "BUY, 99, -100", "SELL, 101, -100", "SELL, 99, 100"})
    void movesArePositiveWhenTheyHurt(Side side, int mid, double bps) {
        String bid = mid - 1 + ".99";
        String offer = mid + ".01";
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", side, 100)
                .at(5).quote(bid, offer).at(6).passed();
        assertEquals(bps, row(play(tape, true), "P").value(Measure.DRIFT), 1e-9);
        tape.at(7).fill("P", 100, "100").at(8).passed();
        assertEquals(bps, row(play(tape, true), "P").value(Measure.PRE_TRADE_LEAKAGE), 1e-9);

        Tape after = new Tape();
        after.at(0).quote("99.99", "100.01").at(1).parent("P", side, 100).at(2).fill("P", 100, "100")
                .at(11).quote(bid, offer).at(13).passed();
        ParentRow row = row(play(after, false), "P");
        assertEquals(bps, row.value(Measure.POST_TRADE_DRIFT_10MS), 1e-9);
        assertTrue(Flag.AWAITING_MARKET_DATA.in(row.flags(Measure.POST_TRADE_DRIFT_100MS)));
    }

    @Test
    void anArrivalThatNobodyQuotedHasNoNumbersAndSaysWhy() {
        tape.at(0).parent("P", BUY, 100).at(1).quote("99.99", "100.01").at(2).fill("P", 100, "100").at(3).passed();

        ParentRow row = row(play(tape, true), "P");

        assertEquals(Status.SUPPRESSED, row.status(Measure.ARRIVAL_SLIPPAGE));
        assertTrue(Flag.NO_ARRIVAL_PRICE.in(row.flags(Measure.ARRIVAL_SLIPPAGE)));
        assertTrue(Flag.ONE_SIDED.in(row.flags(Measure.ARRIVAL_SLIPPAGE)));
        assertTrue(Double.isNaN(row.value(Measure.DRIFT)));
    }

    @Test
    void anArrivalDuringAHaltHasNoMid() {
        tape.at(0).quote("99.99", "100.01")
                .market(player -> player.market.tradingState(player.instrument, 9, Tape.START + 1_000_000, TradingState.HALTED))
                .at(2).parent("P", BUY, 100).at(3).fill("P", 100, "100").at(4).passed();

        ParentRow row = row(play(tape, true), "P");

        assertTrue(Flag.HALT.in(row.flags(Measure.ARRIVAL_SLIPPAGE)));
        assertEquals(Status.SUPPRESSED, row.status(Measure.ARRIVAL_SLIPPAGE));
    }

    @Test
    void aHaltInsideTheWindowCensorsThePostTradeDrift() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", BUY, 100).at(2).fill("P", 100, "100")
                .market(player -> player.market.tradingState(player.instrument, 9, Tape.START + 5_000_000, TradingState.HALTED))
                .market(player -> player.market.tradingState(player.instrument, 9, Tape.START + 8_000_000, TradingState.TRADING))
                .at(20).passed();

        ParentRow row = row(play(tape, true), "P");

        assertEquals(Status.SUPPRESSED, row.status(Measure.POST_TRADE_DRIFT_10MS));
        assertTrue(Flag.CENSORED.in(row.flags(Measure.POST_TRADE_DRIFT_10MS)));
    }

    @Test
    void aFeedThatEndsBeforeTheHorizonCensorsIt() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", BUY, 100).at(2).fill("P", 100, "100").at(20).passed().ended();

        ParentRow row = row(play(tape, false), "P");

        assertEquals(0.0, row.value(Measure.POST_TRADE_DRIFT_10MS));
        assertTrue(Flag.CENSORED.in(row.flags(Measure.POST_TRADE_DRIFT_1S)));
    }

    @Test
    void anOrderWithChildrenCountsOnlyTheirs() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", BUY, 200)
                .at(2).order(tape.fillOf("P", "X1", 100, "100.05"))   // the desk's own summary of what the child did
                .at(3).child("C", "P", BUY, 200, "100.10")
                .at(4).order(tape.fillOf("C", "X2", 100, "100.05"));

        Scorecard scores = play(tape, true);

        assertEquals(100, row(scores, "P").executed());
        assertEquals(1, row(scores, "P").children());
        FillRow fill = new FillRow();
        assertTrue(scores.readFill(0, 0, fill));
        assertEquals(0, fill.quantity(), "the parent's own execution repeats the child's");
    }

    @Test
    void childrenNamedBeforeTheirParentWaitForItsArrival() {
        tape.at(0).quote("99.99", "100.01").at(10).quote("100.99", "101.01")
                .at(11).child("C", "P", BUY, 100, "102").at(12).fill("C", 100, "101").at(13).passed();
        ParentRow inferred = row(play(tape, true), "P");
        assertEquals(ArrivalSource.FIRST_CHILD, inferred.arrivalSource());
        assertEquals(Status.DEGRADED, inferred.status(Measure.ARRIVAL_SLIPPAGE));
        assertEquals(0.0, inferred.value(Measure.ARRIVAL_SLIPPAGE), 1e-9);

        tape.at(5).parent("P", BUY, 100);   // told late, with its own, earlier time
        ParentRow told = row(play(tape, true), "P");
        assertEquals(ArrivalSource.NEW_ORDER_SINGLE, told.arrivalSource());
        assertEquals(100.0, told.value(Measure.ARRIVAL_SLIPPAGE), 1e-9);
        assertEquals(Status.VALID, told.status(Measure.ARRIVAL_SLIPPAGE));
    }

    @Test
    void anOrderThatLaterNamesItsParentIsCountedThereOnce() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", BUY, 200)
                .at(2).parent("C", BUY, 200)
                .at(3).order(tape.fillOf("C", "X1", 100, "100.05"))
                .at(4).order(tape.fillOf("C", "X2", 50, "100.05").parent("P"));

        Scorecard scores = play(tape, true);

        assertEquals(150, row(scores, "P").executed());
        assertEquals(0, scores.find("C") - scores.find("P"), "the child is found under its parent");
        assertFalse(scores.read(1, new ParentRow()), "what was taken for a parent is one no longer");
    }

    @Test
    void theSameExecutionTwiceCountsOnce() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", BUY, 200)
                .at(2).order(tape.fillOf("P", "X1", 100, "100.05")).order(tape.fillOf("P", "X1", 100, "100.05"));
        assertEquals(100, row(play(tape, true), "P").executed());

        tape.order(tape.fillOf("P", "X1", 100, "100.06"));
        ParentRow row = row(play(tape, true), "P");
        assertEquals(100, row.executed());
        assertTrue(Flag.CONFLICT.in(row.flags()), "same key, another price: the first stands");
    }

    @Test
    void aBustTakesAFillOffAndACorrectionReplacesItsPrice() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", BUY, 200)
                .at(2).order(tape.fillOf("P", "X1", 100, "101")).order(tape.fillOf("P", "X2", 100, "102"))
                .at(3).order(new Tape.Message('8', tape.nanos()).id("P").execution("X3").reference("X1").exec('H', '1').cum(100))
                .at(4).order(new Tape.Message('8', tape.nanos()).id("P").execution("X4").reference("X2").exec('G', '1').last(100,
                        "103").cum(100))
                .at(5).passed();

        ParentRow row = row(play(tape, true), "P");

        assertEquals(100, row.executed());
        assertEquals(300.0, row.value(Measure.LEAKAGE_COST), 1e-9, "100 shares at 103 against 100");
        assertTrue(Flag.CORRECTED.in(row.flags()));
        assertFalse(Flag.RECON_MISMATCH.in(row.flags()), "CumQty of the report agrees with our sum");
    }

    @Test
    void aReportWhoseCumQtyIsNotOurSumIsFlagged() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", BUY, 300)
                .at(2).order(tape.fillOf("P", "X1", 100, "101").cum(200)).at(3).passed();

        ParentRow row = row(play(tape, true), "P");

        assertTrue(Flag.RECON_MISMATCH.in(row.flags()));
        assertEquals(Status.DEGRADED, row.status(Measure.LEAKAGE_COST));
        assertTrue(Double.isNaN(row.lo(Measure.LEAKAGE_COST)), "a number not to be relied on has no interval");
    }

    @Test
    void aReplacedChildIsOneOrderUnderThreeIds() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", BUY, 300).at(2).child("X", "P", BUY, 100, "100.01");
        for (String step : new String[] {"X Y", "Y Z"}) {
            String[] ids = step.split(" ");
            tape.order(new Tape.Message('G', tape.nanos()).id(ids[1]).original(ids[0]).quantity(200))
                    .order(new Tape.Message('8', tape.nanos()).id(ids[1]).original(ids[0]).exec('5', '0').quantity(200));
        }
        tape.fill("Y", 50, "100.01");

        Scorecard scores = play(tape, true);

        assertEquals(1, row(scores, "P").children());
        for (String id : new String[] {"X", "Y", "Z"}) {
            assertEquals(scores.find("P"), scores.find(id), id);
        }
        ChildRow child = new ChildRow();
        assertTrue(scores.readChild(0, 0, child));
        assertEquals(200, child.quantity());
        assertEquals(50, child.executed());
    }

    @Test
    void aPendingReplaceChangesNothingYet() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", BUY, 300).at(2).child("X", "P", BUY, 100, "100.01")
                .order(new Tape.Message('8', tape.nanos()).id("Y").original("X").exec('E', 'E').quantity(200).limit("100.05"));
        ChildRow child = new ChildRow();
        assertTrue(play(tape, true).readChild(0, 0, child));
        assertEquals(100, child.quantity());
        assertEquals(Tape.price("100.01"), child.price());
    }

    @Test
    void aDesksAccountsDecideWhichDeskAParentBelongsTo() {
        ReplayEngine engine = new ReplayEngine();
        engine.inlets().desk().desk("equities-us", "ACC1", true);
        tape.order(new Tape.Message('D', Tape.START).id("P").account("ACC1").side(BUY).quantity(1))
                .order(new Tape.Message('D', Tape.START).id("Q").account("ACC2").side(BUY).quantity(1));
        tape.play(engine.inlets(), true);

        Scorecard scores = engine.scorecard();
        assertEquals("equities-us", scores.text(NameKind.DESK, row(scores, "P").desk()));
        assertEquals(-1, row(scores, "Q").desk());
    }

    private static Scorecard play(Tape tape, boolean marketFirst) {
        ReplayEngine engine = new ReplayEngine();
        tape.play(engine.inlets(), marketFirst);
        return engine.scorecard();
    }

    private static ParentRow row(Scorecard scores, String id) {
        ParentRow row = new ParentRow();
        assertTrue(scores.read(scores.find(id), row), id);
        return row;
    }
}
