package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;

/**
 * What the newest report says the order has done: CumQty, LeavesQty, AvgPx. Newest is meant in event time, not in order of arrival; it
 * stands beside our own sum and never replaces it.
 */
final class Told {
    private static final long CENT = 1_000_000;

    private long nanos = Absent.LONG;
    private long executed = Absent.LONG;
    private long leaves = Absent.LONG;
    private long average = Absent.LONG;

    /** {@return when the newest report was, {@code Absent.LONG} before the first} */
    long nanos() {
        return nanos;
    }

    long executed() {
        return executed;
    }

    long leaves() {
        return leaves;
    }

    long average() {
        return average;
    }

    /**
     * Whether a report is not older than what was told. Of two with the same time the one with more executed is the newer, unless it takes
     * something back; one that may be a repetition and has no time of its own is not.
     */
    boolean isNewer(LeakageEvent event, boolean takesBack) {
        OrderReport report = event.order();
        if (nanos == Absent.LONG) {
            return true;
        }
        if (!report.timed) {
            return !report.possible;
        }
        return event.venueNanos > nanos || event.venueNanos == nanos
                && (takesBack || report.cumQty == Absent.LONG || executed == Absent.LONG || report.cumQty >= executed);
    }

    /** Takes a report's figures; one without CumQty leaves those told before. */
    void hear(LeakageEvent event, long averagePrice) {
        OrderReport report = event.order();
        if (report.timed) {
            nanos = Math.max(nanos, event.venueNanos);
        }
        if (report.cumQty != Absent.LONG) {
            executed = report.cumQty;
            leaves = report.leavesQty;
            average = averagePrice;
        }
    }

    boolean agrees(Order order) {
        if (executed == Absent.LONG) {
            return true;
        }
        if (order.hasChildren && executed == order.parent.ledger().executed()) {
            return true;   // the desk sums up what its children did
        }
        return executed == order.executed() && leavesAgree(order) && averageAgrees(order.ledger.averageUnits());
    }

    /** While a request is pending, reports differ on whose quantity they count from; once the day is over, on whether any is left. */
    private boolean leavesAgree(Order order) {
        if (leaves == Absent.LONG || order.quantity == Absent.LONG) {
            return true;
        }
        return switch (order.state()) {
            case '6', 'E', '3', 'B', '7', '9' -> true;
            default -> leaves == order.leaves();
        };
    }

    /** An average is told with as many decimals as its source likes, rounded or cut; it agrees within one of its last digit. */
    private boolean averageAgrees(long ours) {
        if (average == Absent.LONG || average == 0 || ours == Absent.LONG) {
            return true;
        }
        long digit = 1;
        while (digit < CENT && average % (digit * 10) == 0) {
            digit *= 10;
        }
        return Math.abs(average - ours) <= digit;
    }
}
