package io.leakage.core.engine;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Half an hour of one instrument whose mid wanders, ten quotes a second, and of one order P in it that arrives after a second and from the fifth
 * minute on shows a footprint every 13 s: a child comes to rest, and next it leaves or is filled. The truth is known: so many ticks a footprint
 * moves the mid against the order, 5 ms later and for good.
 */
public final class LeakyDay {
    static final long TICK = 1_000_000;
    static final long MILLI = 1_000_000;

    /** What is told, and when it reaches us. */
    record Told(long arrives, boolean market, Runnable step) {
    }

    final ReplayEngine engine = new ReplayEngine();
    final List<Told> told = new ArrayList<>();
    final List<Long> footprints = new ArrayList<>();
    final Random random;
    final Side side;
    private final MarketInlet market;
    private final OrderInlet orders;
    private final int instrument;
    private final int footprintsAtMost;
    private long sequence;

    LeakyDay(long seed, Side side, double leakTicks, double driftTicks) {
        this(seed, side, leakTicks, driftTicks, 100);
    }

    /**
     * A day.
     *
     * @param leakTicks  by how much each footprint moves the mid against the order
     * @param driftTicks by how much the mid drifts against it a second, whatever it does
     */
    LeakyDay(long seed, Side side, double leakTicks, double driftTicks, int footprintsAtMost) {
        this(null, seed, side, leakTicks, driftTicks, footprintsAtMost);
    }

    /** A day told to another engine than its own, unless that is null. */
    LeakyDay(Inlets into, long seed, Side side, double leakTicks, double driftTicks, int footprintsAtMost) {
        random = new Random(seed);
        this.side = side;
        this.footprintsAtMost = footprintsAtMost;
        Inlets inlets = into == null ? engine.inlets() : into;
        market = inlets.market("test", WhenFull.WAIT);
        orders = inlets.orders("test");
        instrument = market.instrument("INST");
        orders(Tape.START + 1_000 * MILLI);
        quotes(leakTicks, driftTicks);
    }

    /** Tells another engine a day whose footprints each move the mid by a tick against the order. */
    public static void leakInto(Inlets into, int footprintsAtMost) {
        new LeakyDay(into, 13, Side.BUY, 1, 0, footprintsAtMost).playInto(step -> { });
    }

    private void orders(long arrival) {
        order(arrival, new Tape.Message('D', arrival).id("P").side(side).quantity(1_000_000));
        long nanos = Tape.START + 300_000 * MILLI;
        for (int i = 0; i < footprintsAtMost / 2; i++) {
            String child = "C" + i;
            nanos += 13_000 * MILLI + random.nextInt(1_000) * MILLI;
            order(nanos, message(nanos, child).exec('0', '0').quantity(100).side(side).parent("P"));
            footprints.add(nanos);
            nanos += 13_000 * MILLI + random.nextInt(1_000) * MILLI;
            order(nanos, i % 2 == 0 ? message(nanos, child).exec('4', '4')
                    : message(nanos, child).execution("X" + i).exec('F', '2').last(100, "100").liquidity(1));
            footprints.add(nanos);
        }
    }

    private static Tape.Message message(long nanos, String child) {
        return new Tape.Message('8', nanos).id(child);
    }

    void order(long nanos, Tape.Message message) {
        told.add(new Told(nanos, false, () -> orders.accept(message.message())));
    }

    private void quotes(double leakTicks, double driftTicks) {
        double mid = 100 * 100;
        int leaked = 0;
        long nanos = Tape.START;
        long end = Tape.START + 30 * 60_000 * MILLI;
        while (nanos < end) {
            long step = (1 + random.nextInt(200)) * MILLI;
            boolean leaks = leaked < footprints.size() && footprints.get(leaked) + 5 * MILLI <= nanos + step;
            nanos = leaks ? footprints.get(leaked++) + 5 * MILLI : nanos + step;
            mid += side.sign() * (leaks ? leakTicks : 0) + side.sign() * driftTicks * step / 1e9;
            mid += leaks ? 0 : random.nextInt(3) - 1;
            quote(nanos, Math.round(mid) * TICK);
            if (random.nextInt(4) == 0) {
                trade(nanos + 1, Math.round(mid) * TICK);
            }
        }
        long last = ++sequence;
        told.add(new Told(nanos, true, () -> market.ended(last)));
    }

    private void quote(long nanos, long mid) {
        long number = ++sequence;
        long bidShares = 100 * (1 + random.nextInt(9));
        long offerShares = 100 * (1 + random.nextInt(9));
        told.add(new Told(nanos, true, () -> market.quoted(instrument, number, nanos, mid - TICK, bidShares, mid + TICK, offerShares)));
    }

    private void trade(long nanos, long mid) {
        long number = ++sequence;
        Side resting = random.nextBoolean() ? Side.BUY : Side.SELL;
        told.add(new Told(nanos, true, () -> market.traded(instrument, number, nanos, resting, 100, mid - resting.sign() * TICK, number)));
    }

    void market(long nanos, Runnable step) {
        told.add(new Told(nanos, true, step));
    }

    MarketInlet market() {
        return market;
    }

    int instrument() {
        return instrument;
    }

    long next() {
        return ++sequence;
    }

    /** Plays it step by step; {@code after} is told how many there were. */
    void playInto(IntConsumer after) {
        List<Told> all = new ArrayList<>(told);
        all.sort(Comparator.comparingLong(Told::arrives));
        for (int step = 0; step < all.size(); step++) {
            all.get(step).step().run();
            after.accept(step);
        }
    }

    /** Plays it, orders so much after they happened, negative before; each of the two in its own order. {@return the row of P} */
    ParentRow play(long orderDelayNanos) {
        List<Told> all = new ArrayList<>(told);
        all.sort(Comparator.comparingLong(step -> step.arrives() + (step.market() ? 0 : orderDelayNanos)));
        all.forEach(step -> step.step().run());
        return row("P");
    }

    ParentRow row(String id) {
        Scorecard scorecard = engine.scorecard();
        ParentRow row = new ParentRow();
        scorecard.read(scorecard.find(id), row);
        return row;
    }
}
