package io.leakage.core.order;

import io.leakage.api.event.Absent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which requests are of which order: their asks are steps of it, one for each time, and what it executes says whose quote was taken.
 * The steps of requests that are kept no longer stay; of an order that only stands for an instrument at most {@value #MOST} are kept,
 * then the older half goes. One thread.
 */
final class Placed {
    /** So many steps of an order that only stands for an instrument. */
    static final int MOST = 65_536;

    /** The requests of an order, and how many asks there are at each time. */
    private static final class Those {
        private final List<QuoteRequest> requests = new ArrayList<>(2);
        private final Map<Long, Integer> times = new HashMap<>();
    }

    private final Map<Order, Those> byOrder = new IdentityHashMap<>();

    /** {@return whether no request is of any order} */
    boolean isEmpty() {
        return byOrder.isEmpty();
    }

    /** Takes a request in, or what is new of it. {@return whether its order has another step now} */
    boolean take(QuoteRequest request) {
        Order order = request.asks();
        Those those = byOrder.computeIfAbsent(order, key -> new Those());
        if (!request.placed) {
            request.placed = true;
            those.requests.add(request);
        }
        boolean news = false;
        for (Asked asked : request.asked) {
            if (asked.isSeen() && !asked.placed) {
                asked.placed = true;
                boolean first = those.times.merge(asked.nanos, 1, Integer::sum) == 1;
                news |= first && step(order, asked);
            }
        }
        if (order.parent.isApart() && order.steps.size() > MOST) {
            dropOlder(order, those);
        }
        return news;
    }

    private static boolean step(Order order, Asked asked) {
        if (!order.parent.isApart()) {
            return order.step(Step.Kind.ASKED, asked.nanos, asked.truncation);
        }
        order.take(Step.Kind.ASKED, asked.nanos, asked.truncation);   // the times say that it is not known yet
        return true;
    }

    private static void dropOlder(Order order, Those those) {
        List<Step> older = order.steps.subList(0, MOST / 2);
        for (Step step : older) {
            those.times.remove(step.nanos());
        }
        older.clear();
        order.parent.steps.clear();
        order.parent.steps.addAll(order.steps);
        order.parent.relinks++;
    }

    /** A request turned out to be of another order. {@return whether this one has fewer steps now} */
    boolean leave(QuoteRequest request) {
        Order order = request.asks();
        Those those = request.placed ? byOrder.get(order) : null;
        if (those == null) {
            return false;
        }
        request.placed = false;
        those.requests.remove(request);
        boolean gone = false;
        for (Asked asked : request.asked) {
            if (asked.placed) {
                asked.placed = false;
                boolean last = those.times.computeIfPresent(asked.nanos, (nanos, count) -> count == 1 ? null : count - 1) == null;
                gone |= last && remove(order, asked.nanos);
            }
        }
        drop(order, those);
        order.parent.relinks += gone ? 1 : 0;
        return gone;
    }

    private static boolean remove(Order order, long nanos) {
        for (int i = order.steps.size() - 1; i >= 0; i--) {
            Step step = order.steps.get(i);
            if (step.kind() == Step.Kind.ASKED && step.nanos() == nanos) {
                order.steps.remove(i);
                order.parent.steps.remove(step);
                return true;
            }
        }
        return false;
    }

    /** A request is kept no longer; its steps stay. */
    void forget(QuoteRequest request) {
        if (request.placed) {
            Those those = byOrder.get(request.asks());
            request.placed = false;
            those.requests.remove(request);
            drop(request.asks(), those);
        }
    }

    private void drop(Order order, Those those) {
        if (those.requests.isEmpty() && !order.parent.isApart()) {
            byOrder.remove(order);
        }
    }

    /** Another order turned out to be this one, which has its steps already. */
    void merge(Order order, Order other) {
        Those from = byOrder.remove(other);
        if (from == null) {
            return;
        }
        Those those = byOrder.computeIfAbsent(order, key -> new Those());
        for (QuoteRequest request : from.requests) {
            request.order = order;
            those.requests.add(request);
        }
        from.times.forEach((nanos, count) -> those.times.merge(nanos, count, Integer::sum));
    }

    /** Asks or executions of a parent changed: says anew whose quotes were taken. */
    void tellAnew(ParentOrder parent) {
        boolean any = reset(parent.own) | reset(parent.asker);
        for (int i = 0; i < parent.children.size(); i++) {
            any |= reset(parent.children.get(i));
        }
        for (int i = 0; any && i < parent.executions.size(); i++) {
            tell(parent.executions.get(i));
        }
    }

    private boolean reset(Order order) {
        Those those = order == null ? null : byOrder.get(order);
        for (int i = 0; those != null && i < those.requests.size(); i++) {
            those.requests.get(i).nothingBought();
        }
        return those != null;
    }

    /** An execution says whose quote was taken: of a request of its order, when none fits one of its parent's own. */
    void tell(Execution execution) {
        if (execution.busted || execution.counterparty == Absent.NAME && execution.broker == Absent.NAME) {
            return;
        }
        ParentOrder parent = execution.order.parent;
        if (!tell(execution, execution.order) && !tell(execution, parent.own)) {
            tell(execution, parent.asker);
        }
    }

    /** The newest request of an order in which the firm was asked by then and could still be taken. */
    private boolean tell(Execution execution, Order order) {
        Those those = order == null ? null : byOrder.get(order);
        Asked newest = null;
        long newestNanos = Absent.LONG;
        for (int i = 0; those != null && i < those.requests.size(); i++) {
            QuoteRequest request = those.requests.get(i);
            Asked one = request.tradesWith(execution);
            if (one != null && (newest == null || request.askedNanos(one) > newestNanos)) {
                newest = one;
                newestNanos = request.askedNanos(one);
            }
        }
        if (newest != null) {
            newest.bought = true;
        }
        return newest != null;
    }
}
