package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ReferenceField;
import io.leakage.api.event.Side;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of instruments apart from their market data, and what is measured with it. */
class ReferenceDataTest {
    private final Tape tape = new Tape();
    private final ReplayEngine engine = new ReplayEngine();

    @TempDir
    Path directory;

    @Test
    void goldenVectorG5OnePerCentOfTheVolumeCosts10Point7() {
        tell("volatility,daily_volume,impact_factor,impact_exponent", "0.02,1000000,0.814,0.503");
        bought(10_000, "100.01").at(3).passed();

        ParentRow row = play();

        // 1e4 · 0.814 · 0.02 = 162.8; 0.01 to the power of 0.503 = 0.09863
        assertEquals(16.06, row.value(Measure.EXPECTED_IMPACT), 5e-3);
        assertEquals(10.68, row.value(Measure.EXPECTED_COST), 5e-3, "16.06 / 1.503");
        assertEquals(Status.VALID, row.status(Measure.EXPECTED_IMPACT));
    }

    @Test
    void withoutBeingToldTheLawHasItsPublishedNumbers() {
        tell("volatility,daily_volume", "0.02,1000000");
        bought(10_000, "100.01").at(3).passed();

        assertEquals(1e4 * 0.8 * 0.02 * Math.pow(0.01, 0.489), play().value(Measure.EXPECTED_IMPACT), 1e-9);
    }

    @ParameterizedTest(name = "{0}, mid then {1}: excess {2} bps")
    @CsvSource({"BUY, 100.30, 13.94", "BUY, 99.90, -26.06", "SELL, 99.70, 13.94", "SELL, 100.10, -26.06"})
    void excessImpactIsNeverCutOffAtNothing(Side side, String later, double bps) {
        tell("volatility,daily_volume,impact_factor,impact_exponent", "0.02,1000000,0.814,0.503");
        double mid = Double.parseDouble(later);
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", side, 10_000).at(2).fill("P", 10_000, "100")
                .at(5).quote(String.format("%.2f", mid - 0.01), String.format("%.2f", mid + 0.01)).at(6).passed();

        assertEquals(bps, play().value(Measure.EXCESS_IMPACT), 5e-3, "a drift of 30 or −10 less 16.06");
    }

    @Test
    void withoutReferenceDataTheMeasuresSaySo() {
        bought(100, "100.01").at(3).passed();

        ParentRow row = play();

        for (Measure measure : List.of(Measure.EXPECTED_IMPACT, Measure.EXPECTED_COST, Measure.EXCESS_IMPACT, Measure.MARKET_ADJUSTED_DRIFT,
                Measure.VS_OPEN,
                Measure.VS_CLOSE, Measure.VS_PRIOR_CLOSE)) {
            assertEquals(Status.SUPPRESSED, row.status(measure), measure.id());
            assertTrue(Flag.NO_REFERENCE.in(row.flags(measure)), measure.id());
        }
    }

    @Test
    void goldenVectorG6EndsBelowTheClose() {
        tell("close", "50.16");
        tape.at(0).quote("50.03", "50.05").at(1).parent("P", Side.BUY, 5_000).at(2).fill("P", 2_000, "50.09").at(3).fill("P", 3_000, "50.16")
                .at(4).passed();

        assertEquals(-5.58, play().value(Measure.VS_CLOSE), 5e-3, "1e4 · (50.132 − 50.16) / 50.16");
    }

    @ParameterizedTest(name = "{0} filled at {1}: {2} bps")
    @CsvSource({"BUY, 101, 100", "BUY, 99, -100", "SELL, 101, -100", "SELL, 99, 100"})
    void pricesOfTheDayHaveFourCorners(Side side, String fill, double bps) {
        tell("open,close,prior_close", "100,100,100");
        tape.at(0).quote("99.99", "100.01").at(1).parent("P", side, 100).at(2).fill("P", 100, fill).at(3).passed();

        ParentRow row = play();

        assertEquals(bps, row.value(Measure.VS_OPEN), 1e-9);
        assertEquals(bps, row.value(Measure.VS_CLOSE), 1e-9);
        assertEquals(bps, row.value(Measure.VS_PRIOR_CLOSE), 1e-9);
    }

    @Test
    void openAndCloseAreThoseOfTheCrossesAndWithoutOneTheFirstTradeInTradingHoursOpens() {
        tape.at(0).quote("99.99", "100.01").trade(100, "95").at(0.5).market(player -> player.market.session(7, Tape.START + 500_000L, 'Q'));
        bought(100, "100.01").at(3).trade(100, "99");

        assertEquals(99, play().input(Input.DAY_OPEN), 1e-12, "95 traded before the hours");

        tape.marketSteps.clear();
        tape.orderSteps.clear();
        tape.at(4).market(player -> player.market.crossed(player.instrument, 8, Tape.START + 4_000_000L, 500, Tape.price("98"), 'O', 90))
                .market(player -> player.market.crossed(player.instrument, 9, Tape.START + 5_000_000L, 500, Tape.price("102"), 'C', 91))
                .at(6).trade(100, "97");
        ParentRow row = play();
        assertEquals(98, row.input(Input.DAY_OPEN), 1e-12);
        assertEquals(102, row.input(Input.DAY_CLOSE), 1e-12);
    }

    @Test
    void whatIsToldLaterAmendsWhatWasShown() {
        bought(100, "101").at(3).passed();
        play();
        engine.inlets().reference().tell("INST", ReferenceField.PRIOR_CLOSE, Tape.price("100"));

        ParentRow row = read();
        assertEquals(100, row.value(Measure.VS_PRIOR_CLOSE), 1e-9);
        assertTrue(engine.scorecard().amendments().stream().map(Amendment::measure).anyMatch(Measure.VS_PRIOR_CLOSE::equals));
    }

    @ParameterizedTest(name = "{0}: {1} bps")
    @CsvSource({"BUY, -108", "SELL, 108"})
    void goldenVectorG4TakesTheMarketsMoveOut(Side side, double bps) {
        tell("beta,basket", "1.3,REF OWN");
        tape.at(0).quote("99.99", "100.01").market(player -> other(player, "REF", 1, 0, "49.99", "50.01"))
                .market(player -> other(player, "OWN", 3, 0, "9.99", "10.01")).at(1).parent("P", side, 1_000)
                .order(new Tape.Message('D', Tape.START + 1_500_000L, "OWN").id("Q").side(Side.BUY).quantity(10))
                .at(3).market(player -> other(player, "REF", 5, 3, "50.59", "50.61"))
                .market(player -> other(player, "OWN", 7, 3, "19.99", "20.01")).at(4).quote("100.47", "100.49").at(5).passed();

        ParentRow row = play();

        assertEquals(0.012, row.input(Input.REFERENCE_MOVE), 1e-12, "from 50.00 to 50.60; we work OWN ourselves, it is left out");
        assertEquals(bps, row.value(Measure.MARKET_ADJUSTED_DRIFT), 1e-9, "48 less 1.3 times 120");
    }

    private static void other(Tape.Player player, String symbol, long ref, long millis, String bid, String offer) {
        int instrument = player.market.instrument(symbol);
        long nanos = Tape.START + millis * 1_000_000L;
        if (millis > 0) {
            player.market.deleted(instrument, 100 + ref, nanos, 1_000 + ref - 4);
            player.market.deleted(instrument, 100 + ref, nanos, 1_000 + ref - 3);
        }
        player.market.added(instrument, 100 + ref, nanos, 1_000 + ref, Side.BUY, 100, Tape.price(bid));
        player.market.added(instrument, 100 + ref, nanos, 1_001 + ref, Side.SELL, 100, Tape.price(offer));
    }

    @Test
    void aFileSaysLineFieldValueAndWhatWasExpectedOfAllThatIsWrong() throws IOException {
        Path file = Files.writeString(directory.resolve("wrong.csv"), """
                # a comment
                symbol,volatility,daily_volume,colour

                AAA,2%,1000,red
                BBB,-0.02,10.5,
                CCC,0.02
                ,0.02,5,
                """);

        String said = assertThrows(IllegalArgumentException.class, () -> ReferenceFile.of(file)).getMessage();

        List<String> expected = List.of(
                ", line 2, column: \"colour\", expected symbol, basket or one of volatility, daily_volume, prior_close, open, close, beta, "
                        + "impact_factor, impact_exponent",
                ", line 4, volatility: \"2%\", expected a share of the price such as 0.02",
                ", line 5, volatility: \"-0.02\", expected a share of the price such as 0.02",
                ", line 5, daily_volume: \"10.5\", expected a whole number of shares",
                ", line 6, values: \"2\", expected 4, as many as there are columns",
                ", line 7, symbol: \"\", expected the instrument's symbol");
        assertEquals(expected.stream().map(line -> file + line).toList(), said.lines().toList());
    }

    @Test
    void aFileThatIsNotThereOrEmptyIsRefused() throws IOException {
        Path missing = directory.resolve("missing.csv");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ReferenceFile.of(missing)).getMessage().startsWith(missing
                + ": expected a file of reference data that can be read"));
        Path empty = Files.writeString(directory.resolve("empty.csv"), "\n");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ReferenceFile.of(empty)).getMessage().contains("names of columns"));
    }

    @Test
    void aNumberThatCannotBeIsRefusedAtTheDoor() {
        assertThrows(IllegalArgumentException.class, () -> engine.inlets().reference().tell("INST", ReferenceField.OPEN, 0));
    }

    @Test
    void referenceDataTravelsInTheJournalsFrames() {
        List<LeakageEvent> seen = new ArrayList<>();
        ReplayEngine recorder = new ReplayEngine(event -> {
            if (event.kind() == EventKind.REFERENCE) {
                ByteBuffer bytes = ByteBuffer.allocate(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
                Frame.write(event, bytes);
                LeakageEvent copy = new LeakageEvent();
                Frame.read(bytes.flip(), copy);
                seen.add(copy);
            }
        });
        recorder.inlets().reference().tell("INST", ReferenceField.BETA, Tape.price("-1.3"));
        recorder.inlets().reference().compare("INST", "OTHER");

        assertEquals(ReferenceField.BETA.ordinal(), seen.get(0).code);
        assertEquals(Tape.price("-1.3"), seen.get(0).price);
        assertEquals(1, seen.get(1).otherRef, "the second name");
    }

    private Tape bought(long shares, String price) {
        return tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, shares).at(2).fill("P", shares, price);
    }

    private void tell(String columns, String values) {
        try {
            Path file = Files.writeString(directory.resolve("reference.csv"), "symbol," + columns + "\nINST," + values + "\n");
            ReferenceFile.of(file).tell(engine.inlets().reference());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ParentRow play() {
        tape.play(engine.inlets(), false);
        return read();
    }

    private ParentRow read() {
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(0, row));
        return row;
    }
}
