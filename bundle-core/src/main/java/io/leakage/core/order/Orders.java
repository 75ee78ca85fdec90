package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ArrivalSource;
import io.leakage.api.score.Flag;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All own orders: which ClOrdID belongs to which order, which order to which parent, and every execution once. A message that fits nothing
 * is counted, never thrown.
 */
public final class Orders {
    private final List<ParentOrder> parents = new ArrayList<>();
    private final List<ParentOrder> touched = new ArrayList<>();
    private Order[] byName = new Order[1024];
    private Order[] byOrderId = new Order[1024];
    private ParentOrder[] parentByName = new ParentOrder[1024];
    private Execution[] byExecution = new Execution[1024];
    private int[] deskByAccount = new int[0];
    private long unapplied;

    /** {@return number of parents} */
    public int parents() {
        return parents.size();
    }

    /** {@return messages that fitted no order} */
    public long unapplied() {
        return unapplied;
    }

    /** Gives an account to a desk or takes it away; parents that arrive later belong to it. */
    public void assign(int account, int desk, boolean given) {
        int before = deskByAccount.length;
        if (account >= before) {
            deskByAccount = Arrays.copyOf(deskByAccount, Math.max(account + 1, before * 2));
            Arrays.fill(deskByAccount, before, deskByAccount.length, Absent.NAME);
        }
        deskByAccount[account] = given ? desk : Absent.NAME;
    }

    /**
     * Applies one drop-copy message.
     *
     * @param event of kind ORDER
     * @return the parents it changed; read before the next call, and {@link ParentOrder#forgetChanges} each
     */
    public List<ParentOrder> apply(LeakageEvent event) {
        touched.clear();
        OrderReport report = event.order;
        Order order = orderOf(report);
        if (order == null) {
            unapplied++;
            return touched;
        }
        describe(order, event);
        link(order, report.parent);
        switch (report.msgType) {
            case 'D' -> newOrder(order, event);
            case '8' -> executionReport(order, event);
            case '9' -> order.state = report.ordStatus == 0 ? order.state : report.ordStatus;
            default -> {
                // F and G only ask; what comes of it is told by 8 or 9
            }
        }
        settleArrival(order, event);
        changed(order);
        for (int i = 0; i < touched.size(); i++) {
            touched.get(i).summarise();
        }
        return touched;
    }

    private Order orderOf(OrderReport report) {
        Order order = at(byName, report.order);
        if (order == null) {
            order = at(byName, report.original);
        }
        if (order == null) {
            order = at(byOrderId, report.orderId);
        }
        if (order == null && report.order != Absent.NAME && (report.msgType == 'D' || report.msgType == '8')) {
            order = new Order(report.order);
        }
        if (order != null && report.order != Absent.NAME) {
            byName = put(byName, report.order, order);
        }
        if (order != null && report.orderId != Absent.NAME) {
            byOrderId = put(byOrderId, report.orderId, order);
        }
        return order;
    }

    /** Takes over what a message says of the order itself; a request (F, G) says what is wished, not what is. */
    private static void describe(Order order, LeakageEvent event) {
        OrderReport report = event.order;
        order.orderId = known(report.orderId, order.orderId);
        order.account = known(report.account, order.account);
        order.venue = known(report.venue, order.venue);
        order.strategy = known(report.strategy, order.strategy);
        order.instrument = known(event.instrument, order.instrument);
        order.side = report.side == null ? order.side : report.side;
        boolean first = report.msgType == 'D' && order.quantity == Absent.LONG;
        if (first || report.msgType == '8' && !isPending(report)) {
            order.quantity = report.orderQty == Absent.LONG ? order.quantity : report.orderQty;
            order.price = report.price == Absent.LONG ? order.price : report.price;
        }
        if (!report.timed) {
            order.flags |= Flag.TIME_INFERRED.bit();
        }
    }

    /** A pending cancel or replace may already carry what is asked for; the order is as it was until that is accepted. */
    private static boolean isPending(OrderReport report) {
        return report.execType == 'E' || report.execType == '6';
    }

    private static void newOrder(Order order, LeakageEvent event) {
        if (!order.newOrderSeen) {
            order.newOrderSeen = true;
            order.sent(event.venueNanos, event.order.truncation);
        }
    }

    private void executionReport(Order order, LeakageEvent event) {
        OrderReport report = event.order;
        if (report.execTransType == '3' || report.execType == 'I') {
            return;
        }
        if (order.sentNanos == Absent.LONG) {
            order.sent(event.venueNanos, event.order.truncation);
        }
        boolean news = true;
        if (report.execType == 'H' || report.execTransType == '1') {
            news = bust(report);
        } else if (report.execType == 'G' || report.execTransType == '2') {
            news = correct(event);
        } else if (isTrade(report)) {
            news = fill(order, event);
        }
        if (news) {
            order.state = report.ordStatus == 0 ? order.state : report.ordStatus;
            if (report.order != Absent.NAME && !isPending(report)) {
                order.name = report.order;
            }
            reconcile(order, report);
        }
    }

    private static boolean isTrade(OrderReport report) {
        return report.execType == 'F' || (report.execType == '1' || report.execType == '2') && report.lastQty != Absent.LONG
                && report.lastQty > 0;
    }

    /** {@return false when this execution was booked before} */
    private boolean fill(Order order, LeakageEvent event) {
        OrderReport report = event.order;
        if (report.lastPx == Absent.LONG || report.lastQty == Absent.LONG || report.execution == Absent.NAME) {
            unapplied++;
            order.flags |= Flag.RECON_MISMATCH.bit();
            return true;
        }
        Execution known = at(byExecution, report.execution);
        if (known != null) {
            if (known.order != order || !sameTrade(known, event)) {
                order.flags |= Flag.CONFLICT.bit();
            }
            return false;
        }
        Execution execution = new Execution(order, report.execution);
        tell(execution, event);
        if (order.isDone() && order.state != '2') {
            execution.flags |= Flag.LATE_FILL.bit();
        }
        byExecution = put(byExecution, report.execution, execution);
        order.executions.add(execution);
        order.executed += execution.quantity;
        order.parent.book(execution);
        return true;
    }

    private static boolean sameTrade(Execution known, LeakageEvent event) {
        return Flag.CORRECTED.in(known.flags) || known.price == event.order.lastPx && known.quantity == event.order.lastQty;
    }

    private static void tell(Execution execution, LeakageEvent event) {
        OrderReport report = event.order;
        execution.nanos = event.venueNanos;
        execution.truncation = report.truncation;
        execution.price = report.lastPx;
        execution.quantity = report.lastQty;
        execution.liquidity = report.lastLiquidityInd;
        execution.venue = known(report.venue, execution.venue);
        execution.flags |= execution.order.isThroughLimit(report.lastPx) ? Flag.FILL_THROUGH_LIMIT.bit() : 0;
        execution.flags |= report.timed ? 0 : Flag.TIME_INFERRED.bit();
    }

    private boolean bust(OrderReport report) {
        Execution execution = at(byExecution, report.executionRef);
        if (execution == null) {
            unapplied++;
            return true;
        }
        if (execution.busted) {
            return false;
        }
        execution.busted = true;
        execution.flags |= Flag.CORRECTED.bit();
        execution.order.executed -= execution.quantity;
        execution.parent.recount(execution);
        return true;
    }

    private boolean correct(LeakageEvent event) {
        OrderReport report = event.order;
        Execution execution = at(byExecution, report.executionRef);
        if (execution == null || report.lastPx == Absent.LONG || report.lastQty == Absent.LONG) {
            unapplied++;
            return true;
        }
        if (report.execution != Absent.NAME) {
            if (at(byExecution, report.execution) != null) {
                return false;
            }
            byExecution = put(byExecution, report.execution, execution);
        }
        long nanos = execution.nanos;
        long truncation = execution.truncation;
        execution.order.executed += report.lastQty - execution.quantity;
        execution.flags = Flag.CORRECTED.bit();
        tell(execution, event);
        execution.truncation = truncation;
        execution.nanos = nanos;   // a correction tells a better price, not a later trade
        execution.parent.recount(execution);
        return true;
    }

    private static void reconcile(Order order, OrderReport report) {
        if (report.cumQty != Absent.LONG) {
            long mismatch = Flag.RECON_MISMATCH.bit();
            order.flags = report.cumQty == order.executed ? order.flags & ~mismatch : order.flags | mismatch;
        }
    }

    private void link(Order order, int parentName) {
        if (parentName != Absent.NAME && at(byName, parentName) != order) {
            ParentOrder parent = parentNamed(parentName);
            if (order.parent != parent && parent.own != order) {
                move(order, parent);
            }
        } else if (order.parent == null) {
            ParentOrder own = at(parentByName, order.name);
            own = own == null ? create(order.name) : own;
            own.own = order;
            order.parent = own;
            order.hasChildren = own.children() > 0;
            adopt(own, order);
        }
    }

    /** The parent of that name; when the name is itself a child's, the parent above it. */
    private ParentOrder parentNamed(int name) {
        Order named = at(byName, name);
        if (named != null) {
            if (!named.hasChildren) {
                named.hasChildren = true;
                for (Execution execution : named.executions) {
                    named.parent.recount(execution);
                }
                touch(named.parent);
            }
            return named.parent;
        }
        ParentOrder parent = at(parentByName, name);
        return parent == null ? create(name) : parent;
    }

    private ParentOrder create(int name) {
        ParentOrder parent = new ParentOrder(parents.size(), name);
        parents.add(parent);
        parentByName = put(parentByName, name, parent);
        return parent;
    }

    /** Puts an order under a parent, with what it has executed; whoever had it before no longer counts it. */
    private void move(Order order, ParentOrder parent) {
        ParentOrder before = order.parent == null ? at(parentByName, order.name) : order.parent;
        order.parent = parent;
        if (before != null && before != parent) {
            release(before, order, parent);
        }
        order.number = parent.children.size();
        parent.children.add(order);
        adopt(parent, order);
        for (int i = 0; i < order.executions.size(); i++) {
            Execution old = order.executions.get(i);
            if (before != null) {
                before.recount(old);
            }
            Execution again = copy(old);
            order.executions.set(i, again);
            parent.book(again);
        }
    }

    private void release(ParentOrder before, Order order, ParentOrder parent) {
        touch(before);
        if (order.number >= 0) {
            before.children.set(order.number, null);
            return;
        }
        before.own = null;
        before.retired = true;
        order.hasChildren = before.children() > 0;
        for (Order child : new ArrayList<>(before.children)) {
            if (child != null) {
                move(child, parent);
            }
        }
    }

    private Execution copy(Execution old) {
        Execution again = new Execution(old.order, old.name);
        again.nanos = old.nanos;
        again.truncation = old.truncation;
        again.price = old.price;
        again.quantity = old.quantity;
        again.liquidity = old.liquidity;
        again.venue = old.venue;
        again.flags = old.flags;
        again.busted = old.busted;
        for (int i = 0; i < byExecution.length; i++) {
            if (byExecution[i] == old) {
                byExecution[i] = again;
            }
        }
        return again;
    }

    private void adopt(ParentOrder parent, Order order) {
        if (parent.instrument == Absent.NAME) {
            parent.instrument = order.instrument;
        }
        if (parent.side == null) {
            parent.side = order.side;
        }
        if (parent.desk == Absent.NAME && order.account != Absent.NAME && order.account < deskByAccount.length) {
            parent.desk = deskByAccount[order.account];
        }
    }

    private static void settleArrival(Order order, LeakageEvent event) {
        ParentOrder parent = order.parent;
        boolean own = parent.own == order;
        ArrivalSource source = !own ? ArrivalSource.FIRST_CHILD
                : order.newOrderSeen ? ArrivalSource.NEW_ORDER_SINGLE : ArrivalSource.FIRST_REPORT;
        if (parent.arrivalNanos == Absent.LONG || source.ordinal() < parent.arrivalSource.ordinal()) {
            parent.arrivalNanos = order.sentNanos == Absent.LONG ? event.venueNanos : order.sentNanos;
            parent.arrivalTruncation = order.sentNanos == Absent.LONG ? event.order.truncation : order.sentTruncation;
            parent.arrivalSource = source;
        }
    }

    private void changed(Order order) {
        adopt(order.parent, order);
        if (order.number >= 0) {
            order.parent.changedChildren.add(order);
        }
        touch(order.parent);
    }

    private void touch(ParentOrder parent) {
        if (!parent.touched) {
            parent.touched = true;
            touched.add(parent);
        }
    }

    private static int known(int told, int before) {
        return told == Absent.NAME ? before : told;
    }

    private static <T> T at(T[] table, int name) {
        return name >= 0 && name < table.length ? table[name] : null;
    }

    private static <T> T[] put(T[] table, int name, T value) {
        T[] roomy = name < table.length ? table : Arrays.copyOf(table, Math.max(name + 1, table.length * 2));
        roomy[name] = value;
        return roomy;
    }
}
