package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import java.util.Arrays;

/** Which ClOrdID and which OrderID means which order. An id may come again on another day, and then means another order. */
final class OrderTable {
    private final Patience patience;
    private Order[] byName = new Order[1024];
    private Order[] byOrderId = new Order[1024];

    /** @param patience of the message at hand: when an id may mean another order */
    OrderTable(Patience patience) {
        this.patience = patience;
    }

    /** {@return the order that has or had this ClOrdID, null when none} */
    Order at(int name) {
        return at(byName, name);
    }

    /**
     * The order a message is of, by OrigClOrdID, ClOrdID, OrderID in this order: an original is older than a request that may yet be
     * refused. A new one when a new order or a report tells of an unknown id.
     *
     * @return null when it is of no known order and cannot begin one
     */
    Order find(LeakageEvent event) {
        OrderReport report = event.order();
        if (isNewLife(at(report.order), event)) {
            byName[report.order] = null;
            return register(new Order(report.order), report);
        }
        Order order = at(report.original);
        order = order == null ? at(report.order) : order;
        order = order == null ? at(byOrderId, report.orderId) : order;
        if (order == null && report.order != Absent.NAME && (report.msgType == 'D' || report.msgType == '8')) {
            order = new Order(report.original == Absent.NAME ? report.order : report.original);
        }
        return order == null ? null : register(order, report);
    }

    /** {@return another order that turned out to be the same as this one, known so far by the new ClOrdID only; null when there is none} */
    Order twin(Order order, OrderReport report) {
        Order other = report.msgType == '8' && report.original != Absent.NAME ? at(report.order) : null;
        return other == null || other == order || other.newOrderSeen || other.hasChildren || order.chain.hasRefused(report.order) ? null
                : other;
    }

    /** From now on every id of the other means this one. */
    void merge(Order order, Order other) {
        for (int i = 0; i < other.chain.length(); i++) {
            byName[other.chain.id(i)] = order;
        }
        if (other.orderId != Absent.NAME) {
            byOrderId[other.orderId] = order;
        }
    }

    /** A refused request's id is free again. */
    void free(int name, Order order) {
        if (at(name) == order && !order.chain.has(name)) {
            byName[name] = null;
        }
    }

    private Order register(Order order, OrderReport report) {
        if (report.order != Absent.NAME && at(report.order) == null && !order.chain.hasRefused(report.order)) {
            byName = put(byName, report.order, order);
        }
        if (report.original != Absent.NAME && at(report.original) == null) {
            byName = put(byName, report.original, order);
        }
        if (report.orderId != Absent.NAME) {
            byOrderId = put(byOrderId, report.orderId, order);
        }
        return order;
    }

    /**
     * Whether a message begins another order under an id used before: a second NewOrderSingle, or a report of a new order after the first
     * is over, a night later.
     */
    private boolean isNewLife(Order before, LeakageEvent event) {
        OrderReport report = event.order();
        if (before == null || report.possible || event.venueNanos == Absent.LONG || before.lastNanos == Absent.LONG) {
            return false;
        }
        if (event.venueNanos - before.lastNanos <= patience.idNanos) {
            return false;
        }
        return report.msgType == 'D' && before.newOrderSeen
                || report.msgType == '8' && (report.execType == '0' || report.execType == 'A') && before.isDone()
                && before.state() != '3';
    }

    static <T> T at(T[] table, int name) {
        return name >= 0 && name < table.length ? table[name] : null;
    }

    static <T> T[] put(T[] table, int name, T value) {
        T[] roomy = name < table.length ? table : Arrays.copyOf(table, Math.max(name + 1, table.length * 2));
        roomy[name] = value;
        return roomy;
    }
}
