package io.leakage.core.book;

import io.leakage.api.event.Absent;

/** The lowest and the highest of some mids, as twice the mid in 1e-8. One thread. */
public final class MidRange {
    private long loTwice = Absent.LONG;
    private long hiTwice = Absent.LONG;
    private long bidLo = Absent.LONG;
    private long bidHi = Absent.LONG;
    private long offerLo = Absent.LONG;
    private long offerHi = Absent.LONG;

    /** Makes it empty. */
    public void clear() {
        loTwice = Absent.LONG;
        hiTwice = Absent.LONG;
        bidLo = Absent.LONG;
        bidHi = Absent.LONG;
        offerLo = Absent.LONG;
        offerHi = Absent.LONG;
    }

    /** Takes a quote in, its mid among the mids. */
    public void include(long bid, long offer) {
        include(bid + offer);
        bidLo = bidLo == Absent.LONG ? bid : Math.min(bidLo, bid);
        bidHi = Math.max(bidHi, bid);
        offerLo = offerLo == Absent.LONG ? offer : Math.min(offerLo, offer);
        offerHi = Math.max(offerHi, offer);
    }

    /** Takes a mid in; one that is absent changes nothing. */
    public void include(long midTwice) {
        if (midTwice == Absent.LONG) {
            return;
        }
        loTwice = loTwice == Absent.LONG ? midTwice : Math.min(loTwice, midTwice);
        hiTwice = Math.max(hiTwice, midTwice);
    }

    /** Takes all mids of another range in. */
    public void include(MidRange other) {
        include(other.loTwice);
        include(other.hiTwice);
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

    /** {@return the lowest bid, {@link Absent#LONG} when no quote was taken in} */
    public long bidLo() {
        return bidLo;
    }

    /** {@return the highest bid, {@link Absent#LONG} when no quote was taken in} */
    public long bidHi() {
        return bidHi;
    }

    /** {@return the lowest offer, {@link Absent#LONG} when no quote was taken in} */
    public long offerLo() {
        return offerLo;
    }

    /** {@return the highest offer, {@link Absent#LONG} when no quote was taken in} */
    public long offerHi() {
        return offerHi;
    }
}
