package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;

/** One execution as it now stands: booked once, perhaps corrected, perhaps busted. */
public final class Execution {
    final int name;
    Order order;
    ParentOrder parent;
    int number;
    long nanos;
    long truncation;
    long price;
    long quantity;
    /** Commission and fees in units of 1e-8 of the currency, {@code Absent.LONG} when nobody told any. */
    long fees = Absent.LONG;
    int liquidity;
    int venue = Absent.NAME;
    int account = Absent.NAME;
    int broker = Absent.NAME;
    int counterparty = Absent.NAME;
    long flags;
    boolean busted;
    /** It only repeats, for a leg or another account, what another execution counts. */
    boolean elsewhere;
    /** The drop copies that told of it, a bit each as {@link Copies} counts them. */
    long copies;
    /** MultiLegReportingType (442), 0 when absent. */
    char level;
    boolean counted;
    /** Time of the newest correction applied, {@code Absent.LONG} before the first. */
    long correctedNanos = Absent.LONG;

    Execution(Order order, int name) {
        this.order = order;
        this.name = name;
    }

    /** {@return its place under the parent, from 0} */
    public int number() {
        return number;
    }

    /** {@return the order it filled} */
    public Order order() {
        return order;
    }

    /** {@return the name of its key} */
    public int name() {
        return name;
    }

    /** {@return event time, nanoseconds since the epoch, or {@code Absent.LONG}} */
    public long nanos() {
        return nanos;
    }

    /** {@return for how many nanoseconds from {@link #nanos} on it may have been, 0 when the time is exact} */
    public long truncation() {
        return truncation;
    }

    /** {@return LastPx in units of 1e-8} */
    public long price() {
        return price;
    }

    /** {@return the quantity that counts for its parent: 0 once busted, moved to another parent, or told again by a child} */
    public long quantity() {
        return counted ? quantity : 0;
    }

    /** {@return LastLiquidityInd, 0 when absent} */
    public int liquidity() {
        return liquidity;
    }

    /** {@return the name of its venue} */
    public int venue() {
        return venue;
    }

    /** {@return the name of its executing broker, {@code Absent.NAME} when its report named none} */
    public int broker() {
        return broker;
    }

    /** {@return the name of the firm on the other side, or {@code Absent.NAME}} */
    public int counterparty() {
        return counterparty;
    }

    /** {@return {@code Flag} bits} */
    public long flags() {
        return flags;
    }

    /** {@return whether it was done for this parent, busted since or not; no copy of another's, and no trace of one that moved away} */
    public boolean isOf(ParentOrder of) {
        return parent == of && order.parent == of && !order.hasChildren && !elsewhere;
    }

    /** {@return whether it counts for its order} */
    boolean stands() {
        return !busted && !elsewhere;
    }

    /** Says whether it only repeats another. */
    void repeats(boolean repeats) {
        elsewhere = repeats;
        flags = repeats ? flags | Flag.TOLD_ELSEWHERE.bit() : flags & ~Flag.TOLD_ELSEWHERE.bit();
    }

    /**
     * Restates it after a corporate action, {@code numerator} new shares for {@code denominator} old ones.
     *
     * @throws ArithmeticException when that passes 64 bits
     */
    void scale(long numerator, long denominator) {
        long scaled = Math.multiplyExact(quantity, numerator) / denominator;
        long twice = Math.multiplyExact(2 * denominator, price);
        price = Math.floorDiv(Math.addExact(twice, numerator), 2 * numerator);
        quantity = scaled;
        flags |= Flag.RESTATED.bit();
    }

    /** {@return what stays at its old place when it moves: the same, counting for nobody} */
    Execution trace() {
        Execution trace = new Execution(order, name);
        trace.parent = parent;
        trace.number = number;
        trace.nanos = nanos;
        trace.truncation = truncation;
        trace.price = price;
        trace.quantity = quantity;
        trace.liquidity = liquidity;
        trace.venue = venue;
        trace.broker = broker;
        trace.counterparty = counterparty;
        trace.fees = fees;
        trace.flags = flags;
        trace.busted = true;
        return trace;
    }
}
