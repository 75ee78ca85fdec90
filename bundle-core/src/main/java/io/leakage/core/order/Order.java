package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import java.util.ArrayList;
import java.util.List;

/** One order on the street or at the desk: a chain of ClOrdIDs that replaced each other, and its executions. */
public final class Order {
    final List<Execution> executions = new ArrayList<>(4);
    final List<Step> steps = new ArrayList<>(2);
    final Ledger ledger = new Ledger();
    Told told = new Told();
    Standing standing = new Standing();
    final Chain chain;
    final Displays displays = new Displays();
    final Stated stated = new Stated();
    /** Corporate actions it lived through, oldest first. */
    final List<Split> splits = new ArrayList<>(0);
    ParentOrder parent;
    /** Its place among its parent's children, −1 while it is its own parent. */
    int number = -1;
    /** Others name it as their parent: its own executions only repeat theirs. */
    boolean hasChildren;
    boolean newOrderSeen;
    /** Its beginning was told, by a NewOrderSingle or by a report that it is new. */
    boolean beginningTold;
    /** The drop copies that tell of it, as {@link Copies} counts them. */
    long copies;
    /** The desk asked for its end. */
    boolean cancelAsked;
    /** It is told of as a whole: reports of its legs only repeat that. */
    boolean spread;
    int orderId = Absent.NAME;
    int account = Absent.NAME;
    int venue = Absent.NAME;
    int strategy = Absent.NAME;
    int broker = Absent.NAME;
    int client = Absent.NAME;
    int senderSub = Absent.NAME;
    int custom = Absent.NAME;
    int instrument = Absent.NAME;
    Side side;
    long quantity = Absent.LONG;
    long price = Absent.LONG;
    /** Price when it was decided to trade. */
    long decisionPrice = Absent.LONG;
    /** Whether a report told quantity and price: then a NewOrderSingle that comes later does not. */
    boolean termsReported;
    /** When they were told. */
    long termsNanos = Absent.LONG;
    /** The symbol a corporate action gave it. */
    int renamed = Absent.NAME;
    long sentNanos = Absent.LONG;
    long sentTruncation;
    /** Until when an answer may take, meaningful once it was sent. */
    long answerBy;
    /** When its day ends, {@code Absent.LONG} unless a calendar says so. */
    long dayEndNanos = Absent.LONG;
    /** Time of the last message of it. */
    long lastNanos = Absent.LONG;
    /** The coarsest time told of it may be so much later. */
    long truncation;
    int restatement = Absent.NAME;
    /** An execution of it could not be booked, and no newer report agreed with our sum. */
    boolean unbooked;
    /** A report with CumQty came since. */
    boolean toldSince;
    /** Corrections of its executions that wait for them. */
    int waiting;
    long flags;
    /** What its parent knows of its flags and end. */
    long followedFlags;
    boolean followedDone = true;

    Order(int name) {
        chain = new Chain(name);
    }

    /** {@return its place among its parent's children, −1 while it is its own parent} */
    public int number() {
        return number;
    }

    /** {@return its newest ClOrdID that was accepted} */
    public int name() {
        return chain.newest();
    }

    /** {@return how many ClOrdIDs it has had, refused requests apart} */
    public int names() {
        return chain.length();
    }

    /** {@return its OrderID} */
    public int orderId() {
        return orderId;
    }

    /** {@return whether the other side has answered it} */
    public boolean isAcknowledged() {
        return standing.isAcknowledged();
    }

    /** {@return the drop copy whose message states its terms as they stand; meaningful where {@link #rawPosition} is} */
    public int rawSource() {
        return stated.source(name());
    }

    /** {@return the place of that message in the drop copy's journal, {@code Absent.LONG} when no message states them} */
    public long rawPosition() {
        return stated.rawPosition(name());
    }

    /** {@return its side} */
    public Side side() {
        return side;
    }

    /** {@return OrderQty or {@code Absent.LONG}} */
    public long quantity() {
        return quantity;
    }

    /** {@return limit price in units of 1e-8, or {@code Absent.LONG}} */
    public long price() {
        return price;
    }

    /** {@return what it executed, busts taken off} */
    public long executed() {
        return ledger.executed();
    }

    /** {@return average price of what it executed in currency, NaN before the first execution} */
    public double averagePrice() {
        return ledger.averagePrice();
    }

    /** {@return what may still be executed; 0 once ended and while nobody answers, {@code Absent.LONG} when its quantity is not known} */
    public long leaves() {
        char end = standing.closed();
        if (end == '4' || end == '8' || end == 'B' || end == 'C' || state() == '2' || Flag.NOT_ACKNOWLEDGED.in(flags)) {
            return 0;
        }
        return quantity == Absent.LONG ? told.leaves() : Math.max(0, quantity - executed());
    }

    /** {@return CumQty of its newest report, or {@code Absent.LONG}} */
    public long toldExecuted() {
        return told.executed();
    }

    /** {@return LeavesQty of its newest report, or {@code Absent.LONG}} */
    public long toldLeaves() {
        return told.leaves();
    }

    /** {@return AvgPx of its newest report in units of 1e-8, or {@code Absent.LONG}} */
    public long toldAverage() {
        return told.average();
    }

    /** {@return ExecRestatementReason (378) of the last report that had one, −1 before} */
    public int restatement() {
        return restatement;
    }

    /** {@return OrdStatus (39)} */
    public char state() {
        return standing.state(executed(), quantity);
    }

    /** {@return when it was sent, or first heard of} */
    public long sentNanos() {
        return sentNanos;
    }

    /** {@return how often it was accepted or replaced, as far as that was told} */
    public int displays() {
        return displays.count();
    }

    /** {@return what it showed from its acceptance (0) and from each replace on, by event time} */
    public Display display(int index) {
        return displays.at(index);
    }

    /** {@return when what was left of it was taken away, canceled, expired or done for the day; {@code Absent.LONG} while untold} */
    public long withdrawnNanos() {
        return standing.closed() == 0 ? Absent.LONG : standing.closedNanos() == Absent.LONG ? lastNanos : standing.closedNanos();
    }

    /** {@return for how many nanoseconds from the time told on what happened to it may have been, 0 when all its times are exact} */
    public long truncation() {
        return truncation;
    }

    /** {@return number of executions ever booked for it, busted ones included} */
    public int executions() {
        return executions.size();
    }

    /** {@return an execution of it, busted ones included} */
    public Execution execution(int index) {
        return executions.get(index);
    }

    /** {@return the name of its venue} */
    public int venue() {
        return venue;
    }

    /** {@return the name of its executing broker} */
    public int broker() {
        return broker;
    }

    /** {@return the name of its strategy} */
    public int strategy() {
        return strategy;
    }

    /** {@return {@code Flag} bits} */
    public long flags() {
        return flags;
    }

    /** {@return whether nothing more is expected: filled, done for day, canceled, rejected, expired, calculated} */
    public boolean isDone() {
        return switch (state()) {
            case '2', '3', '4', '8', 'B', 'C' -> true;
            default -> false;
        };
    }

    /** {@return whether nothing is left to be executed, by its own reports or because its children did it all} */
    boolean isComplete() {
        return isDone() || hasChildren && quantity != Absent.LONG && parent.ledger().executed() == quantity;
    }

    /** {@return whether it was over at that time, nothing later was told of it} */
    boolean endedBy(long nanos) {
        return isComplete() && lastNanos <= nanos && (!hasChildren || parent.ledger().lastNanos() <= nanos);
    }

    /** {@return whether a report of that time or later, or one of its end, says what we have summed up ourselves} */
    boolean agreesSince(long nanos) {
        return told.executed() != Absent.LONG && told.agrees(this)
                && (told.nanos() >= nanos || told.leaves() == 0 && isDone());
    }

    /** Takes a step that others could see, unless it is known. {@return whether it is news} */
    boolean step(Step.Kind kind, long nanos, long truncation) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).kind() == kind && steps.get(i).nanos() == nanos) {
                return false;
            }
        }
        take(kind, nanos, truncation);
        return true;
    }

    /** Takes a step that is not known yet. */
    void take(Step.Kind kind, long nanos, long truncation) {
        Step step = new Step(this, kind, nanos, truncation);
        steps.add(step);
        parent.steps.add(step);
    }

    /** Another turned out to be this one: where that stands is newer. */
    void absorb(Order twin) {
        chain.absorb(twin.chain);
        displays.absorb(twin.displays);
        truncation = Math.max(truncation, twin.truncation);
        told = twin.told;
        standing = twin.standing;
        quantity = twin.termsReported ? twin.quantity : quantity;
        price = twin.termsReported && twin.price != Absent.LONG ? twin.price : price;
        termsReported |= twin.termsReported;
        beginningTold |= twin.beginningTold;
        unbooked |= twin.unbooked;
        lastNanos = Math.max(lastNanos, twin.lastNanos);
    }

    void sent(long nanos, long truncation) {
        sentNanos = nanos;
        sentTruncation = truncation;
    }

    boolean isThroughLimit(long fillPrice) {
        return price != Absent.LONG && side != null && side.sign() * (fillPrice - price) > 0;
    }

    /** {@return what stays at its old place when another parent turns out to be its own} */
    Order trace() {
        Order trace = new Order(name());
        trace.number = number;
        trace.side = side;
        trace.sentNanos = sentNanos;
        trace.flag(Flag.RELINKED, true);
        return trace;
    }

    void flag(Flag flag, boolean on) {
        flags = on ? flags | flag.bit() : flags & ~flag.bit();
    }

    /** An execution cannot be booked: in doubt until what is told afterwards agrees with our own sum. */
    void unbooked() {
        unbooked = true;
        toldSince = false;
        flag(Flag.RECON_MISMATCH, true);
    }

    /** Holds our own sum against what was told. */
    void reconcile() {
        unbooked &= !(toldSince && told.agrees(this));
        if (unbooked || told.executed() != Absent.LONG) {
            flag(Flag.RECON_MISMATCH, unbooked || !told.agrees(this));
        }
    }

    /** {@return whether an execution of it has this key} */
    boolean executed(int key) {
        for (int i = 0; i < executions.size(); i++) {
            if (executions.get(i).name == key) {
                return true;
            }
        }
        return false;
    }

    /** Sums its executions anew, after one of them changed. */
    void recount() {
        ledger.recount(executions, true);
    }

    /** Decides again which executions repeat others, legs of a whole being told or not. */
    void levelLegs() {
        for (int i = 0; i < executions.size(); i++) {
            Execution execution = executions.get(i);
            if (execution.level == '2') {
                execution.repeats(spread);
            }
        }
        recount();
        parent.recount(executions);
    }

    /** Looks again which executions came after the end: a message that ended it was late. */
    void markLate() {
        long end = standing.closedNanos();
        boolean news = false;
        for (int i = 0; end != Absent.LONG && i < executions.size(); i++) {
            Execution execution = executions.get(i);
            if (execution.nanos > end && !Flag.LATE_FILL.in(execution.flags)) {
                execution.flags |= Flag.LATE_FILL.bit();
                news = true;
            }
        }
        if (news) {
            parent.recount(executions);
        }
    }
}
