package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;

/** Books what reports tell of executions: each once, corrected or taken back by those that refer to it. */
final class Trades {
    private final Executions executions = new Executions();
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

    /** {@return the execution with this key, null when none is known} */
    Execution at(int key) {
        return executions.at(key);
    }

    /** {@return whether a correction carries the time of the trade it corrects: that says nothing of when it was sent} */
    boolean isRestamped(LeakageEvent event) {
        Execution execution = Reports.isRevision(event.order()) ? at(event.order().executionRef) : null;
        return execution != null && execution.nanos != Absent.LONG && event.venueNanos <= execution.nanos;
    }

    /** Gives up a correction that waited too long, as {@link Executions#expired} tells. */
    Order expired(long nanos) {
        return executions.expired(nanos);
    }

    /** Books, corrects or takes back an execution; {@return false when all of it was known} */
    boolean book(Order order, LeakageEvent event) {
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
        Execution known = executions.at(report.execution);
        if (known != null && !isAnotherDays(known, order, event) && !sums(known.order, order)) {
            if (sums(order, known.order)) {
                return true;
            }
            if (known.order != order || !isSameTrade(known, report, price)) {
                order.flag(Flag.CONFLICT, true);
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
        executions.release(report.execution);
        return true;
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
