package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** All parents: which order belongs to which, and what changes when that turns out otherwise. */
final class Parents {
    private final List<ParentOrder> all = new ArrayList<>();
    private final List<ParentOrder> touched = new ArrayList<>();
    private final Opposites opposites = new Opposites();
    private final OrderTable orders;
    private final Copies copies;
    private final Patience patience;
    private ParentOrder[] byName = new ParentOrder[1024];
    private final Claims claims = new Claims();
    private BiConsumer<Order, Order> joined = (order, other) -> { };
    private boolean moved;

    /**
     * @param orders   finds an order by the name a child gives for its parent
     * @param copies   knows which orders are in doubt
     * @param patience of the message at hand: when a parent's id may mean another
     */
    Parents(OrderTable orders, Copies copies, Patience patience) {
        this.orders = orders;
        this.copies = copies;
        this.patience = patience;
    }

    /** Tells of each order that another, which is no more, turned out to be. */
    void whenJoined(BiConsumer<Order, Order> hearer) {
        joined = hearer;
    }

    /** So many numbers are of parents that are known no more. */
    void leaveOut(int count) {
        for (int i = 0; i < count; i++) {
            all.add(null);
        }
    }

    /** An order of such a parent had this id: what comes of it late is that parent's, under its number. */
    void leaveOut(int number, int name, int order, long nanos) {
        if (all.get(number) == null) {
            all.set(number, new ParentOrder(number, name));
        }
        if (all.get(number).own == null && all.get(number).children.isEmpty()) {
            all.get(number).leaveOut(nanos);
        }
        byName = OrderTable.put(byName, order, all.get(number));
    }

    ParentOrder at(int number) {
        return all.get(number);
    }

    int count() {
        return all.size();
    }

    void claim(int key, int value, int desk, boolean given) {
        claims.claim(key, value, desk, given);
        for (int i = 0; given && i < all.size(); i++) {
            ParentOrder parent = all.get(i);
            if (parent != null && parent.desk == Absent.NAME && !parent.retired) {
                adoptLate(parent);
            }
        }
    }

    /** The first of its orders that a desk claims decides, its own before its children. */
    private void adoptLate(ParentOrder parent) {
        int desk = parent.own == null ? Absent.NAME : claims.desk(parent.own);
        for (int i = 0; desk == Absent.NAME && i < parent.children.size(); i++) {
            desk = parent.children.get(i) == null ? Absent.NAME : claims.desk(parent.children.get(i));
        }
        if (desk != Absent.NAME) {
            parent.desk = desk;
            touch(parent);
        }
    }

    /** Begins with what the next message changes. */
    void begin() {
        touched.clear();
        moved = false;
    }

    /** {@return whether orders have gone to another parent or turned out to be one since {@link #begin}} */
    boolean haveMoved() {
        return moved;
    }

    /** {@return the parents changed since {@link #begin}} */
    List<ParentOrder> touched() {
        return touched;
    }

    /** {@return the parents changed since {@link #begin}, each with its flags and end worked out} */
    List<ParentOrder> changed() {
        for (int i = 0; i < touched.size(); i++) {
            ParentOrder parent = touched.get(i);
            if (parent.own != null) {
                copies.weigh(parent.own);
            }
            parent.summarise();
            if (!parent.entered && parent.instrument != Absent.NAME && parent.side != null) {
                parent.entered = true;
                enter(parent);
            }
        }
        return touched;
    }

    private void enter(ParentOrder parent) {
        List<ParentOrder> discovered = new ArrayList<>(0);
        opposites.enter(parent, discovered);
        parent.summarise();
        for (int i = 0; i < discovered.size(); i++) {
            touch(discovered.get(i));
        }
    }

    /**
     * Puts an order where it belongs.
     *
     * @param order      a message of it is at hand
     * @param parentName the parent that message names, {@code Absent.NAME} when none
     * @param nanos      its time: a parent that is over since yesterday is not meant by today's orders
     */
    void link(Order order, int parentName, long nanos) {
        if (parentName != Absent.NAME && orders.at(parentName) != order) {
            boolean linked = order.number >= 0 && order.parent.name() == parentName;
            ParentOrder parent = linked ? order.parent : parentNamed(parentName, order.parent == null ? nanos : Absent.LONG);
            if (order.parent != parent && parent.own != order) {
                move(order, parent);
            }
        } else if (order.parent == null) {
            ParentOrder own = OrderTable.at(byName, order.name());
            if (own != null && own.leftOut && own.name() != order.name() && !own.isOver(nanos, patience.idNanos)) {
                move(order, own);
                return;
            }
            own = own == null || own.own != null || own.retired || own.isOver(nanos, patience.idNanos) ? create(order.name()) : own;
            own.own = order;
            order.parent = own;
            order.hasChildren = own.children() > 0;
            absorbAsker(own, order);
            own.steps.addAll(order.steps);
            copies.shareAll(own);
            adopt(own, order);
        }
    }

    /** The parent of that name; when the name is itself a child's, the parent above it. */
    private ParentOrder parentNamed(int name, long nanos) {
        Order named = orders.at(name);
        ParentOrder parent = OrderTable.at(byName, name);
        if (named != null && named.parent != null && !named.parent.isOver(nanos, patience.idNanos)) {
            if (!named.hasChildren) {
                named.hasChildren = true;
                named.flag(Flag.NOT_ACKNOWLEDGED, false);
                named.parent.recount(named.executions);
                named.parent.relinks++;
                touch(named.parent);
            }
            return named.parent;
        }
        return parent == null || parent.retired || parent.isOver(nanos, patience.idNanos) ? create(name) : parent;
    }

    private ParentOrder create(int name) {
        ParentOrder parent = new ParentOrder(all.size(), name);
        all.add(parent);
        byName = OrderTable.put(byName, name, parent);
        return parent;
    }

    /** Puts an order under a parent, with what it has executed; whoever had it before no longer counts it. */
    private void move(Order order, ParentOrder parent) {
        ParentOrder before = order.parent == null ? childrenOf(order) : order.parent;
        order.parent = parent;
        if (before != null && before != parent) {
            moved = true;
            before.leave(order.executions);
            before.steps.removeAll(order.steps);
            release(before, order, parent);
        }
        order.number = parent.children.size();
        parent.children.add(order);
        adopt(parent, order);
        for (int i = 0; i < order.executions.size(); i++) {
            parent.book(order.executions.get(i));
        }
        parent.steps.addAll(order.steps);
        changed(order);
    }

    /** The parent that only children have named so far, when it is this order; it turns out to be a child itself. */
    private ParentOrder childrenOf(Order order) {
        ParentOrder named = OrderTable.at(byName, order.name());
        return named == null || named.own != null ? null : named;
    }

    private void release(ParentOrder before, Order order, ParentOrder parent) {
        touch(before);
        if (order.number >= 0) {
            before.forget(order);
            return;
        }
        before.own = null;
        before.retired = true;
        before.relinks++;
        order.hasChildren = before.children() > 0;
        absorbAsker(before, order);
        for (Order child : new ArrayList<>(before.children)) {
            if (child != null) {
                move(child, parent);
            }
        }
    }

    /** The order for which quotes were asked before any message of it; the parent it now has takes its steps. */
    private void absorbAsker(ParentOrder parent, Order order) {
        Order asker = parent.asker;
        if (asker == null) {
            return;
        }
        parent.asker = null;
        parent.steps.removeAll(asker.steps);
        parent.relinks++;
        for (Step step : asker.steps) {
            order.steps.add(new Step(order, step.kind(), step.nanos(), step.truncation()));
        }
        joined.accept(order, asker);
        moved = true;
    }

    /** Two orders turned out to be one: what the other executed is this one's, and the other is no more. */
    void merge(Order order, Order other) {
        ParentOrder before = other.parent;
        before.leave(other.executions);
        for (int i = 0; i < other.executions.size(); i++) {
            Execution execution = other.executions.get(i);
            execution.order = order;
            order.executions.add(execution);
            order.parent.book(execution);
        }
        order.recount();
        for (int i = 0; i < other.steps.size(); i++) {
            order.step(other.steps.get(i).kind(), other.steps.get(i).nanos(), other.steps.get(i).truncation());
        }
        before.steps.removeAll(other.steps);
        if (other.number >= 0) {
            before.forget(other);
        } else {
            before.own = null;
            before.retired = true;
            before.relinks++;
        }
        touch(before);
        joined.accept(order, other);
        moved = true;
    }

    private void adopt(ParentOrder parent, Order order) {
        if (parent.instrument == Absent.NAME) {
            parent.instrument = order.instrument;
        }
        if (parent.side == null) {
            parent.side = order.side;
        }
        if (parent.desk == Absent.NAME) {
            parent.desk = claims.desk(order);
        }
    }

    /** Something of an order changed: its parent's rows are to be written. */
    void changed(Order order) {
        adopt(order.parent, order);
        copies.share(order);
        copies.weigh(order);
        order.parent.follow(order);
        touch(order.parent);
    }

    /** {@return the parent of that name, null when none is known} */
    ParentOrder named(int name) {
        ParentOrder known = OrderTable.at(byName, name);
        return known == null || known.retired ? null : known;
    }

    /** Something of a parent changed: its rows are to be written. */
    void touch(ParentOrder parent) {
        if (!parent.touched) {
            parent.touched = true;
            touched.add(parent);
        }
    }
}
