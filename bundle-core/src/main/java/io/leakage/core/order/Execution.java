package io.leakage.core.order;

import io.leakage.api.event.Absent;

/** One execution as it now stands: booked once, perhaps corrected, perhaps busted. */
public final class Execution {
    final Order order;
    final int name;
    ParentOrder parent;
    int number;
    long nanos;
    long truncation;
    long price;
    long quantity;
    int liquidity;
    int venue = Absent.NAME;
    long flags;
    boolean busted;
    boolean counted;

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

    /** {@return LastPx in units of 1e-8} */
    public long price() {
        return price;
    }

    /** {@return the quantity that counts for its parent: 0 once busted, or told again by a child} */
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

    /** {@return {@code Flag} bits} */
    public long flags() {
        return flags;
    }
}
