package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the quantity that waits at the touch is filled. */
class FillProbabilityTest {
    private final Tape tape = new Tape();
    private Side side = Side.BUY;
    private String limit = "99.99";

    private record Told(double millis, Tape.Message message) {
    }

    private final List<Told> told = new ArrayList<>();

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void theWorkedCase(boolean marketFirst) {
        for (int i = 0; i < 5; i++) {
            filled(rest(i, 100), i + 500, 100);
        }
        withdrawn(rest(5, 100), 5 + 2_000);
        withdrawn(rest(6, 100), 6 + 2_000);
        filled(rest(7, 100), 7 + 3_000, 100);
        rest(2_207, 100);
        rest(2_207, 100);

        ParentRow row = play(marketFirst);

        assertEquals(10, row.input(Input.RESTED_CHILDREN));
        assertEquals(1_000, row.input(Input.RESTED));
        assertEquals(50, row.value(Measure.FILL_PROBABILITY_1S), 1e-12, "five of ten; two waited for 0.8 s when P was last told of");
        assertEquals(200.0 / 3, row.value(Measure.FILL_PROBABILITY_10S), 1e-9, "(500 + 100 · 500 / 300) of 1,000");
        assertEquals(60, row.lo(Measure.FILL_PROBABILITY_10S), 1e-12, "neither is filled");
        assertEquals(80, row.hi(Measure.FILL_PROBABILITY_10S), 1e-12, "both are");
        assertTrue(Flag.OPEN.in(row.flags(Measure.FILL_PROBABILITY_10S)));
        assertEquals(Status.VALID, row.status(Measure.FILL_PROBABILITY_10S));
    }

    @Test
    void aChildCancelledBeforeItsFillCompetes() {
        for (int i = 0; i < 10; i++) {
            String id = rest(i, 100);
            if (i % 2 == 0) {
                withdrawn(id, i + 200);
            } else {
                filled(id, i + 500, 100);
            }
        }

        assertEquals(50, play(true).value(Measure.FILL_PROBABILITY_1S), 1e-12, "not 100 %, as if those cancelled could still be filled");
    }

    @ParameterizedTest(name = "{0} at {1} with 99.99 to 100.01 quoted: {2} children at the touch")
    @CsvSource({"BUY, 99.99, 10", "BUY, 100.00, 10", "BUY, 99.98, 0", "BUY, 100.01, 0",
        "SELL, 100.01, 10", "SELL, 100.00, 10", "SELL, 100.02, 0", "SELL, 99.99, 0"})
    void atTheTouchIsAtTheOwnBestPriceOrBetterAndShortOfTheOthers(Side of, String at, int children) {
        side = of;
        limit = at;
        for (int i = 0; i < 10; i++) {
            filled(rest(i, 100), i + 500, 100);
        }

        ParentRow row = play(false);

        assertEquals(children, row.input(Input.RESTED_CHILDREN));
        assertEquals(children == 10 ? Status.VALID : Status.SUPPRESSED, row.status(Measure.FILL_PROBABILITY_1S));
    }

    @Test
    void ofNineChildrenNothingIsSaid() {
        for (int i = 0; i < 9; i++) {
            filled(rest(i, 100), i + 500, 100);
        }

        ParentRow row = play(true);

        assertEquals(Status.SUPPRESSED, row.status(Measure.FILL_PROBABILITY_1S));
        assertTrue(Flag.NOT_IDENTIFIED.in(row.flags(Measure.FILL_PROBABILITY_1S)));
    }

    @Test
    void quantityCountsNotChildren() {
        for (int i = 0; i < 9; i++) {
            withdrawn(rest(i, 100), i + 500);
        }
        filled(rest(9, 300), 9 + 400, 200);
        withdrawn("C9", 9 + 600);

        assertEquals(100 * 200.0 / 1_200, play(true).value(Measure.FILL_PROBABILITY_1S), 1e-12);
    }

    @Test
    void aBustedFillIsNone() {
        for (int i = 0; i < 10; i++) {
            filled(rest(i, 100), i + 500, 100);
        }
        tell(700, "C0").exec('H', '0').execution("B").reference("EC0");

        ParentRow row = play(true);

        assertEquals(90, row.lo(Measure.FILL_PROBABILITY_1S), 1e-12, "C0 waits again, for 0.7 s");
        assertTrue(Flag.OPEN.in(row.flags(Measure.FILL_PROBABILITY_1S)));
    }

    @Test
    void aReplaceToAnotherPriceBeginsAnewAndALowerQuantityGoesOnWaiting() {
        for (int i = 0; i < 10; i++) {
            rest(i, 100);
            tell(i + 300, "D" + i).original("C" + i).exec('5', '0').quantity(i < 5 ? 60 : 100).limit(i < 5 ? limit : "100.00");
            filled("D" + i, i + 800, i < 5 ? 60 : 100);
        }

        ParentRow row = play(true);

        assertEquals(1_500, row.input(Input.RESTED), "five of 100 once, five of 100 twice");
        assertEquals(5 * 60 + 5 * 100, row.input(Input.FILLED_WITHIN_1S), 1e-9, "five after 800 ms, five after 500 ms of the new price");
    }

    @Test
    void whatRestedInAHoleIsUndecidedAndWidensTheInterval() {
        for (int i = 0; i < 12; i++) {
            filled(rest(i * 100, 100), i * 100 + 50, 100);
        }
        tape.at(1_050).passed().market(player -> player.market.gap(900, 905));

        ParentRow row = play(true);

        assertEquals(11, row.input(Input.RESTED_CHILDREN));
        assertEquals(Status.DEGRADED, row.status(Measure.FILL_PROBABILITY_1S));
        assertEquals(100.0 * 11 / 12, row.lo(Measure.FILL_PROBABILITY_1S), 1e-9);
    }

    @ParameterizedTest(name = "times end at the {0}th nanosecond")
    @ValueSource(longs = {1, 1_000_000, 10_000_000})
    void aRandomLifeIsAsItsChildrenCountedPlainlyAndCoarseTimesHoldTheTruth(long unit) {
        for (int seed = 0; seed < 60; seed++) {
            FillProbabilityTest exact = new FillProbabilityTest();
            double[] plain = exact.life(new SplittableRandom(seed), 1);
            ParentRow truth = exact.play(seed % 2 == 0);
            assertEquals(100 * plain[1] / plain[0], truth.value(Measure.FILL_PROBABILITY_1S), 1e-9, "day " + seed);
            FillProbabilityTest coarse = new FillProbabilityTest();
            coarse.life(new SplittableRandom(seed), unit);
            ParentRow row = coarse.play(seed % 2 == 0);
            if (row.status(Measure.FILL_PROBABILITY_1S) == Status.VALID) {
                double wanted = truth.value(Measure.FILL_PROBABILITY_1S);
                assertTrue(wanted >= row.lo(Measure.FILL_PROBABILITY_1S) - 1e-9 && wanted <= row.hi(Measure.FILL_PROBABILITY_1S) + 1e-9,
                        "day " + seed + ": " + wanted);
            }
        }
    }

    /** Forty children of which none waits at the end; the quote moves meanwhile. {@return what rested at the touch, and filled in 1 s} */
    private double[] life(SplittableRandom random, long unit) {
        double[] sums = new double[2];
        List<Integer> bids = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            bids.add(9_995 + random.nextInt(5));
            tape.at(second * 1_000).move("99." + (bids.get(second) - 9_900), "100.00");
        }
        for (int i = 0; i < 40; i++) {
            double at = random.nextInt(58_000_000) / 1e3;
            int cents = 9_995 + random.nextInt(5);
            limit = "99." + (cents - 9_900);
            String id = rest(at, 100);
            double end = at + random.nextInt(2_000_000) / 1e3;
            boolean touch = cents >= bids.get((int) ((at - 1e-6) / 1_000));
            sums[0] += touch ? 100 : 0;
            if (random.nextBoolean()) {
                filled(id, end, 100);
                sums[1] += touch && end - at <= 1_000 ? 100 : 0;
            } else {
                withdrawn(id, end);
            }
        }
        if (unit > 1) {
            told.replaceAll(one -> new Told(one.millis, one.message.truncated(unit)));
        }
        return sums;
    }

    private String rest(double millis, long quantity) {
        String id = "C" + told.stream().filter(one -> one.message.message().msgType == 'D').count();
        told.add(new Told(millis - 0.001, new Tape.Message('D', ToldDesk.nanos(millis - 0.001)).id(id).parent("P").side(side)
                .quantity(quantity).limit(limit)));
        tell(millis, id).exec('0', '0');
        return id;
    }

    private void filled(String id, double millis, long quantity) {
        tell(millis, id).exec('F', '1').execution("E" + id).last(quantity, "100");
    }

    private void withdrawn(String id, double millis) {
        tell(millis, id).exec('4', '4');
    }

    private Tape.Message tell(double millis, String id) {
        told.add(new Told(millis, new Tape.Message('8', ToldDesk.nanos(millis)).id(id)));
        return told.get(told.size() - 1).message;
    }

    private ParentRow play(boolean marketFirst) {
        if (tape.marketSteps.size() < 3) {
            tape.marketSteps.add(0, player -> player.quote(Tape.START - 1_000_000_000L, Tape.price("99.99"), Tape.price("100.01")));
        }
        tape.at(100_000).passed();
        told.sort(Comparator.comparingDouble(Told::millis));
        told.forEach(one -> tape.order(one.message));
        ReplayEngine engine = new ReplayEngine();
        tape.play(engine.inlets(), marketFirst);
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(engine.scorecard().find("P"), row));
        return row;
    }
}
