package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.ArrivalSource;
import io.leakage.api.score.Flag;
import java.util.ArrayList;
import java.util.List;

/**
 * What the trader wants done: the children that work it and the executions that count for it. When children are known, only theirs count;
 * an order nobody names and that names nobody is its own parent.
 */
public final class ParentOrder {
    private final int number;
    private final int name;
    final List<Order> children = new ArrayList<>();
    final List<Execution> executions = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final List<Order> changedChildren = new ArrayList<>();
    final List<Execution> changedExecutions = new ArrayList<>();
    /** The order that carries the parent's own ClOrdID; null until a message of it was seen. */
    Order own;
    Order asker;
    boolean retired;
    /** It was over long ago, and is known no more but for its number. */
    boolean leftOut;
    /** How often orders left it, or one of it turned out to have children of its own. */
    int relinks;
    boolean touched;
    /** Looked at for parents on the other side. */
    boolean entered;
    boolean crossed;
    /** What it executed was corrected, busted or restated since its rows were written. */
    boolean amended;
    int desk = Absent.NAME;
    int instrument = Absent.NAME;
    Side side;
    long arrivalNanos = Absent.LONG;
    long arrivalTruncation;
    ArrivalSource arrivalSource = ArrivalSource.FIRST_CHILD;
    /** The first its children told. */
    private long decisionPrice = Absent.LONG;
    private boolean done;
    private long endNanos = Absent.LONG;
    private long flags;
    private long lastNanos = Absent.LONG;
    private int working;
    private long childFlags;
    private boolean childFlagsStale;
    private final Ledger ledger = new Ledger();

    ParentOrder(int number, int name) {
        this.number = number;
        this.name = name;
    }

    /** {@return what asks are steps of while no order is known: a parent in name only} */
    static ParentOrder apart(int number, int instrument, Side side) {
        ParentOrder apart = new ParentOrder(number, Absent.NAME);
        apart.instrument = instrument;
        apart.side = side;
        apart.own = new Order(Absent.NAME);
        apart.own.parent = apart;
        return apart;
    }

    /** {@return whether it only stands for an instrument, in which quotes were asked for and no order is known: it has no row} */
    public boolean isApart() {
        return number < 0;
    }

    /** {@return who asks for quotes when no message of the parent itself was seen} */
    Order asker() {
        if (own == null && asker == null) {
            asker = new Order(name);
            asker.parent = this;
        }
        return own == null ? asker : own;
    }

    /** {@return its number, dense from 0; below 0 where it {@link #isApart}} */
    public int number() {
        return number;
    }

    /** {@return the order that carries the parent's own ClOrdID; null until a message of it was seen} */
    public Order own() {
        return own;
    }

    /** {@return its ClOrdID} */
    public int name() {
        return name;
    }

    /** {@return its desk's name, {@code Absent.NAME} while none claims it} */
    public int desk() {
        return desk;
    }

    /** {@return its instrument, {@code Absent.NAME} until a message told it} */
    public int instrument() {
        return instrument;
    }

    /** {@return its side, null until a message told it} */
    public Side side() {
        return side;
    }

    /** {@return OrderQty of its own order, or {@code Absent.LONG}} */
    public long quantity() {
        return own == null ? Absent.LONG : own.quantity;
    }

    /** {@return the name of its own strategy, {@code Absent.NAME} when it told none} */
    public int strategy() {
        return own == null ? Absent.NAME : own.strategy;
    }

    /** {@return the name of its own executing broker, {@code Absent.NAME} when it told none} */
    public int broker() {
        return own == null ? Absent.NAME : own.broker;
    }

    /** {@return arrival time, nanoseconds since the epoch, or {@code Absent.LONG}} */
    public long arrivalNanos() {
        return arrivalNanos;
    }

    /** {@return for how many nanoseconds from {@link #arrivalNanos} on it may have arrived, 0 when the time is exact} */
    public long arrivalTruncation() {
        return arrivalTruncation;
    }

    /** {@return where the arrival time came from} */
    public ArrivalSource arrivalSource() {
        return arrivalSource;
    }

    /** {@return price when it was decided to trade, units of 1e-8, {@code Absent.LONG} when nobody told one} */
    public long decisionPrice() {
        return own == null || own.decisionPrice == Absent.LONG ? decisionPrice : own.decisionPrice;
    }

    /** {@return when it ended, nanoseconds since the epoch: time of the message that ended it; {@code Absent.LONG} while it works} */
    public long endNanos() {
        return endNanos;
    }

    /** {@return what counts of its executions} */
    public Ledger ledger() {
        return ledger;
    }

    /** {@return number of children} */
    public int children() {
        return children.size();
    }

    /** {@return one of its children, null where one turned out to be another's} */
    public Order child(int index) {
        return children.get(index);
    }

    /** {@return the order itself when no child works it, else null} */
    public Order alone() {
        return children.isEmpty() ? own : null;
    }

    /** {@return the latest time told of it or its children, {@code Absent.LONG} when none was} */
    public long lastNanos() {
        return lastNanos;
    }

    /** {@return number of executions ever booked, busted ones included} */
    public int executions() {
        return executions.size();
    }

    /** {@return an execution, busted ones included} */
    public Execution execution(int index) {
        return executions.get(index);
    }

    /** {@return number of steps that its orders ever took} */
    public int steps() {
        return steps.size();
    }

    /** {@return a step; whether it is still one of this parent, {@link Step#isOf} tells} */
    public Step step(int index) {
        return steps.get(index);
    }

    /** {@return a number that changes whenever a step or an execution that was this parent's may no longer be} */
    public int relinks() {
        return relinks;
    }

    /** {@return children that changed since {@link #forgetChanges}} */
    public List<Order> changedChildren() {
        return changedChildren;
    }

    /** {@return executions that changed since {@link #forgetChanges}} */
    public List<Execution> changedExecutions() {
        return changedExecutions;
    }

    /** Says that the changes were taken. */
    public void forgetChanges() {
        changedChildren.clear();
        changedExecutions.clear();
        touched = false;
        amended = false;
    }

    /** {@return whether an execution was corrected, busted or restated since {@link #forgetChanges}} */
    public boolean isAmended() {
        return amended;
    }

    /** {@return whether it turned out to be another's child} */
    public boolean isRetired() {
        return retired;
    }

    /** {@return whether it is finished: filled, or its own order ended, or, when nobody told its quantity, all its children ended} */
    public boolean isDone() {
        return done;
    }

    /** {@return OrdStatus (39): its own order's when the street reports on it, else what its executions make it} */
    public char state() {
        char told = own == null ? '0' : own.state();
        if (told != 'A' && told != '0' || ledger.executed() == 0) {
            return told;
        }
        return isDone() ? '2' : '1';
    }

    /** {@return {@link Flag} bits of the order as a whole} */
    public long flags() {
        return flags;
    }

    /** {@return what its newest report, or that of its only order, says it executed; {@code Absent.LONG} when none does} */
    public long toldExecuted() {
        return own == null ? Absent.LONG : own.toldExecuted();
    }

    /** {@return LeavesQty of its own newest report, or {@code Absent.LONG}} */
    public long toldLeaves() {
        return own == null ? Absent.LONG : own.toldLeaves();
    }

    /** {@return AvgPx of its own newest report in units of 1e-8, or {@code Absent.LONG}} */
    public long toldAverage() {
        return own == null ? Absent.LONG : own.toldAverage();
    }

    /** {@return what may still be executed of its own quantity, {@code Absent.LONG} when nobody told that} */
    public long leaves() {
        if (own == null || own.quantity == Absent.LONG) {
            return Absent.LONG;
        }
        return isDone() ? 0 : Math.max(0, own.quantity - ledger.executed());
    }

    /** {@return whether it is finished, and nothing was heard of it for so long that its id may be another's now} */
    boolean isOver(long nanos, long silenceNanos) {
        return done && nanos != Absent.LONG && lastNanos != Absent.LONG && nanos - lastNanos > silenceNanos;
    }

    /** It is known no more but for its number: it was over, and heard of last then. */
    void leaveOut(long nanos) {
        leftOut = true;
        done = true;
        lastNanos = Math.max(lastNanos, nanos);
    }

    /** Takes an execution in, counted or not as its order says. */
    void book(Execution execution) {
        execution.parent = this;
        execution.number = executions.size();
        execution.counted = counts(execution);
        executions.add(execution);
        ledger.include(execution, execution.counted);
        changedExecutions.add(execution);
    }

    /** Counts an execution again after it was corrected, busted or told by a child. */
    void recount(Execution execution) {
        count(execution);
        ledger.recount(executions, false);
    }

    /** Counts executions again, as one. */
    void recount(List<Execution> again) {
        for (int i = 0; i < again.size(); i++) {
            if (again.get(i).parent == this) {
                count(again.get(i));
            }
        }
        ledger.recount(executions, false);
    }

    /** Lets executions go to another parent; a trace of each stays, counting for nobody, so that places do not change. */
    void leave(List<Execution> leaving) {
        for (int i = 0; i < leaving.size(); i++) {
            Execution execution = leaving.get(i);
            if (execution.parent == this) {
                Execution trace = execution.trace();
                executions.set(execution.number, trace);
                changedExecutions.add(trace);
            }
        }
        ledger.recount(executions, false);
    }

    private void count(Execution execution) {
        execution.counted = counts(execution);
        changedExecutions.add(execution);
    }

    private boolean counts(Execution execution) {
        return execution.stands() && !execution.order.hasChildren && execution.order.parent == this;
    }

    /** A child is one no longer; its place keeps its name, and nothing else. */
    void forget(Order child) {
        relinks++;
        children.set(child.number, null);
        working -= child.followedDone ? 0 : 1;
        childFlagsStale = true;
        child.followedDone = true;
        child.followedFlags = 0;
        changedChildren.remove(child);
        changedChildren.add(child.trace());
    }

    /** Takes over how an order of it stands now. */
    void follow(Order order) {
        lastNanos = order.lastNanos == Absent.LONG ? lastNanos : Math.max(lastNanos, order.lastNanos);
        if (order.number < 0) {
            return;
        }
        if (!changedChildren.contains(order)) {
            changedChildren.add(order);
        }
        decisionPrice = decisionPrice == Absent.LONG ? order.decisionPrice : decisionPrice;
        boolean orderDone = order.isDone();
        working += (orderDone ? 0 : 1) - (order.followedDone ? 0 : 1);
        childFlagsStale |= (order.followedFlags & ~order.flags) != 0;
        childFlags |= order.flags;
        order.followedDone = orderDone;
        order.followedFlags = order.flags;
    }

    /** Works out once a message what every row needs: whether it is done, and its flags. */
    void summarise() {
        if (own != null && own.hasChildren) {
            own.reconcile();
        }
        done = own == null ? working == 0 : own.isDone() || isFilled();
        endNanos = !done ? Absent.LONG : endNanos == Absent.LONG ? lastNanos : endNanos;
        if (childFlagsStale) {
            childFlagsStale = false;
            childFlags = 0;
            for (int i = 0; i < children.size(); i++) {
                childFlags |= children.get(i) == null ? 0 : children.get(i).flags;
            }
        }
        flags = childFlags | ledger.flags();
        flags |= arrivalSource == ArrivalSource.NEW_ORDER_SINGLE ? 0 : Flag.ARRIVAL_INFERRED.bit();
        flags |= own == null ? 0 : own.flags;
        flags |= retired ? Flag.RELINKED.bit() : 0;
        flags |= crossed ? Flag.CROSS_PARENT.bit() : 0;
        flags |= ledger.overflowed() ? Flag.OVERFLOW.bit() : 0;
        flags |= children.isEmpty() && !executions.isEmpty() ? Flag.PARENT_UNKNOWN.bit() : 0;
    }

    /** {@return whether a child of it lived while nothing was told} */
    boolean anyChildLived(Absence absence) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) != null && absence.concerns(children.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isFilled() {
        return own.quantity != Absent.LONG && ledger.executed() > 0 && ledger.executed() >= own.quantity;
    }
}
