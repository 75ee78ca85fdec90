package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Flag;
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

/** What the fills cost against what the market traded and quoted meanwhile. */
class AgainstTheMarketTest {
    private final Tape tape = new Tape();
    private ReplayEngine engine = new ReplayEngine();

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void goldenVectorG6SlipsAgainstArrivalAndAgainstVwap(boolean marketFirst) {
        tape.at(0).quote("50.03", "50.05").at(1).parent("P", Side.BUY, 5_000)
                .at(2).trade(2_000, "50.09").fill("P", 2_000, "50.09")
                .at(3).trade(3_000, "50.16").fill("P", 3_000, "50.16")
                .at(3).trade(1_000, "49.96").at(4).passed();

        ParentRow row = play(marketFirst);

        assertEquals(18.39, row.value(Measure.ARRIVAL_SLIPPAGE), 5e-3, "average 50.132 against 50.04");
        // (2,000 · 50.09 + 3,000 · 50.16 + 1,000 · 49.96) / 6,000 = 50.10333
        assertEquals(50.10333, row.input(Input.MARKET_VWAP), 5e-6);
        assertEquals(5.72, row.value(Measure.VS_VWAP), 5e-3, "1e4 · 0.028667 / 50.10333");
        assertEquals(49.96, row.input(Input.MARKET_VWAP_EX_OWN), 1e-9);
        assertEquals(1e4 * (50.132 - 49.96) / 49.96, row.value(Measure.VS_VWAP_EX_OWN), 1e-6);
        assertEquals(100 * 5.0 / 6, row.value(Measure.PARTICIPATION), 1e-12, "5,000 of 6,000");
        assertEquals(Status.VALID, row.status(Measure.VS_VWAP));
    }

    @ParameterizedTest(name = "{0} filled at {1} against a VWAP of 100: {2} bps")
    @CsvSource({"BUY, 101, 100", "BUY, 99, -100", "SELL, 101, -100", "SELL, 99, 100"})
    void costIsPositiveOnTheSideThatPays(Side side, String fill, double bps) {
        tape.at(0).quote("99.99", "100.01").trade(7_000, "90").at(1).parent("P", side, 100).at(2).fill("P", 100, fill)
                .at(2).trade(500, "99").trade(500, "101").at(1_500).trade(9_000, "110");

        ParentRow row = play(true);

        assertEquals(bps, row.value(Measure.VS_VWAP), 1e-9, "what traded before the arrival and after the end does not count");
        assertEquals(bps, row.value(Measure.VS_TWAP), 1e-9, "the mid was 100.00 all the time");
        assertEquals(1_000, row.input(Input.MARKET_VOLUME));
    }

    @Test
    void theMidCountsForAsLongAsItStood() {
        tape.at(0).quote("99.99", "100.01").at(0).parent("P", Side.BUY, 200).at(3_000).move("100.03", "100.05").at(3_500).fill("P", 100, "100.02")
                .at(4_000).passed();

        // 3 s at 100.00, 1 s at 100.04
        ParentRow row = play(true);

        assertEquals(100.01, row.input(Input.MID_OVER_TIME), 1e-12);
        assertEquals(1e4 * 0.01 / 100.01, row.value(Measure.VS_TWAP), 1e-8);
        assertTrue(Flag.OPEN.in(row.flags(Measure.VS_TWAP)));
    }

    @Test
    void timeWithoutAMidIsLeftOut() {
        tape.at(0).quote("99.99", "100.01").at(0).parent("P", Side.BUY, 100)
                .at(1_000).market(player -> player.market.deleted(player.instrument, 50, Tape.START + 1_000_000_000L, 2))
                .at(3_000).market(player -> player.market.added(player.instrument, 51, Tape.START + 3_000_000_000L, 90, Side.BUY, 100,
                        Tape.price("100.01"))).at(4_000).fill("P", 100, "100.02").at(4_001).passed();

        // a second at 100.00, two without a bid, a second at 100.01
        assertEquals(100.005, play(true).input(Input.MID_OVER_TIME), 1e-9);
    }

    @Test
    void thePriceOfAShareOfTheVolumeIsThatOfTheMarketsTradesAndTheLastIsProRata() {
        tape.at(0).quote("9.99", "10.01").at(1).parent("P", Side.BUY, 100).at(2).fill("P", 50, "10.10").at(3).fill("P", 50, "10.20")
                .at(4).trade(600, "10.00").at(5).trade(800, "10.10").at(6).passed();

        ParentRow row = play(true);

        // 10 % of 1,000: 600 at 10.00 and 400 of the 800 at 10.10, long after the order's end
        assertEquals(10.04, row.input(Input.pwpPrice(1)), 1e-12);
        assertEquals(1e4 * (10.15 - 10.04) / 10.04, row.value(Measure.PWP_10), 1e-6);
        assertNotEquals(0, row.value(Measure.PWP_10), "against the mean of the own fills it would be");
        assertEquals(10.00, row.input(Input.pwpPrice(2)), 1e-12, "20 % of 500");
        assertEquals(10.00, row.input(Input.pwpPrice(3)), 1e-12, "30 % of 333.33");
        assertEquals(Status.SUPPRESSED, row.status(Measure.PWP_5));
        assertTrue(Flag.OPEN.in(row.flags(Measure.PWP_5)), "2,000 have not traded yet");
    }

    @ParameterizedTest(name = "{0} filled at {1}: {2} bps")
    @CsvSource({"BUY, 101, 100", "BUY, 99, -100", "SELL, 101, -100", "SELL, 99, 100"})
    void aParticipationWeightedPriceHasFourCorners(Side side, String fill, double bps) {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", side, 100).at(2).fill("P", 100, fill).at(4).trade(2_000, "100");

        ParentRow row = play(false);

        for (Measure measure : List.of(Measure.PWP_5, Measure.PWP_10, Measure.PWP_20, Measure.PWP_30)) {
            assertEquals(bps, row.value(measure), 1e-9);
        }
    }

    @Test
    void aBrokenPrintIsTakenOutAndTheCardSaysSo() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 100).at(2).fill("P", 100, "100.10")
                .at(2).trade(1_000, "100").trade(1_000, "104").at(3).passed().breaks(2);

        ParentRow row = play(false);

        assertEquals(1e4 * 0.10 / 100, row.value(Measure.VS_VWAP), 1e-9, "only 1,000 at 100 remain, not 102");
        assertEquals(10, row.value(Measure.PARTICIPATION), 1e-9);
        assertTrue(Flag.MD_CORRECTED.in(row.flags(Measure.VS_VWAP)));
        List<Amendment> amendments = engine.scorecard().amendments();
        assertTrue(amendments.stream().anyMatch(amendment -> amendment.measure() == Measure.VS_VWAP && amendment.oldValue() < 0
                && amendment.newValue() > 0), amendments.toString());
    }

    @Test
    void participationOfTheLastMinutesLooksAtThemAlone() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 10_000)
                .at(60_000).trade(8_000, "100").fill("P", 400, "100")
                .at(300_000).trade(1_000, "100").fill("P", 100, "100")
                .at(350_000).trade(1_000, "100").fill("P", 300, "100").at(400_000).passed();

        ParentRow row = play(true);

        assertEquals(8, row.value(Measure.PARTICIPATION), 1e-9, "800 of 10,000");
        assertEquals(20, row.value(Measure.PARTICIPATION_5M), 1e-9, "since 100 s: 400 of 2,000");
        assertEquals(30, row.value(Measure.PARTICIPATION_1M), 1e-9, "since 340 s: 300 of 1,000");
    }

    @Test
    void theMarketsAggressorsAreThoseOfWhomSomethingIsKnown() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 100).at(2).trade(Side.SELL, 300, "100.01").trade(Side.BUY, 100, "99.99")
                .trade(1_000, "100").at(3).passed();

        assertEquals(75, play(true).value(Measure.MARKET_AGGRESSOR_RATIO), 1e-9);
    }

    @Test
    void ownAggressorsAreToldOrInferredFromTheQuoteBefore() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 1_000)
                .at(2).order(tape.fillOf("P", "A", 300, "100.00").liquidity(2))
                .at(3).order(tape.fillOf("P", "B", 100, "100.00").liquidity(1)).at(4).passed();
        ParentRow told = play(true);
        assertEquals(75, told.value(Measure.AGGRESSOR_RATIO), 1e-9);
        assertFalse(Flag.AGGRESSOR_INFERRED.in(told.flags(Measure.AGGRESSOR_RATIO)));

        tape.at(5).fill("P", 500, "100.01").at(6).fill("P", 100, "99.99").at(7).passed();
        engine = new ReplayEngine();
        ParentRow inferred = play(true);
        assertEquals(80, inferred.value(Measure.AGGRESSOR_RATIO), 1e-9, "300 and 500 of 1,000");
        assertTrue(Flag.AGGRESSOR_INFERRED.in(inferred.flags(Measure.AGGRESSOR_RATIO)));
    }

    @ParameterizedTest(name = "{0} at {1}: {2} % aggressive")
    @CsvSource({"BUY, 100.01, 100", "BUY, 100.00, 0", "SELL, 99.99, 100", "SELL, 100.01, 0"})
    void whoeverTradesAtTheFarSideTookIt(Side side, String fill, double percent) {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", side, 100).at(2).fill("P", 100, fill).at(3).passed();

        assertEquals(percent, play(false).value(Measure.AGGRESSOR_RATIO), 1e-9);
    }

    @Test
    void withoutAnyTradeNothingIsSaid() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 100).at(2).fill("P", 100, "100.01").at(3).passed();

        ParentRow row = play(true);

        for (Measure measure : List.of(Measure.VS_VWAP, Measure.VS_VWAP_EX_OWN, Measure.PARTICIPATION, Measure.MARKET_AGGRESSOR_RATIO)) {
            assertEquals(Status.SUPPRESSED, row.status(measure), measure.id());
            assertTrue(Flag.NOT_IDENTIFIED.in(row.flags(measure)), measure.id());
        }
    }

    @Test
    void whileTradesAreMissingTheAverageHasNoInterval() {
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 100).at(2).fill("P", 100, "100.01").trade(500, "100")
                .at(2.0001).market(player -> player.market.gap(900, 905)).at(2_000).passed();

        ParentRow row = play(true);

        assertNotEquals(Status.VALID, row.status(Measure.PWP_20));
        assertTrue(Flag.MD_GAP.in(row.flags(Measure.PWP_20)));
        assertTrue(Double.isNaN(row.lo(Measure.PWP_20)));
    }

    private ParentRow play(boolean marketFirst) {
        tape.play(engine.inlets(), marketFirst);
        Scorecard scores = engine.scorecard();
        ParentRow row = new ParentRow();
        assertTrue(scores.read(0, row));
        return row;
    }
}
