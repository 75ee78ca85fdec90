package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;

/** Books what reports tell of executions: each once, corrected or taken back by those that refer to it. */
final class Trades {
    private final Executions executions = new Executions();
    final Repeats repeats = new Repeats();
    private final Units units;
    private final Patience patience;
    private long unapplied;

    /**
     * None yet.
     *
     * @param units    has read the report at hand
     * @param patience of the report at hand
     */
    Trades(Units units, Patience patience) {
        this.units = units;
        this.patience = patience;
    }

    /** {@return trades and corrections that lack what makes them one} */
    long unapplied() {
        return unapplied;
    }

    /**
     * What a correction corrects: the execution of that key of the order it names, by whichever of its ids, else the one of which the same
     * drop copy told.
     *
     * @return null when none is known, or the message is no correction
     */
    Execution corrected(LeakageEvent event) {
        OrderReport report = event.order();
        if (report.msgType != '8' || !Reports.isRevision(report)) {
            return null;
        }
        int index = 0;
        for (Execution one = executions.at(report.executionRef, index); one != null; one = executions.at(report.executionRef, ++index)) {
            if (one.order.chain.has(report.order) || one.order.chain.has(report.original)) {
                return one;
            }
        }
        return executions.find(report.executionRef, null, Copies.bit(event.source));
    }

    /** Two orders turned out to be one: a key of both stands for this one's execution now, and what the other has only repeats it. */
    void merge(Order order, Order other) {
        executions.merge(order, other);
        for (int i = 0; i < other.executions.size(); i++) {
            Execution execution = other.executions.get(i);
            if (order.executed(execution.name)) {
                execution.repeats(true);
                executions.forget(execution);
            }
        }
    }

    /** {@return whether a correction carries the time of the trade it corrects: that says nothing of when it was sent} */
    boolean isRestamped(LeakageEvent event) {
        Execution execution = corrected(event);
        return execution != null && execution.nanos != Absent.LONG && event.venueNanos <= execution.nanos;
    }

    /** Gives up a correction that waited too long, as {@link Executions#expired} tells. */
    Order expired(long nanos) {
        return executions.expired(nanos);
    }

    /** Books, corrects or takes back an execution; {@return false when all of it was known} */
    boolean news(Order order, LeakageEvent event) {
        boolean news = book(order, event);
        if (!news) {
            repeats.repeat(event.source);
        }
        return news;
    }

    private boolean book(Order order, LeakageEvent event) {
        OrderReport report = event.order();
        if (Reports.isRevision(report)) {
            Correction correction = new Correction(order, event, units.price(report.lastPx), patience.correctionNanos);
            if (correction.reference != Absent.NAME && correction.saysSomething()) {
                return executions.revise(correction);
            }
            unapplied++;
            return true;
        }
        return !Reports.isTrade(report) || fill(order, event);
    }

    /** {@return false when this execution was booked before} */
    private boolean fill(Order order, LeakageEvent event) {
        OrderReport report = event.order();
        if (report.lastPx == Absent.LONG || report.lastQty == Absent.LONG || report.execution == Absent.NAME) {
            unapplied++;
            order.unbooked();
            return true;
        }
        long price = units.price(report.lastPx);
        Execution known = known(order, event, price);
        if (known != null && !isAnotherDays(known, order, event) && !sums(known.order, order)) {
            known.copies |= Copies.bit(event.source);
            if (sums(order, known.order)) {
                return true;
            }
            if (known.order != order || !isSameTrade(known, report, price)) {
                order.flag(Flag.CONFLICT, true);
                repeats.conflict(event.source);
            }
            return false;
        }
        Execution execution = new Execution(order, report.execution);
        tell(execution, event, price);
        for (int i = 0; i < order.splits.size(); i++) {
            order.splits.get(i).applyTo(execution, false);
        }
        executions.put(report.execution, execution);
        order.executions.add(execution);
        order.ledger.include(execution, execution.stands());
        order.parent.book(execution);
        if (report.multiLeg == '3' && !order.spread) {
            order.spread = true;
            order.levelLegs();
        }
        executions.release(execution);
        return true;
    }

    /**
     * The execution told of before under this key: one of the same order, or told of by the same copy. What another copy told of another
     * order is the same only when all that is told of both agrees, or one order is above the other.
     */
    private Execution known(Order order, LeakageEvent event, long price) {
        int key = event.order().execution;
        Execution known = executions.find(key, order, Copies.bit(event.source));
        int index = 0;
        for (Execution other = executions.at(key, index); known == null && other != null; other = executions.at(key, ++index)) {
            known = sums(other.order, order) || sums(order, other.order) || agrees(other, order, event, price) ? other : null;
        }
        return known;
    }

    private static boolean agrees(Execution known, Order order, LeakageEvent event, long price) {
        boolean timed = event.order().timed && !Flag.TIME_INFERRED.in(known.flags);
        return order.side != null && order.side == known.order.side
                && order.instrument != Absent.NAME && order.instrument == known.order.instrument
                && isSameTrade(known, event.order(), price)
                && (!timed || Math.abs(known.nanos - event.venueNanos) <= Math.max(known.truncation, event.order().truncation));
    }

    /** ExecIDs need be unique for a day only. */
    private boolean isAnotherDays(Execution known, Order order, LeakageEvent event) {
        return known.order != order && !event.order().possible && known.nanos != Absent.LONG && event.venueNanos != Absent.LONG
                && event.venueNanos - known.nanos > patience.idNanos;
    }

    /** {@return whether an order is the desk's own above another: then it only repeats what the street said of that} */
    private static boolean sums(Order above, Order below) {
        return above != below && above.hasChildren && above.parent == below.parent;
    }

    private static boolean isSameTrade(Execution known, OrderReport report, long price) {
        return Flag.CORRECTED.in(known.flags) || Flag.RESTATED.in(known.flags)
                || known.price == price && known.quantity == report.lastQty;
    }

    private void tell(Execution execution, LeakageEvent event, long price) {
        OrderReport report = event.order();
        Order order = execution.order;
        execution.copies = Copies.bit(event.source);
        execution.nanos = event.venueNanos;
        execution.truncation = report.truncation;
        execution.price = price;
        execution.quantity = report.lastQty;
        execution.fees = report.fees;
        execution.liquidity = report.lastLiquidityInd;
        execution.venue = report.venue;
        execution.broker = report.broker;
        execution.counterparty = report.counterparty;
        execution.account = report.account;
        execution.level = report.multiLeg;
        execution.flags |= order.isThroughLimit(price) ? Flag.FILL_THROUGH_LIMIT.bit() : 0;
        execution.flags |= report.timed ? 0 : Flag.TIME_INFERRED.bit();
        execution.flags |= order.standing.isAfterEnd(event.venueNanos) ? Flag.LATE_FILL.bit() : 0;
        if (units.isDoubtful() || Units.looksLikeOther(price, order.price, report.currency)) {
            execution.flags |= Flag.UNIT_AMBIGUOUS.bit();
        }
        boolean leg = report.multiLeg == '2' && (order.spread || event.instrument != Absent.NAME && event.instrument != order.instrument);
        execution.repeats(leg || Reports.isBooking(report) || executions.firstOfMatch(report.match, execution) != null);
    }
}
