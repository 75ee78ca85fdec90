package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import io.leakage.core.order.Display;
import io.leakage.core.order.Execution;
import io.leakage.core.order.Order;
import io.leakage.core.order.ParentOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where and how long one parent's children waited, and what became of it; its own order's when no child works it. A replace that lowers the
 * quantity alone goes on waiting; any other one begins to wait anew. What still waits waited until the parent's last message.
 */
final class Rests {
    private final Meter meter;
    private final ParentOrder parent;
    /** By the child's number + 1; first those of the own order. */
    private final List<List<Rest>> ofOrders = new ArrayList<>(1);
    private final Incidence sums = new Incidence();
    private int children;
    private long undecided;
    private long flags;
    private long truncation;
    private boolean stale = true;
    private boolean began;

    Rests(Meter meter, ParentOrder parent) {
        this.meter = meter;
        this.parent = parent;
    }

    /** Looks at the orders that changed; new questions go on the agenda, none while there is none. */
    void ask(Agenda<Question> agenda) {
        for (int i = 0; i < parent.children() && !began; i++) {
            if (parent.child(i) != null) {
                follow(parent.child(i), at(i + 1), agenda);
            }
        }
        began = true;
        List<Order> changed = parent.changedChildren();
        for (int i = 0; i < changed.size(); i++) {
            follow(changed.get(i), at(changed.get(i).number() + 1), agenda);
        }
        List<Execution> executions = parent.changedExecutions();
        for (int i = 0; i < executions.size(); i++) {
            Order order = executions.get(i).order();
            boolean ours = order.number() >= 0 && order.number() < parent.children() && parent.child(order.number()) == order;
            if (ours) {
                follow(order, at(order.number() + 1), agenda);
            }
        }
        if (parent.alone() != null) {
            follow(parent.alone(), at(0), agenda);
        } else if (!ofOrders.isEmpty()) {
            forgetFrom(0, ofOrders.get(0));
        }
    }

    private void follow(Order order, List<Rest> those, Agenda<Question> agenda) {
        for (int i = 0; i < those.size(); i++) {
            those.get(i).sum(sums, false);
        }
        int count = 0;
        Rest rest = null;
        Display before = null;
        for (int i = 0; i < order.displays(); i++) {
            Display display = order.display(i);
            truncation = Math.max(truncation, display.truncation());
            if (rest != null && display.price() == before.price() && display.quantity() <= before.quantity()) {
                rest.withdrawn(display.nanos(), before.quantity() - display.quantity());
            } else {
                leave(rest, order, display.nanos());
                rest = null;
                if (display.price() != Absent.LONG && display.quantity() != Absent.LONG) {
                    rest = at(those, count++);
                    begin(rest, display, order, agenda);
                }
            }
            before = display;
        }
        leave(rest, order, Absent.LONG);
        forgetFrom(count, those);
        for (int i = 0; i < count; i++) {
            those.get(i).sum(sums, true);
        }
        stale = true;
    }

    /** One was answered. */
    void answered(Rest rest) {
        rest.sum(sums, false);
        rest.sum(sums, true);
        stale = true;
    }

    private void begin(Rest rest, Display display, Order order, Agenda<Question> agenda) {
        long left = display.quantity();
        for (int i = 0; i < order.executions(); i++) {
            Execution execution = order.execution(i);
            left -= execution.nanos() < display.nanos() ? execution.quantity() : 0;
        }
        Side side = order.side() == null ? parent.side() : order.side();
        boolean asks = rest.begin(side, display.nanos(), display.truncation(), display.price(), Math.max(0, left));
        if (asks && agenda != null) {
            agenda.add(rest);
        }
    }

    /** It ended when the order showed something else, or with the order. */
    private void leave(Rest rest, Order order, long moved) {
        if (rest == null) {
            return;
        }
        for (int i = 0; i < order.executions(); i++) {
            Execution execution = order.execution(i);
            truncation = Math.max(truncation, execution.truncation());
            if (execution.nanos() >= rest.start() && (moved == Absent.LONG || execution.nanos() < moved)) {
                rest.filled(execution.nanos(), execution.quantity());
            }
        }
        long end = moved == Absent.LONG ? order.withdrawnNanos() : moved;
        if (end != Absent.LONG) {
            truncation = Math.max(truncation, order.truncation());
            rest.withdrawn(end, rest.waiting());
        }
    }

    private void forgetFrom(int first, List<Rest> those) {
        for (int i = first; i < those.size(); i++) {
            those.get(i).sum(sums, false);
            those.get(i).forget();
        }
    }

    private List<Rest> at(int place) {
        while (ofOrders.size() <= place) {
            ofOrders.add(new ArrayList<>(1));
        }
        return ofOrders.get(place);
    }

    private Rest at(List<Rest> those, int index) {
        while (those.size() <= index) {
            those.add(new Rest(meter));
        }
        return those.get(index);
    }

    /** Puts every open question on the agenda. */
    void await(Agenda<Question> agenda) {
        for (int i = 0; i < ofOrders.size(); i++) {
            List<Rest> those = ofOrders.get(i);
            for (int j = 0; j < those.size(); j++) {
                if (those.get(j).isOpen()) {
                    agenda.add(those.get(j));
                }
            }
        }
    }

    /** Answers again what a hole had kept from being known. {@return whether there was something} */
    boolean answerAgain(Listing listing) {
        boolean any = false;
        for (int i = 0; i < ofOrders.size(); i++) {
            List<Rest> those = ofOrders.get(i);
            for (int j = 0; j < those.size(); j++) {
                Rest rest = those.get(j);
                if (!rest.isOpen() && AsOf.isRepairable(rest.flags())) {
                    rest.answer(listing);
                    any = true;
                }
            }
        }
        return any;
    }

    private void settle() {
        if (!stale) {
            return;
        }
        stale = false;
        children = 0;
        undecided = 0;
        flags = 0;
        sums.clearWaiting();
        for (int i = 0; i < ofOrders.size(); i++) {
            List<Rest> those = ofOrders.get(i);
            boolean any = false;
            for (int j = 0; j < those.size(); j++) {
                look(those.get(j));
                any |= those.get(j).isSummed();
            }
            children += any ? 1 : 0;
        }
    }

    private void look(Rest rest) {
        if (rest.isUndecided()) {
            undecided += rest.shares();
            flags |= rest.flags();
        } else if (rest.isSummed() && rest.waiting() > 0) {
            sums.waits(Math.max(0, parent.lastNanos() - rest.start()), rest.waiting());
            flags |= Flag.OPEN.bit();
        }
    }

    /** {@return number of children that waited at the touch} */
    int children() {
        settle();
        return children;
    }

    /** {@return what became of those} */
    Incidence sums() {
        settle();
        return sums;
    }

    /** {@return shares of those of which nobody knows whether it was at the touch} */
    long undecided() {
        settle();
        return undecided;
    }

    /** {@return {@link Flag} bits: OPEN while some still wait, and why some are undecided} */
    long flags() {
        settle();
        return flags;
    }

    /** {@return by how many nanoseconds an age may be off} */
    long coarseness() {
        return Math.max(0, truncation - 1);
    }
}
