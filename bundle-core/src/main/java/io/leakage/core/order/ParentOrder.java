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
    final List<Order> changedChildren = new ArrayList<>();
    final List<Execution> changedExecutions = new ArrayList<>();
    /** The order that carries the parent's own ClOrdID; null until a message of it was seen. */
    Order own;
    boolean retired;
    boolean touched;
    int desk = Absent.NAME;
    int instrument = Absent.NAME;
    Side side;
    long arrivalNanos = Absent.LONG;
    long arrivalTruncation;
    ArrivalSource arrivalSource = ArrivalSource.FIRST_CHILD;
    private boolean done;
    private long flags;
    private final Ledger ledger = new Ledger();

    ParentOrder(int number, int name) {
        this.number = number;
        this.name = name;
    }

    /** {@return its number, dense from 0} */
    public int number() {
        return number;
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

    /** {@return what counts of its executions} */
    public Ledger ledger() {
        return ledger;
    }

    /** {@return number of children} */
    public int children() {
        return children.size();
    }

    /** {@return number of executions ever booked, busted ones included} */
    public int executions() {
        return executions.size();
    }

    /** {@return an execution, busted ones included} */
    public Execution execution(int index) {
        return executions.get(index);
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
        if (own != null && own.state != 'A' && own.state != '0') {
            return own.state;
        }
        long executed = ledger.executed();
        if (executed == 0) {
            return own == null ? '0' : own.state;
        }
        return isDone() ? '2' : '1';
    }

    /** {@return {@link Flag} bits of the order as a whole} */
    public long flags() {
        return flags;
    }

    /** Takes an execution in, counted or not as its order says. */
    void book(Execution execution) {
        execution.parent = this;
        execution.number = executions.size();
        execution.counted = counts(execution);
        executions.add(execution);
        ledger.include(execution);
        changedExecutions.add(execution);
    }

    /** Counts an execution again after it was corrected, busted, moved or told by a child. */
    void recount(Execution execution) {
        execution.counted = counts(execution);
        ledger.recount(executions);
        changedExecutions.add(execution);
    }

    private boolean counts(Execution execution) {
        return !execution.busted && !execution.order.hasChildren && execution.order.parent == this;
    }

    /** Works out once a message what every row needs: whether it is done, and its flags. */
    void summarise() {
        done = own == null ? allChildrenDone() : own.isDone() || isFilled();
        flags = arrivalSource == ArrivalSource.NEW_ORDER_SINGLE ? 0 : Flag.ARRIVAL_INFERRED.bit();
        flags |= own == null ? 0 : own.flags;
        flags |= retired ? Flag.RELINKED.bit() : 0;
        flags |= ledger.overflowed() ? Flag.OVERFLOW.bit() : 0;
        flags |= children.isEmpty() && !executions.isEmpty() ? Flag.PARENT_UNKNOWN.bit() : 0;
        for (int i = 0; i < children.size(); i++) {
            flags |= children.get(i) == null ? 0 : children.get(i).flags;
        }
        flags |= ledger.flags();
    }

    private boolean isFilled() {
        return own.quantity != Absent.LONG && ledger.executed() > 0 && ledger.executed() >= own.quantity;
    }

    private boolean allChildrenDone() {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) != null && !children.get(i).isDone()) {
                return false;
            }
        }
        return true;
    }
}
