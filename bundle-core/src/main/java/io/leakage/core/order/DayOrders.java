package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.event.OrderReport;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Orders whose day a calendar ends, in the order it does. One of which nobody told an end by then is taken as expired and says so; what is
 * told later of how it stands at or after that time counts more.
 */
final class DayOrders {
    private final PriorityQueue<Order> orders = new PriorityQueue<>(Comparator.comparingLong(order -> order.dayEndNanos));

    /** Takes when an order's day ends from what tells of terms in force: not from a request, nor while one is pending. */
    void hear(Order order, OrderReport report) {
        if (report.msgType == 'D' || report.msgType == '8' && !Reports.isPending(report)) {
            hear(order, report.dayEndNanos);
        }
    }

    /** @param endNanos when its day ends, {@code Long.MAX_VALUE} when it outlives it, {@code Absent.LONG} when its message does not say */
    private void hear(Order order, long endNanos) {
        if (endNanos == Absent.LONG || endNanos == order.dayEndNanos) {
            return;
        }
        if (order.dayEndNanos != Absent.LONG) {
            orders.remove(order);
        }
        order.dayEndNanos = endNanos == Long.MAX_VALUE ? Absent.LONG : endNanos;
        if (endNanos != Long.MAX_VALUE) {
            orders.add(order);
        }
    }

    /** Two orders turned out to be one: the other's day is this one's. */
    void merge(Order order, Order other) {
        hear(order, other.dayEndNanos);
        hear(other, Long.MAX_VALUE);
    }

    /**
     * Ends one whose day is over.
     *
     * @param nanos the event time now
     * @return it, flagged; null when there is none (any more)
     */
    Order over(long nanos) {
        while (nanos != Absent.LONG && !orders.isEmpty() && nanos > orders.peek().dayEndNanos) {
            Order order = orders.remove();
            if (!order.isDone() && order.parent != null) {
                order.standing.expire(order.dayEndNanos);
                order.flag(Flag.DAY_OVER, true);
                order.markLate();
                return order;
            }
        }
        return null;
    }
}
