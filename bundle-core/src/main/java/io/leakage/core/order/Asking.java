package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import java.util.List;

/**
 * Puts what is told of requests for quotes where it belongs: each ask is a step of the order it is for, else of what stands for
 * instrument and side. Whose quote was hit is told by a response, or by an execution with that firm. One thread.
 */
final class Asking {
    /** A request names its order, an order hit a quote of it, or it names the parent: the first says the most. */
    private static final int BY_ORDER = 3;
    private static final int BY_HIT = 2;
    private static final int BY_PARENT = 1;

    private final Placed placed = new Placed();
    private final QuoteRequests requests = new QuoteRequests(placed);
    private final Apart apart = new Apart();
    private final OrderTable orders;
    private final Parents parents;
    private final Patience patience;

    /**
     * Nobody was asked yet.
     *
     * @param orders   finds whom requests name
     * @param parents  finds whom requests name, and tells which orders turned out to be one
     * @param patience of the message at hand: when an id may mean another order
     */
    Asking(OrderTable orders, Parents parents, Patience patience) {
        this.orders = orders;
        this.parents = parents;
        this.patience = patience;
        parents.whenJoined(placed::merge);
    }

    /** Begins with another message. */
    void begin() {
        requests.begin();
        apart.begin();
    }

    /** {@return the newest requests, the oldest of them first} */
    Iterable<QuoteRequest> requests() {
        return requests.all();
    }

    /** {@return what stands for instruments and changed since {@link #begin}} */
    List<ParentOrder> apart() {
        return apart.touched();
    }

    /** {@return messages that contradict what was told before} */
    long unapplied() {
        return requests.unapplied();
    }

    /** Takes a message of kind QUOTING. */
    void apply(LeakageEvent event) {
        requests.apply(event, patience.idNanos);
        for (int i = 0; i < requests.touched().size(); i++) {
            place(requests.touched().get(i));
        }
    }

    /** A message of an order: quotes may have been asked for it, or it was executed with who was asked. */
    void hear(Order order, OrderReport report) {
        if (requests.isEmpty()) {
            return;
        }
        place(requests.waitingFor(report.order));
        place(requests.waitingFor(report.original));
        place(requests.waitingFor(report.parent));
        if (placed.isEmpty() || report.msgType != '8' && !parents.haveMoved()) {
            return;
        }
        if (parents.haveMoved() || Reports.isRevision(report)) {
            for (int i = 0; i < parents.touched().size(); i++) {
                placed.tellAnew(parents.touched().get(i));
            }
        } else if (Reports.isTrade(report)) {
            tellNewest(order, report);
        }
    }

    private void tellNewest(Order order, OrderReport report) {
        Execution newest = order.executions.isEmpty() ? null : order.executions.get(order.executions.size() - 1);
        if (newest != null && newest.name == report.execution) {
            placed.tell(newest);
        }
    }

    private void place(List<QuoteRequest> waiting) {
        for (QuoteRequest request : List.copyOf(waiting)) {
            place(request);
        }
    }

    private void place(QuoteRequest request) {
        requests.stopWaiting(request);
        seek(request, request.orderName, BY_ORDER);
        seek(request, request.hitName, BY_HIT);
        seek(request, request.parentName, BY_PARENT);
        if (request.order == null && request.instrument != Absent.NAME && request.side != null) {
            request.apart = request.apart == null ? apart.of(request) : request.apart;
        }
        if (request.asks() != null && placed.take(request)) {
            touch(request);
        }
        if (request.order != null) {
            placed.tellAnew(request.order.parent);
        }
    }

    /** Looks for its order by a name that says more than the one by which it was found; waits when there is none yet. */
    private void seek(QuoteRequest request, int name, int rank) {
        if (name == Absent.NAME || request.rank >= rank) {
            return;
        }
        Order found = orderOf(request, name);
        ParentOrder parent = found == null && rank == BY_PARENT ? parents.named(name) : null;
        found = parent != null && fits(parent, request) ? parent.asker() : found;
        if (found == null) {
            requests.await(request, name);
        } else {
            request.rank = rank;
            settle(request, found);
        }
    }

    private void settle(QuoteRequest request, Order order) {
        if (request.order == order) {
            return;
        }
        if (request.asks() != null && placed.leave(request)) {
            touch(request);
        }
        ParentOrder before = request.parent();
        request.nothingBought();
        request.apart = null;
        request.order = order;
        if (before != null && before != order.parent) {
            placed.tellAnew(before);
        }
    }

    private void touch(QuoteRequest request) {
        ParentOrder parent = request.asks().parent;
        if (parent.isApart()) {
            apart.touch(parent);
        } else {
            parents.touch(parent);
        }
    }

    /** {@return the order of that name that a request can mean, null when none is known} */
    private Order orderOf(QuoteRequest request, int name) {
        Order named = orders.at(name);
        return named == null || named.parent == null || isOver(named, request) || !fits(named.parent, request) ? null : named;
    }

    private boolean isOver(Order order, QuoteRequest request) {
        return order.isDone() && request.nanos != Absent.LONG && order.lastNanos != Absent.LONG
                && request.nanos - order.lastNanos > patience.idNanos;
    }

    /** {@return whether a request can be of this parent: its id may have come again since that was over} */
    private boolean fits(ParentOrder parent, QuoteRequest request) {
        return (parent.instrument() == request.instrument || request.instrument == Absent.NAME)
                && !parent.isOver(request.nanos, patience.idNanos);
    }
}
