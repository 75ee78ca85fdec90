package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.event.LeakageEvent;
import java.util.List;
import java.util.Set;

/**
 * One instrument quoted 99.99 to 100.01 from 0 ms on, and a buy order P of 100 in one of three states: none, working (arrived at 1 ms, 50
 * bought at 100 at 2 ms) or done (all 100 bought at 2 ms). What happens next, happens at once. Times are milliseconds.
 */
final class Scene {
    enum Order { NONE, WORKING, DONE }

    final ReplayEngine engine = new ReplayEngine(this::witness);
    final MarketInlet market = engine.inlets().market("scene", WhenFull.WAIT);
    final OrderInlet orders = engine.inlets().orders("scene");
    final int x = market.instrument("INST");
    final Order order;
    long bidRef;
    long offerRef;
    private long refs = 1_000;
    private long sequence;
    private int late;

    Scene(Order order) {
        this.order = order;
        quote(0, "99.99", "100.01");
        if (order != Order.NONE) {
            orders.accept(new Tape.Message('D', nanos(1)).id("P").side(Side.BUY).quantity(100).message());
            orders.accept(new Tape.Message('8', nanos(2)).id("P").execution("E").exec('F', order == Order.DONE ? '2' : '1')
                    .last(order == Order.DONE ? 100 : 50, "100").message());
        }
        passed(3);
    }

    private void witness(LeakageEvent event) {
        assertTrue(event.rows() == null || event.rows().parents() < 4, "an event concerns the parents there are");
    }

    static long nanos(double millis) {
        return Tape.START + Math.round(millis * 1e6);
    }

    long next() {
        return ++sequence;
    }

    /** The whole book changes at one instant. */
    Scene quote(double millis, String bid, String offer) {
        if (bidRef != 0) {
            market.deleted(x, next(), nanos(millis), bidRef);
            market.deleted(x, next(), nanos(millis), offerRef);
        }
        return rest(millis, bid, offer);
    }

    /** Orders that join an empty book. */
    Scene rest(double millis, String bid, String offer) {
        bidRef = ++refs;
        offerRef = ++refs;
        market.added(x, next(), nanos(millis), bidRef, Side.BUY, 500, Tape.price(bid));
        market.added(x, next(), nanos(millis), offerRef, Side.SELL, 500, Tape.price(offer));
        return this;
    }

    Scene passed(double millis) {
        market.passed(x, next(), nanos(millis));
        return this;
    }

    /** Messages are missing, and a snapshot tells what rests in the book. */
    Scene snapshot(String bid, String offer) {
        market.gap(sequence + 1, sequence + 100);
        market.recovering();
        rest(0.1, bid, offer);
        sequence += 100;
        market.recovered(sequence + 1);
        return this;
    }

    boolean isThere() {
        return order != Order.NONE;
    }

    boolean isDone() {
        return order == Order.DONE;
    }

    /** The measure that says what became of the price after P: its drift while it works, 10 ms after its last fill when it is done. */
    Measure measure() {
        return isDone() ? Measure.POST_TRADE_DRIFT_10MS : Measure.DRIFT;
    }

    ParentRow p() {
        return row("P");
    }

    double value() {
        return p().value(measure());
    }

    Set<Flag> flags() {
        return Flag.of(p().flags(measure()));
    }

    ParentRow row(String id) {
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(engine.scorecard().find(id), row), id);
        return row;
    }

    /** An order that arrives now, its row once the market has passed it. */
    ParentRow arriving(double millis) {
        String id = "LATE" + ++late;
        orders.accept(new Tape.Message('D', nanos(millis)).id(id).side(Side.BUY).quantity(100).message());
        orders.accept(new Tape.Message('8', nanos(millis)).id(id).execution(id).exec('F', '1').last(1, "100").message());
        passed(millis + 1);
        return row(id);
    }

    List<Amendment> amendments() {
        return engine.scorecard().amendments();
    }

    long unapplied() {
        return engine.scorecard().progress().unapplied();
    }
}
