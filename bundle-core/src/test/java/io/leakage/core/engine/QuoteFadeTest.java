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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the other side's touch fades when it sees us. */
class QuoteFadeTest {
    private static final long MILLI = 1_000_000L;

    private final Tape tape = new Tape();
    private long refs = 100;

    @ParameterizedTest(name = "market first: {0}")
    @ValueSource(booleans = {true, false})
    void theWorkedCase(boolean marketFirst) {
        book(840);
        cancel(905, 2, 100);
        add(920, Side.SELL, 100, "100.01");
        cancel(1_003, 2, 200);
        accepted(Side.BUY, 1_000);

        ParentRow row = play(marketFirst);

        assertEquals(0.4, row.input(Input.FADE_AFTER), 1e-9, "200 of 500 offered");
        assertEquals(0.2 / 3, row.input(Input.FADE_PLACEBO), 1e-9, "after 850, 900 and 950 ms: 0, 100, 0 of 500");
        assertEquals(100 * (0.4 - 0.2 / 3), row.value(Measure.QUOTE_FADE), 1e-6);
        assertEquals(Status.VALID, row.status(Measure.QUOTE_FADE));
    }

    @ParameterizedTest(name = "after a {0} the {1} side withdraws: {2} %")
    @CsvSource({"BUY, SELL, 40", "BUY, BUY, 0", "SELL, BUY, 40", "SELL, SELL, 0"})
    void costIsWhatTheOtherSideWithdraws(Side side, Side withdrawing, double percent) {
        book(500);
        cancel(1_003, withdrawing == Side.BUY ? 1 : 2, 200);
        accepted(side, 1_000);

        assertEquals(percent, play(true).value(Measure.QUOTE_FADE), 1e-6);
    }

    @ParameterizedTest(name = "placebos in which the {1} side withdraws against a {0}: {2} %")
    @CsvSource({"BUY, SELL, -20", "BUY, BUY, 0", "SELL, BUY, -20", "SELL, SELL, 0"})
    void whatFadesLessThanAtOtherTimesIsBelowNothing(Side side, Side withdrawing, double percent) {
        book(840);
        for (int millis = 850; millis < 1_000; millis += 50) {
            cancel(millis + 2, withdrawing == Side.BUY ? 1 : 2, 100);
            add(millis + 20, withdrawing, 100, withdrawing == Side.BUY ? "99.99" : "100.01");
        }
        accepted(side, 1_000);

        assertEquals(percent, play(true).value(Measure.QUOTE_FADE), 1e-6);
    }

    @Test
    void whatTradesIsNotWithdrawn() {
        book(500);
        market(1_003, (player, nanos) -> player.market.executed(player.instrument, 0, nanos, 2, 200, 1));
        accepted(Side.BUY, 1_000);

        assertEquals(0, play(true).value(Measure.QUOTE_FADE));
    }

    @Test
    void whatLeavesBelowTheTouchDoesNotCountAndMoreThanAllIsAll() {
        book(500);
        add(600, Side.SELL, 300, "100.02");
        add(600, Side.SELL, 5_000, "100.05");
        market(1_002, (player, nanos) -> player.market.deleted(player.instrument, 0, nanos, 102));
        market(1_003, (player, nanos) -> player.market.deleted(player.instrument, 0, nanos, 2));
        market(1_004, (player, nanos) -> player.market.deleted(player.instrument, 0, nanos, 101));
        accepted(Side.BUY, 1_000);

        ParentRow row = play(true);

        assertEquals(1, row.input(Input.FADE_AFTER), "500 and then 300 of 500, none of the 5,000");
    }

    @Test
    void anotherOwnOrderTakesAwayThePlacebosItTouched() {
        book(840);
        cancel(905, 2, 500);
        add(920, Side.SELL, 500, "100.01");
        tape.at(902).order(new Tape.Message('D', tape.nanos()).id("Q").side(Side.BUY).quantity(10));
        tape.order(new Tape.Message('8', tape.nanos()).id("Q").exec('0', '0'));
        accepted(Side.BUY, 1_000);

        ParentRow row = play(true);

        assertEquals(Status.SUPPRESSED, row.status(Measure.QUOTE_FADE));
        assertTrue(Flag.NOT_IDENTIFIED.in(row.flags(Measure.QUOTE_FADE)), "two quiet placebos are too few");
    }

    @Test
    void anOwnOrderToldLateTakesThemAwayAsWell() {
        book(700);
        cancel(905, 2, 500);
        add(920, Side.SELL, 500, "100.01");
        accepted(Side.BUY, 1_000);
        tape.at(902).order(new Tape.Message('D', tape.nanos()).id("Q").side(Side.BUY).quantity(10));
        tape.order(new Tape.Message('8', tape.nanos()).id("Q").exec('0', '0'));

        assertEquals(0, play(true).input(Input.FADE_PLACEBO), "the only one that faded was not quiet");
    }

    @Test
    void aBustedFillIsNoFootprint() {
        book(500);
        cancel(1_003, 2, 200);
        tape.at(990).parent("P", Side.BUY, 100).at(1_000).order(tape.fillOf("P", "E", 50, "100.01"));
        tape.order(new Tape.Message('8', tape.nanos() + MILLI).id("P").execution("B").reference("E").exec('H', '0'));

        assertEquals(Status.SUPPRESSED, play(true).status(Measure.QUOTE_FADE));
    }

    @Test
    void theTopOfTheBookAloneDoesNotTellWhoWithdrew() {
        for (int millis = 500; millis < 1_000; millis += 10) {
            quoted(millis, 500);
        }
        quoted(1_003, 300);
        accepted(Side.BUY, 1_000);

        ParentRow row = play(true);

        assertEquals(Status.SUPPRESSED, row.status(Measure.QUOTE_FADE));
        assertTrue(Flag.NOT_IDENTIFIED.in(row.flags(Measure.QUOTE_FADE)));
    }

    @ParameterizedTest(name = "of 200 that a level lost {0} printed at {1}: {2} withdrawn")
    @CsvSource({"0, 100.01, 200", "150, 100.01, 50", "200, 100.01, 0", "150, 100.00, 200"})
    void ofALevelWhatDidNotPrintAtItsPriceWasWithdrawn(long traded, String price, double withdrawn) {
        level(500, Side.BUY, 500, "99.99");
        level(500, Side.SELL, 500, "100.01");
        level(500, Side.SELL, 700, "100.02");
        if (traded > 0) {
            market(1_003, (player, nanos) -> player.market.traded(player.instrument, 0, nanos, null, traded, Tape.price(price), 1));
        }
        level(1_003, Side.SELL, 300, "100.01");
        level(1_004, Side.SELL, 100, "100.02");
        accepted(Side.BUY, 1_000);

        assertEquals(100 * withdrawn / 500, play(true).value(Measure.QUOTE_FADE), 1e-6);
    }

    @Test
    void aFootprintInAHoleIsLeftOutUntilTheHoleIsFilled() {
        book(500);
        market(1_001, (player, nanos) -> player.market.passed(player.instrument, 0, nanos));
        tape.market(player -> player.market.gap(900, 905));
        cancel(1_003, 2, 200);
        accepted(Side.BUY, 1_000);
        ParentRow holed = play(true);
        assertEquals(Status.SUPPRESSED, holed.status(Measure.QUOTE_FADE));
        assertTrue(Flag.MD_GAP.in(holed.flags(Measure.QUOTE_FADE)));

        tape.market(player -> player.market.filled());

        assertEquals(40, play(true).value(Measure.QUOTE_FADE), 1e-6);
        assertEquals(40, play(false).value(Measure.QUOTE_FADE), 1e-6);
    }

    @Test
    void timesCoarserThanTheMillisecondSayNothing() {
        book(500);
        tape.at(990).parent("P", Side.BUY, 100).at(1_000).order(new Tape.Message('8', tape.nanos()).id("P").exec('0', '0')
                .truncation(1_000 * MILLI));

        assertTrue(Flag.ORDER_UNDECIDABLE.in(play(true).flags(Measure.QUOTE_FADE)));
    }

    @ParameterizedTest(name = "times end at the {0}th nanosecond")
    @ValueSource(longs = {1, MILLI})
    void aRandomDayIsAsItsBookCountedPlainlyAndCoarseTimesHoldTheTruth(long unit) {
        int compared = 0;
        for (int seed = 0; seed < 120; seed++) {
            double plain = new Day(seed).fade();
            ParentRow row = new Day(seed).play(unit, seed % 2 == 0);
            if (Double.isNaN(plain)) {
                continue;
            }
            compared++;
            assertEquals(Status.VALID, row.status(Measure.QUOTE_FADE), "day " + seed);
            boolean holds = plain >= row.lo(Measure.QUOTE_FADE) - 1e-6 && plain <= row.hi(Measure.QUOTE_FADE) + 1e-6;
            assertTrue(holds, "day " + seed + ": " + plain);
            assertTrue(unit > 1 || Math.abs(plain - row.value(Measure.QUOTE_FADE)) <= 1e-6, "day " + seed + ": " + plain);
        }
        assertTrue(compared > 60, compared + " days");
    }

    /** A random book of two sides, each told order by order, and two own orders that show themselves now and then. */
    private static final class Day {
        private record Change(long nanos, Side side, long price, long withdrawn) {
        }

        private record Touch(long nanos, long bid, long bidShares, long offer, long offerShares) {
            long shares(Side side) {
                return side == Side.BUY ? bidShares : offerShares;
            }
        }

        private final SplittableRandom random;
        private final Tape tape = new Tape();
        private final Map<Long, long[]> resting = new LinkedHashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Touch> touches = new ArrayList<>();
        private final List<Long> seen = new ArrayList<>();
        private final List<Long> seenOfP = new ArrayList<>();
        private final List<Tape.Message> told = new ArrayList<>();
        private final Side side;
        private final long arrival = Tape.START + 1_100 * MILLI;

        Day(int seed) {
            random = new SplittableRandom(seed);
            side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long nanos = Tape.START;
            for (int i = 0; i < 240; i++) {
                nanos += random.nextInt(20_000_000);
                step(i, nanos);
            }
            show("P", seenOfP);
            show("Q", new ArrayList<>());
        }

        private void step(long number, long nanos) {
            long ref = number + 1;
            if (number < 8 || random.nextInt(5) < 2) {
                Side of = number < 8 ? number % 2 == 0 ? Side.BUY : Side.SELL : random.nextBoolean() ? Side.BUY : Side.SELL;
                long price = Tape.price(of == Side.BUY ? "99.9" + (9 - random.nextInt(3)) : "100.0" + (1 + random.nextInt(3)));
                long shares = 100 * (1 + random.nextInt(5));
                resting.put(ref, new long[] {of.ordinal(), price, shares});
                tape.market(player -> player.market.added(player.instrument, number, nanos, ref, of, shares, price));
            } else if (resting.size() > 6) {
                long gone = new ArrayList<>(resting.keySet()).get(random.nextInt(resting.size()));
                long[] order = resting.get(gone);
                long shares = random.nextBoolean() ? order[2] : 100;
                boolean trades = random.nextInt(3) == 0;
                Side of = Side.values()[(int) order[0]];
                boolean best = order[1] == best(of) && best(Side.BUY) != 0 && best(Side.SELL) != 0;
                order[2] -= shares;
                if (order[2] == 0) {
                    resting.remove(gone);
                }
                changes.add(new Change(nanos, of, order[1], trades || !best ? 0 : shares));
                tape.market(player -> {
                    if (trades) {
                        player.market.executed(player.instrument, number, nanos, gone, shares, number);
                    } else {
                        player.market.cancelled(player.instrument, number, nanos, gone, shares);
                    }
                });
            }
            touches.add(new Touch(nanos, best(Side.BUY), shares(Side.BUY), best(Side.SELL), shares(Side.SELL)));
        }

        private long best(Side of) {
            return resting.values().stream().filter(order -> order[0] == of.ordinal()).mapToLong(order -> order[1])
                    .reduce((a, b) -> of == Side.BUY ? Math.max(a, b) : Math.min(a, b)).orElse(0);
        }

        private long shares(Side of) {
            return resting.values().stream().filter(order -> order[0] == of.ordinal() && order[1] == best(of))
                    .mapToLong(order -> order[2]).sum();
        }

        private void show(String id, List<Long> own) {
            told.add(new Tape.Message('D', arrival).id(id).side(side).quantity(10_000));
            for (int i = 0; i < 4; i++) {
                long nanos = arrival + 1 + random.nextInt(1_200_000_000);
                own.add(nanos);
                told.add(new Tape.Message('D', nanos).id(id + i).parent(id).side(side).quantity(100));
                told.add(new Tape.Message('8', nanos).id(id + i).parent(id).exec('0', '0'));
            }
            seen.addAll(own);
        }

        ParentRow play(long unit, boolean marketFirst) {
            told.sort(Comparator.comparingLong(message -> message.message().transactNanos));
            told.forEach(message -> tape.order(unit == 1 ? message : message.truncated(unit)));
            tape.at(20_000).passed();
            ReplayEngine engine = new ReplayEngine();
            tape.play(engine.inlets(), marketFirst);
            ParentRow row = new ParentRow();
            assertTrue(engine.scorecard().read(engine.scorecard().find("P"), row));
            return row;
        }

        /** {@return the measure as its words say, NaN where there is none} */
        double fade() {
            double sum = 0;
            int count = 0;
            for (long footprint : seenOfP) {
                double after = after(footprint);
                double placebos = 0;
                int quiet = 0;
                long milli = footprint - Math.floorMod(footprint, MILLI);
                for (int i = 1; i <= 19; i++) {
                    long instant = milli - i * 50 * MILLI;
                    boolean known = instant >= arrival - 1_000 * MILLI && !Double.isNaN(after(instant));
                    if (known && seen.stream().map(one -> one - Math.floorMod(one, MILLI))
                            .noneMatch(one -> one > instant - 10 * MILLI && one <= instant + 10 * MILLI)) {
                        placebos += after(instant);
                        quiet++;
                    }
                }
                if (!Double.isNaN(after) && quiet >= 3) {
                    sum += after - placebos / quiet;
                    count++;
                }
            }
            return count == 0 ? Double.NaN : 100 * sum / count;
        }

        private double after(long instant) {
            Side other = side == Side.BUY ? Side.SELL : Side.BUY;
            Touch touch = touches.stream().filter(one -> one.nanos <= instant).reduce((a, b) -> b).orElse(null);
            if (touch == null || touch.bid == 0 || touch.offer == 0) {
                return Double.NaN;
            }
            double gone = changes.stream().filter(change -> change.side == other)
                    .filter(change -> change.nanos > instant && change.nanos <= instant + 10 * MILLI).mapToLong(Change::withdrawn).sum();
            return Math.min(1, gone / touch.shares(other));
        }
    }

    private interface At {
        void play(Tape.Player player, long nanos);
    }

    private void market(double millis, At step) {
        long nanos = ToldDesk.nanos(millis);
        tape.market(player -> step.play(player, nanos));
    }

    /** Bids of 500 at 99.99 under reference 1, offers of 500 at 100.01 under reference 2. */
    private void book(double millis) {
        market(millis, (player, nanos) -> {
            player.market.added(player.instrument, 0, nanos, 1, Side.BUY, 500, Tape.price("99.99"));
            player.market.added(player.instrument, 0, nanos, 2, Side.SELL, 500, Tape.price("100.01"));
        });
    }

    private void quoted(double millis, long offered) {
        market(millis, (player, nanos) -> player.market.quoted(player.instrument, 0, nanos, Tape.price("99.99"), 500, Tape.price("100.01"),
                offered));
    }

    private void add(double millis, Side side, long shares, String price) {
        long ref = ++refs;
        market(millis, (player, nanos) -> player.market.added(player.instrument, 0, nanos, ref, side, shares, Tape.price(price)));
    }

    private void cancel(double millis, long ref, long shares) {
        market(millis, (player, nanos) -> {
            player.market.cancelled(player.instrument, 0, nanos, ref, shares);
        });
    }

    private void level(double millis, Side side, long shares, String price) {
        market(millis, (player, nanos) -> player.market.level(player.instrument, 0, nanos, side, Tape.price(price), shares, 0, true));
    }

    private void accepted(Side side, double millis) {
        tape.at(millis - 1).parent("P", side, 100).at(millis).order(new Tape.Message('8', tape.nanos()).id("P").exec('0', '0'));
    }

    private ParentRow play(boolean marketFirst) {
        if (!(tape.marketSteps.isEmpty())) {
            market(3_000, (player, nanos) -> player.market.passed(player.instrument, 0, nanos));
        }
        ReplayEngine engine = new ReplayEngine();
        tape.play(engine.inlets(), marketFirst);
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(engine.scorecard().find("P"), row));
        return row;
    }
}
