package io.leakage.core.book;

/** Twice the mid, summed over the nanoseconds it was defined for, in 128 bits: exact, so that differences are. */
public final class MidTime {
    private long high;
    private long low;
    private long known;

    /** Makes it nothing. */
    public void clear() {
        set(0, 0, 0);
    }

    /** Makes it equal to another. */
    public void set(MidTime other) {
        set(other.high, other.low, other.known);
    }

    void set(long toHigh, long toLow, long toKnown) {
        high = toHigh;
        low = toLow;
        known = toKnown;
    }

    /** Adds a mid that was defined for so long. */
    void add(long midTwice, long nanos) {
        long more = midTwice * nanos;
        long sum = low + more;
        high += Math.multiplyHigh(midTwice, nanos) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
        known += nanos;
    }

    /** Leaves what came after another was summed up. */
    public void since(MidTime earlier) {
        high -= earlier.high + (Long.compareUnsigned(low, earlier.low) < 0 ? 1 : 0);
        low -= earlier.low;
        known -= earlier.known;
    }

    /** {@return nanoseconds for which there was a mid} */
    public long known() {
        return known;
    }

    /** {@return Σ 2m · dt} */
    public double total() {
        return high * 0x1p64 + (low >>> 1) * 2.0 + (low & 1);
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }
}
