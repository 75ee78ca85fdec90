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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filled of the quantity that waits at the touch, against what others' orders there were before. */
class FillDeficitTest {
    private static final double SECOND = 1e9;

    private final Tape tape = new Tape();
    private long unit = 1;

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void theWorkedCase(boolean marketFirst) {
        displayedAHundredSeconds();
        children(100_000, 10);

        ParentRow row = play(marketFirst);

        // bids and offers of 500 for 100 s each; 2,000 executed, 8,000 withdrawn, each made good at once
        assertEquals(0.2 * (1 - Math.exp(-1)), row.input(Input.EXPECTED_FILL_10S), 1e-6);
        assertEquals(0.2 * (1 - Math.exp(-0.1)), row.input(Input.EXPECTED_FILL_1S), 1e-6);
        assertEquals(50 - 100 * 0.2 * (1 - Math.exp(-1)), row.value(Measure.FILL_DEFICIT_10S), 1e-4);
        assertEquals(50 - 100 * 0.2 * (1 - Math.exp(-6)), row.value(Measure.FILL_DEFICIT_1M), 1e-4);
        assertEquals(Status.VALID, row.status(Measure.FILL_DEFICIT_10S));
    }

    @ParameterizedTest(name = "{0} of ten children filled at once: {1}")
    @CsvSource({"0, below", "10, above"})
    void fewerFillsThanOthersHadAreADeficitBelowNothing(int filled, String where) {
        displayedAHundredSeconds();
        children(100_000, 2 * filled);

        double value = play(true).value(Measure.FILL_DEFICIT_10S);

        assertTrue(where.equals("below") ? value < 0 : value > 0, where + ": " + value);
    }

    @Test
    void whatTheMarketDoesAfterTheArrivalIsNotInIt() {
        displayedAHundredSeconds();
        children(100_000, 10);
        double before = play(true).input(Input.EXPECTED_FILL_1M);
        tape.at(100_500).market(player -> player.market.executed(player.instrument, 0, ToldDesk.nanos(100_500), 2, 400, 1));

        assertEquals(before, play(true).input(Input.EXPECTED_FILL_1M));
    }

    @Test
    void whereNothingWasExecutedNothingIsToBeExpected() {
        book(0);
        children(100_000, 10);

        ParentRow row = play(true);

        assertEquals(Status.VALID, row.status(Measure.FILL_PROBABILITY_1S));
        assertEquals(Status.SUPPRESSED, row.status(Measure.FILL_DEFICIT_1S));
        assertTrue(Flag.NOT_IDENTIFIED.in(row.flags(Measure.FILL_DEFICIT_1S)));
    }

    @Test
    void theTopOfTheBookAloneTellsNoBaseline() {
        for (int second = 0; second < 100; second++) {
            long shares = 500 - second;
            long nanos = ToldDesk.nanos(second * 1_000);
            tape.market(player -> player.market.quoted(player.instrument, 0, nanos, Tape.price("99.99"), 500, Tape.price("100.01"),
                    shares));
            tape.at(second * 1_000).trade(1, "100.01");
        }
        children(100_000, 10);

        assertTrue(Flag.NOT_IDENTIFIED.in(play(true).flags(Measure.FILL_DEFICIT_1S)));
    }

    @Test
    void aHoleInTheDayBeforeIsFlagged() {
        displayedAHundredSeconds();
        tape.market(player -> player.market.gap(900, 905));
        tape.market(player -> player.market.recovering());
        book(0);
        tape.market(player -> player.market.recovered(906));
        tape.at(100_900).passed();
        children(102_000, 10);

        ParentRow row = play(true);

        assertEquals(Status.VALID, row.status(Measure.FILL_PROBABILITY_10S));
        assertEquals(Status.DEGRADED, row.status(Measure.FILL_DEFICIT_10S));
        assertTrue(Flag.MD_GAP.in(row.flags(Measure.FILL_DEFICIT_10S)));
    }

    @Test
    void anArrivalToldToTheMillisecondIsEnoughOneToldToTheSecondIsNot() {
        ParentRow exact = arrived(1);

        assertEquals(exact.input(Input.EXPECTED_FILL_10S), arrived(1_000_000).input(Input.EXPECTED_FILL_10S));
        assertTrue(Flag.ORDER_UNDECIDABLE.in(arrived(1_000_000_000).flags(Measure.FILL_DEFICIT_10S)));
    }

    private static ParentRow arrived(long truncatedTo) {
        FillDeficitTest day = new FillDeficitTest();
        day.unit = truncatedTo;
        day.displayedAHundredSeconds();
        day.children(100_000.3, 10);
        return day.play(true);
    }

    @Test
    void aRandomDaysRatesAreItsBookCountedPlainly() {
        int compared = 0;
        for (int seed = 0; seed < 100; seed++) {
            FillDeficitTest day = new FillDeficitTest();
            double[] plain = day.randomBook(new SplittableRandom(seed));
            day.children(1_999, 10);
            ParentRow row = day.play(seed % 2 == 0);
            if (plain[1] > 0) {
                double either = (plain[1] + plain[2]) / plain[0];
                double expected = plain[1] / (plain[1] + plain[2]) * (1 - Math.exp(-either));
                assertEquals(expected, row.input(Input.EXPECTED_FILL_1S), 1e-9, "day " + seed);
                compared++;
            }
        }
        assertTrue(compared > 50, compared + " days");
    }

    /** A random book of 2 s and more. {@return until 1.999 s: share-seconds displayed at the touch, shares executed, withdrawn there} */
    private double[] randomBook(SplittableRandom random) {
        double[] sums = new double[3];
        Map<Long, long[]> resting = new LinkedHashMap<>();
        long last = Tape.START;
        for (int i = 0; i < 200; i++) {
            long nanos = last + random.nextInt(14_000_000);
            sums[0] += displayed(resting) * (Math.min(nanos, ToldDesk.nanos(1_999)) - Math.min(last, ToldDesk.nanos(1_999))) / SECOND;
            last = nanos;
            long ref = i + 1;
            if (i < 8 || random.nextInt(5) < 2) {
                Side of = i < 8 ? i % 2 == 0 ? Side.BUY : Side.SELL : random.nextBoolean() ? Side.BUY : Side.SELL;
                long price = Tape.price(of == Side.BUY ? "99.9" + (9 - random.nextInt(3)) : "100.0" + (1 + random.nextInt(3)));
                resting.put(ref, new long[] {of.ordinal(), price, 300});
                tape.market(player -> player.market.added(player.instrument, ref, nanos, ref, of, 300, price));
            } else if (resting.size() > 6) {
                long gone = new ArrayList<>(resting.keySet()).get(random.nextInt(resting.size()));
                long shares = random.nextBoolean() ? resting.get(gone)[2] : 100;
                boolean executes = random.nextInt(3) == 0;
                boolean counts = nanos <= ToldDesk.nanos(1_999) && isBest(resting, resting.get(gone)) && displayed(resting) > 0;
                sums[executes ? 1 : 2] += counts ? shares : 0;
                take(resting, gone, shares);
                tape.market(player -> {
                    if (executes) {
                        player.market.executed(player.instrument, ref, nanos, gone, shares, ref);
                    } else {
                        player.market.cancelled(player.instrument, ref, nanos, gone, shares);
                    }
                });
            }
        }
        sums[0] += displayed(resting) * Math.max(0, ToldDesk.nanos(1_999) - last) / SECOND;
        return sums;
    }

    private static void take(Map<Long, long[]> resting, long ref, long shares) {
        resting.get(ref)[2] -= shares;
        if (resting.get(ref)[2] == 0) {
            resting.remove(ref);
        }
    }

    private static boolean isBest(Map<Long, long[]> resting, long[] order) {
        long sign = order[0] == Side.BUY.ordinal() ? 1 : -1;
        return resting.values().stream().noneMatch(other -> other[0] == order[0] && sign * other[1] > sign * order[1]);
    }

    /** {@return shares at both best prices, 0 while a side is empty} */
    private static double displayed(Map<Long, long[]> resting) {
        ToLongFunction<Side> best = side -> resting.values().stream().filter(order -> order[0] == side.ordinal() && isBest(resting, order))
                .mapToLong(order -> order[2]).sum();
        long bids = best.applyAsLong(Side.BUY);
        long offers = best.applyAsLong(Side.SELL);
        return bids == 0 || offers == 0 ? 0 : bids + offers;
    }

    private void book(double millis) {
        long nanos = ToldDesk.nanos(millis);
        tape.market(player -> {
            player.market.added(player.instrument, 0, nanos, 1, Side.BUY, 500, Tape.price("99.99"));
            player.market.added(player.instrument, 0, nanos, 2, Side.SELL, 500, Tape.price("100.01"));
        });
    }

    /** 500 on each side from 0 to 100 s; every 2.5 s 50 bids are executed and 200 offers withdrawn, and come again at once. */
    private void displayedAHundredSeconds() {
        book(0);
        for (int i = 0; i < 40; i++) {
            long nanos = ToldDesk.nanos(1_000 + 2_450 * i);
            long ref = 10 + 2 * i;
            tape.market(player -> {
                player.market.added(player.instrument, 0, nanos, ref, Side.BUY, 50, Tape.price("99.99"));
                player.market.executed(player.instrument, 0, nanos, ref, 50, ref);
                player.market.added(player.instrument, 0, nanos, ref + 1, Side.SELL, 200, Tape.price("100.01"));
                player.market.deleted(player.instrument, 0, nanos, ref + 1);
            });
        }
    }

    /** P and ten children of 100 that wait at the bid from a millisecond after it on; of their 20 halves so many fill, the rest leaves. */
    private void children(double millis, int halves) {
        tape.at(millis).order(new Tape.Message('D', tape.nanos()).id("P").side(Side.BUY).quantity(1_000).truncated(unit));
        for (int i = 0; i < 10; i++) {
            tape.at(millis + 1).child("C" + i, "P", Side.BUY, 100, "99.99").order(report("C" + i).exec('0', '0'));
        }
        for (int i = 0; i < 10; i++) {
            for (int half = 2 * i; half < Math.min(halves, 2 * i + 2); half++) {
                tape.at(millis + 201).order(tape.fillOf("C" + i, "E" + half, 50, "99.99"));
            }
            tape.at(millis + 301).order(report("C" + i).exec('4', '4'));
        }
    }

    private Tape.Message report(String id) {
        return new Tape.Message('8', tape.nanos()).id(id);
    }

    private ParentRow play(boolean marketFirst) {
        Tape told = new Tape();
        told.marketSteps.addAll(tape.marketSteps);
        told.at(200_000).passed();
        told.orderSteps.addAll(tape.orderSteps);
        ReplayEngine engine = new ReplayEngine();
        told.play(engine.inlets(), marketFirst);
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(engine.scorecard().find("P"), row));
        return row;
    }
}
