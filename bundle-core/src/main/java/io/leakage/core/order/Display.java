package io.leakage.core.order;

import io.leakage.api.event.Absent;

/**
 * What an order showed the street from one time on: as it was accepted, or as it was replaced. Whether its venue displays it no drop copy
 * tells; each counts.
 */
public final class Display {
    final int name;
    final boolean replaces;
    long nanos;
    long truncation;
    long toldPrice = Absent.LONG;
    long toldQuantity = Absent.LONG;
    long price = Absent.LONG;
    long quantity = Absent.LONG;

    Display(int name, boolean replaces) {
        this.name = name;
        this.replaces = replaces;
    }

    /** {@return whether it took the place of what the order showed before} */
    public boolean replaces() {
        return replaces;
    }

    /** {@return event time, nanoseconds since the epoch} */
    public long nanos() {
        return nanos;
    }

    /** {@return for how many nanoseconds from {@link #nanos} on it may have been, 0 when the time is exact} */
    public long truncation() {
        return truncation;
    }

    /** {@return limit price in units of 1e-8, {@code Absent.LONG} when nobody told one} */
    public long price() {
        return price;
    }

    /** {@return OrderQty, what had been executed included; {@code Absent.LONG} when nobody told it} */
    public long quantity() {
        return quantity;
    }
}
