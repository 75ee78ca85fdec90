package io.leakage.core.order;

import io.leakage.api.event.Absent;
import java.util.List;

/**
 * The sums of an order's or a parent's executions, in exact integers: quantity, and money as the distance from the first price, so that
 * sums stay small.
 */
public final class Ledger {
    private long executed;
    private long referencePrice;
    private long overReference;
    private long firstNanos = Absent.LONG;
    private long lastNanos = Absent.LONG;
    private long firstTruncation;
    private long lastTruncation;
    private long flags;
    private long fees = Absent.LONG;
    private boolean overflowed;

    /** {@return executed quantity} */
    public long executed() {
        return executed;
    }

    /** {@return time of the earliest execution, or {@code Absent.LONG}} */
    public long firstNanos() {
        return firstNanos;
    }

    /** {@return time of the latest execution, or {@code Absent.LONG}} */
    public long lastNanos() {
        return lastNanos;
    }

    /** {@return for how many nanoseconds from {@link #firstNanos} on the earliest execution may have been, 0 when its time is exact} */
    public long firstTruncation() {
        return firstTruncation;
    }

    /** {@return for how many nanoseconds from {@link #lastNanos} on the latest execution may have been, 0 when its time is exact} */
    public long lastTruncation() {
        return lastTruncation;
    }

    /** {@return whether a sum passed 64 bits: then no money number can be given} */
    public boolean overflowed() {
        return overflowed;
    }

    /** {@return {@code Flag} bits of all executions} */
    public long flags() {
        return flags;
    }

    /** {@return commission and fees of the executions in units of 1e-8 of the currency, {@code Absent.LONG} when none told any} */
    public long fees() {
        return fees;
    }

    /** {@return average price in currency, NaN without an execution} */
    public double averagePrice() {
        return executed == 0 || overflowed ? Double.NaN : (referencePrice + (double) overReference / executed) / 1e8;
    }

    /** {@return average price in units of 1e-8, rounded to the nearest, {@code Absent.LONG} without an execution} */
    public long averageUnits() {
        if (executed == 0 || overflowed) {
            return Absent.LONG;
        }
        return referencePrice + Math.floorDiv(overReference + executed / 2, executed);
    }

    /**
     * What the executions paid over a benchmark price, exactly: <pre>  2 · Σ (pᵢ − P) qᵢ</pre>
     *
     * @param benchmarkTwice twice the benchmark price, units of 1e-8
     * @return twice the sum, in units of 1e-8 of the currency; positive when the average is above the benchmark
     * @throws ArithmeticException when the sum passes 64 bits
     */
    public long overTwice(long benchmarkTwice) {
        long shift = Math.multiplyExact(Math.subtractExact(2 * referencePrice, benchmarkTwice), executed);
        return Math.addExact(Math.multiplyExact(2L, overReference), shift);
    }

    /** Sums anew: for an order all that stands, for a parent what counts there. */
    void recount(List<Execution> executions, boolean ofOrder) {
        executed = 0;
        overReference = 0;
        firstNanos = Absent.LONG;
        lastNanos = Absent.LONG;
        firstTruncation = 0;
        lastTruncation = 0;
        flags = 0;
        fees = Absent.LONG;
        overflowed = false;
        for (int i = 0; i < executions.size(); i++) {
            Execution execution = executions.get(i);
            include(execution, ofOrder ? execution.stands() : execution.counted);
        }
    }

    void include(Execution execution, boolean counts) {
        flags |= execution.flags;
        if (counts) {
            try {
                add(execution);
            } catch (ArithmeticException tooLarge) {
                overflowed = true;
            }
        }
    }

    private void add(Execution execution) {
        if (executed == 0) {
            referencePrice = execution.price;
        }
        executed = Math.addExact(executed, execution.quantity);
        overReference = Math.addExact(overReference,
                Math.multiplyExact(Math.subtractExact(execution.price, referencePrice), execution.quantity));
        if (execution.fees != Absent.LONG) {
            fees = Math.addExact(fees == Absent.LONG ? 0 : fees, execution.fees);
        }
        if (execution.nanos != Absent.LONG) {
            if (firstNanos == Absent.LONG || execution.nanos < firstNanos) {
                firstNanos = execution.nanos;
                firstTruncation = 0;
            }
            firstTruncation = execution.nanos == firstNanos ? Math.max(firstTruncation, execution.truncation) : firstTruncation;
            lastTruncation = execution.nanos > lastNanos ? execution.truncation
                    : execution.nanos == lastNanos ? Math.max(lastTruncation, execution.truncation) : lastTruncation;
            lastNanos = Math.max(lastNanos, execution.nanos);
        }
    }
}
