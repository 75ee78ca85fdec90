package io.leakage.core.book;

import io.leakage.api.event.Absent;

/** The lowest and the highest of some mids, as twice the mid in 1e-8. One thread. */
public final class MidRange {
    private long loTwice = Absent.LONG;
    private long hiTwice = Absent.LONG;

    /** Makes it empty. */
    public void clear() {
        loTwice = Absent.LONG;
        hiTwice = Absent.LONG;
    }

    /** Takes a mid in; one that is absent changes nothing. */
    public void include(long midTwice) {
        if (midTwice == Absent.LONG) {
            return;
        }
        loTwice = loTwice == Absent.LONG ? midTwice : Math.min(loTwice, midTwice);
        hiTwice = Math.max(hiTwice, midTwice);
    }

    /** {@return twice the lowest mid, {@link Absent#LONG} when there is none} */
    public long loTwice() {
        return loTwice;
    }

    /** {@return twice the highest mid, {@link Absent#LONG} when there is none} */
    public long hiTwice() {
        return hiTwice;
    }

    /** {@return whether there is no mid} */
    public boolean isEmpty() {
        return loTwice == Absent.LONG;
    }

    /** {@return whether there is one mid and no other} */
    public boolean isPoint() {
        return loTwice == hiTwice;
    }
}
