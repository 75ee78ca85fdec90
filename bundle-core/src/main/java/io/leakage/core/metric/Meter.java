package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.book.Market;
import io.leakage.core.book.QuoteTape;
import io.leakage.core.event.Rows;
import io.leakage.core.order.Execution;
import io.leakage.core.order.Order;
import io.leakage.core.order.ParentOrder;
import java.util.Arrays;
import java.util.List;

/** Runs one parent's measures: asks the tape for the prices they need, and writes its rows. */
public final class Meter {
    /** With one of these a number is shown, but not to be relied on, and has no interval yet. */
    private static final long DEGRADING = Flag.MD_GAP.bit() | Flag.MD_STALE.bit() | Flag.BOOK_SUSPECT.bit() | Flag.ARRIVAL_INFERRED.bit()
            | Flag.RECON_MISMATCH.bit() | Flag.CONFLICT.bit() | Flag.TIME_INFERRED.bit() | Flag.CLOCK_INCONSISTENT.bit();
    private static final long OF_ARRIVAL = Flag.ARRIVAL_INFERRED.bit() | Flag.TIME_INFERRED.bit();
    private static final long OF_EXECUTIONS = Flag.RECON_MISMATCH.bit() | Flag.CONFLICT.bit() | Flag.CORRECTED.bit() | Flag.LATE_FILL.bit()
            | Flag.FILL_THROUGH_LIMIT.bit() | Flag.TIME_INFERRED.bit() | Flag.OVERFLOW.bit();

    private static final List<Measure> HORIZONS = List.of(Measure.POST_TRADE_DRIFT_10MS, Measure.POST_TRADE_DRIFT_100MS,
            Measure.POST_TRADE_DRIFT_1S, Measure.POST_TRADE_DRIFT_10S, Measure.POST_TRADE_DRIFT_1M);
    private static final ParentMeasure[] MEASURES = {
        new ArrivalSlippage(),
        new LeakageCost(),
        new Drift(),
        new PreTradeLeakage(),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_10MS, 0),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_100MS, 1),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_1S, 2),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_10S, 3),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_1M, 4),
    };

    /** What a new quote changes when nothing else happened. */
    private static final ParentMeasure[] MEASURES_OF_NOW = Arrays.stream(MEASURES).filter(ParentMeasure::followsQuote)
            .toArray(ParentMeasure[]::new);

    private final ParentOrder parent;
    private final ParentRow current = new ParentRow();
    private final AsOf arrival = new AsOf(this, false);
    private final AsOf beforeFirstFill = new AsOf(this, true);
    private final AsOf atLastFill = new AsOf(this, false);
    private final AsOf[] atHorizon = new AsOf[HORIZONS.size()];
    private long nowMidTwice = Absent.LONG;
    private long nowFlags = Flag.AWAITING_MARKET_DATA.bit();
    private long shownArrivalMidTwice = Absent.LONG;
    private long version;
    /** Kept by {@link Meters}: whether more than the quote changed since it was written. */
    boolean rescore = true;
    /** Kept by {@link Meters}: whether it waits to be written. */
    boolean dirty;
    /** Kept by {@link Meters}: whether its instrument is bound to a feed and its questions stand on that feed's agenda. */
    boolean bound;
    /** Kept by {@link Meters}: whether its instrument's list has it. */
    boolean listed;

    Meter(ParentOrder parent) {
        this.parent = parent;
        for (int i = 0; i < atHorizon.length; i++) {
            atHorizon[i] = new AsOf(this, false);
        }
    }

    ParentOrder parent() {
        return parent;
    }

    /** Asks for every price that the order's state now calls for; new questions go on the agenda. */
    void ask(Agenda agenda) {
        ask(agenda, arrival, parent.arrivalNanos(), Absent.LONG);
        ask(agenda, beforeFirstFill, parent.ledger().firstNanos(), Absent.LONG);
        ask(agenda, atLastFill, parent.ledger().lastNanos(), Absent.LONG);
        long last = parent.isDone() ? parent.ledger().lastNanos() : Absent.LONG;
        for (int i = 0; i < atHorizon.length; i++) {
            ask(agenda, atHorizon[i], last == Absent.LONG ? Absent.LONG : last + HORIZONS.get(i).horizonNanos(), last);
        }
    }

    private static void ask(Agenda agenda, AsOf question, long nanos, long since) {
        if (question.ask(nanos, since) && agenda != null) {
            agenda.add(question);
        }
    }

    /** Puts every open question on the agenda: the instrument was bound to its feed. */
    void await(Agenda agenda) {
        await(agenda, arrival);
        await(agenda, beforeFirstFill);
        await(agenda, atLastFill);
        for (AsOf question : atHorizon) {
            await(agenda, question);
        }
    }

    private static void await(Agenda agenda, AsOf question) {
        if (question.isOpen()) {
            agenda.add(question);
        }
    }

    long arrivalMidTwice() {
        return arrival.midTwice();
    }

    long nowMidTwice() {
        return nowMidTwice;
    }

    AsOf beforeFirstFill() {
        return beforeFirstFill;
    }

    AsOf atLastFill() {
        return atLastFill;
    }

    AsOf atHorizon(int horizon) {
        return atHorizon[horizon];
    }

    long arrivalFlags() {
        return arrival.flags() | parent.flags() & OF_ARRIVAL;
    }

    long nowFlags() {
        return nowFlags;
    }

    long executionFlags() {
        return parent.flags() & OF_EXECUTIONS;
    }

    long fillFlags() {
        return arrivalFlags() | executionFlags();
    }

    /** {@return twice Σ s(pᵢ − P0)qᵢ in units of 1e-8; only after {@link #suppressedWithoutCost} said no} */
    long costTwice() {
        return parent.side().sign() * parent.ledger().overTwice(arrival.midTwice());
    }

    /** Suppresses a measure of cost when there is nothing to compute it from; {@return whether it did} */
    boolean suppressedWithoutCost(ParentRow row, Measure measure) {
        if (parent.ledger().executed() == 0) {
            row.suppress(measure, Flag.NO_FILL.bit());
        } else if (arrival.midTwice() == Absent.LONG) {
            row.suppress(measure, Flag.NO_ARRIVAL_PRICE.bit() | arrivalFlags());
        } else if (parent.ledger().overflowed() || isTooLarge()) {
            row.suppress(measure, Flag.OVERFLOW.bit());
        } else {
            return false;
        }
        return true;
    }

    private boolean isTooLarge() {
        try {
            parent.ledger().overTwice(arrival.midTwice());
            return false;
        } catch (ArithmeticException tooLarge) {
            return true;
        }
    }

    /** Writes a number with the status its flags give it. */
    void give(ParentRow row, Measure measure, double value, long flags) {
        if ((flags & DEGRADING) == 0) {
            row.score(measure, value, value, value, Status.VALID, flags);
        } else {
            row.score(measure, value, Double.NaN, Double.NaN, Status.DEGRADED, flags);
        }
    }

    /** Writes the parent's row, and the rows of children and fills that changed. A new quote alone changes what is measured now. */
    void write(Market market, long orderSequence, Rows rows) {
        int feed = parent.instrument() == Absent.NAME ? Absent.NAME : market.feed(parent.instrument());
        seeNow(market, feed);
        if (rescore) {
            writeOrder(current);
            score(MEASURES);
        } else {
            score(MEASURES_OF_NOW);
        }
        current.version(++version);
        current.asOfNanos(feed == Absent.NAME ? Absent.LONG : market.watermark(feed));
        current.marketSequence(feed == Absent.NAME ? Absent.LONG : market.sequence(feed));
        current.orderSequence(orderSequence);
        rows.addParent().copyFrom(current);
        if (rescore) {
            writeChildren(rows);
            writeFills(rows);
            parent.forgetChanges();
            rescore = false;
        }
    }

    private void score(ParentMeasure[] measures) {
        if (parent.side() == null) {
            suppressAll(current);
            return;
        }
        for (ParentMeasure measure : measures) {
            measure.score(this, current);
        }
    }

    private void seeNow(Market market, int feed) {
        if (feed == Absent.NAME) {
            return;
        }
        QuoteTape tape = market.tape(parent.instrument());
        int row = tape.last();
        nowMidTwice = AsOf.midTwice(tape, row);
        nowFlags = AsOf.flags(tape, row);
    }

    private void suppressAll(ParentRow row) {
        for (int i = 0; i < Measure.count(); i++) {
            row.suppress(Measure.at(i), Flag.ARRIVAL_INFERRED.bit());
        }
    }

    private void writeOrder(ParentRow row) {
        row.number(parent.number());
        row.order(parent.name());
        row.desk(parent.desk());
        row.instrument(parent.instrument());
        row.side(parent.side() == null ? Side.BUY : parent.side());
        row.quantity(parent.quantity());
        row.executed(parent.ledger().executed());
        row.averagePrice(parent.ledger().averagePrice());
        row.state(parent.state());
        row.children(parent.children());
        row.fills(parent.executions());
        row.arrivalNanos(parent.arrivalNanos());
        row.arrivalSource(parent.arrivalSource());
        row.arrivalMid(arrival.midTwice() == Absent.LONG ? Double.NaN : arrival.midTwice() / 2e8);
        row.firstFillNanos(parent.ledger().firstNanos());
        row.lastFillNanos(parent.ledger().lastNanos());
        row.flags(parent.flags());
        row.grade(Grade.CANNOT_SAY);
    }

    private void writeChildren(Rows rows) {
        List<Order> changed = parent.changedChildren();
        for (int i = 0; i < changed.size(); i++) {
            Order order = changed.get(i);
            ChildRow row = rows.addChild();
            row.parent(parent.number());
            row.number(order.number());
            row.order(order.name());
            row.orderId(order.orderId());
            row.side(order.side() == null ? parent.side() : order.side());
            row.quantity(order.quantity());
            row.price(order.price());
            row.executed(order.executed());
            row.state(order.state());
            row.sentNanos(order.sentNanos());
            row.venue(order.venue());
            row.strategy(order.strategy());
            row.flags(order.flags());
        }
    }

    /** Fills that changed; all of them when the arrival price did. */
    private void writeFills(Rows rows) {
        if (arrival.midTwice() != shownArrivalMidTwice) {
            shownArrivalMidTwice = arrival.midTwice();
            for (int i = 0; i < parent.executions(); i++) {
                writeFill(parent.execution(i), rows.addFill());
            }
            return;
        }
        List<Execution> changed = parent.changedExecutions();
        for (int i = 0; i < changed.size(); i++) {
            writeFill(changed.get(i), rows.addFill());
        }
    }

    private void writeFill(Execution execution, FillRow row) {
        row.parent(parent.number());
        row.number(execution.number());
        row.child(execution.order().number());
        row.execution(execution.name());
        row.nanos(execution.nanos());
        row.price(execution.price());
        row.quantity(execution.quantity());
        row.liquidity(execution.liquidity());
        row.venue(execution.venue());
        row.slippage(arrival.midTwice() == Absent.LONG || parent.side() == null ? Double.NaN
                : Bps.of(parent.side(), 2 * execution.price(), arrival.midTwice()));
        row.flags(execution.flags());
    }
}
