package io.leakage.core.metric;

import io.leakage.api.event.Absent;

/** An own action that others could see: a child accepted, replaced, cancelled, or filled. */
final class Footprint {
    /** What the action was. */
    enum Kind { ACCEPTED, REPLACED, CANCELLED, FILLED }

    private Kind kind;
    private long nanos = Absent.LONG;
    private long truncation;
    private long size;
    private int venue;
    /** What the market did after it; null while that was not asked. */
    Fade fade;

    /** {@return whether it is just this} */
    boolean is(Kind ofKind, long at, long truncated, long ofSize, int on) {
        return nanos == at && (at == Absent.LONG || kind == ofKind && truncation == truncated && size == ofSize && venue == on);
    }

    /** Makes it this; with {@code Absent.LONG} as its time there is none. */
    void set(Kind ofKind, long at, long truncated, long ofSize, int on) {
        kind = ofKind;
        nanos = at;
        truncation = truncated;
        size = ofSize;
        venue = on;
    }

    /** {@return whether there is one: not one that was taken back, nor one without a time} */
    boolean isThere() {
        return nanos != Absent.LONG;
    }

    /** {@return what the action was} */
    Kind kind() {
        return kind;
    }

    /** {@return event time, nanoseconds since the epoch, {@code Absent.LONG} when there is none} */
    long nanos() {
        return nanos;
    }

    /** {@return for how many nanoseconds from {@link #nanos} on it may have been, 0 when the time is exact} */
    long truncation() {
        return truncation;
    }

    /** {@return quantity: ordered, left when it was cancelled, or filled; {@code Absent.LONG} when nobody told it} */
    long size() {
        return size;
    }

    /** {@return the name of its venue, {@code Absent.NAME} when nobody told one} */
    int venue() {
        return venue;
    }
}
