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
    private final QuoteRequests requests = new QuoteRequests();
    private final OrderTable orders;
    private final Parents parents;

    /** Nobody was asked yet; {@code orders} and {@code parents} find whom requests name. */
    Asking(OrderTable orders, Parents parents) {
        this.orders = orders;
        this.parents = parents;
    }

    /** Begins with another message. */
    void begin() {
        requests.begin();
    }

    /** {@return the newest requests, the oldest of them first} */
    Iterable<QuoteRequest> requests() {
        return requests.all();
    }

    /** {@return what stands for instruments and changed since {@link #begin}} */
    List<ParentOrder> apart() {
        return requests.apart().touched();
    }

    /** {@return messages that contradict what was told before} */
    long unapplied() {
        return requests.unapplied();
    }

    /** Takes a message of kind QUOTING. */
    void apply(LeakageEvent event, long idNanos) {
        requests.apply(event, idNanos);
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
        place(requests.waitingFor(report.parent));
        if (report.msgType != '8' || !Reports.isTrade(report)) {
            return;
        }
        for (QuoteRequest request : requests.all()) {
            if (request.order == order || request.order != null && request.order.number < 0 && request.order.parent == order.parent) {
                request.executedWith(report.counterparty, report.broker);
            }
        }
    }

    /** Two orders turned out to be one. */
    void merge(Order order, Order other) {
        requests.merge(order, other);
    }

    private void place(List<QuoteRequest> waiting) {
        for (QuoteRequest request : List.copyOf(waiting)) {
            place(request);
        }
    }

    private void place(QuoteRequest request) {
        if (request.order == null) {
            find(request);
        }
        if (request.order != null) {
            step(request);
        } else {
            requests.await(request);
            if (request.instrument != Absent.NAME && request.side != null) {
                requests.apart().take(request);
            }
        }
    }

    private void find(QuoteRequest request) {
        request.order = orderOf(request);
        if (request.order != null) {
            requests.stopWaiting(request);
            requests.apart().release(request);
        }
    }

    private void step(QuoteRequest request) {
        boolean news = false;
        for (Asked asked : request.asked) {
            news |= asked.isSeen() && request.order.step(Step.Kind.ASKED, asked.nanos, asked.truncation);
        }
        if (news) {
            parents.touch(request.order.parent);
        }
    }

    /** {@return the order it names, else the one that hit a quote of it, else its parent's; null when none is known} */
    private Order orderOf(QuoteRequest request) {
        Order named = orders.at(request.orderName);
        named = named == null ? orders.at(request.hitName) : named;
        ParentOrder parent = named == null ? parents.named(request.parentName) : named.parent;
        boolean fits = parent != null && (parent.instrument() == request.instrument || request.instrument == Absent.NAME);
        return !fits ? null : named == null ? parent.asker() : named;
    }
}
