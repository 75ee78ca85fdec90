package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;

/**
 * Sums over the fills of a parent at one horizon, in exact integers: so they are the same in whatever order the answers came. Money is kept
 * as the distance from a reference price, twice, so that sums stay small.
 */
final class FillSums {
    private final Horizon horizon;
    private long reference;
    private boolean overflowed;
    private int known;
    private int unknown;
    private long flags;
    private long flagsOfTouch;
    /** The fills whose mid at the horizon is known. */
    private long shares;
    private long priceTwice;
    private long midTwice;
    private long loTwice;
    private long hiTwice;
    /** Of those the fills whose mid just before is known too. */
    private long both;
    private long bothPriceTwice;
    private long bothMidTwice;
    private long bothLoTwice;
    private long bothHiTwice;
    private long touchTwice;
    private long touchLoTwice;
    private long touchHiTwice;

    FillSums(Horizon horizon) {
        this.horizon = horizon;
    }

    /** Begins anew. */
    void clear(long referencePrice) {
        reference = 2 * referencePrice;
        overflowed = false;
        known = 0;
        unknown = 0;
        flags = 0;
        flagsOfTouch = 0;
        shares = 0;
        priceTwice = 0;
        midTwice = 0;
        loTwice = 0;
        hiTwice = 0;
        both = 0;
        bothPriceTwice = 0;
        bothMidTwice = 0;
        bothLoTwice = 0;
        bothHiTwice = 0;
        touchTwice = 0;
        touchLoTwice = 0;
        touchHiTwice = 0;
    }

    /** Takes in a fill whose answer at this horizon has come; one that does not count changes nothing. */
    void add(FillMids fill) {
        try {
            addExactly(fill);
        } catch (ArithmeticException tooLarge) {
            overflowed = true;
        }
    }

    private void addExactly(FillMids fill) {
        if (fill.quantity() == 0) {
            return;
        }
        flags |= fill.flags(horizon);
        if (fill.midTwice(horizon) == Absent.LONG) {
            unknown++;
            return;
        }
        known++;
        long quantity = fill.quantity();
        long price = over(2 * fill.price(), quantity);
        long mid = over(fill.midTwice(horizon), quantity);
        long lo = over(fill.loTwice(horizon), quantity);
        long hi = over(fill.hiTwice(horizon), quantity);
        shares = Math.addExact(shares, quantity);
        priceTwice = Math.addExact(priceTwice, price);
        midTwice = Math.addExact(midTwice, mid);
        loTwice = Math.addExact(loTwice, lo);
        hiTwice = Math.addExact(hiTwice, hi);
        flagsOfTouch |= fill.flags(Horizon.TOUCH);
        if (fill.midTwice(Horizon.TOUCH) == Absent.LONG) {
            return;
        }
        both = Math.addExact(both, quantity);
        bothPriceTwice = Math.addExact(bothPriceTwice, price);
        bothMidTwice = Math.addExact(bothMidTwice, mid);
        bothLoTwice = Math.addExact(bothLoTwice, lo);
        bothHiTwice = Math.addExact(bothHiTwice, hi);
        touchTwice = Math.addExact(touchTwice, over(fill.midTwice(Horizon.TOUCH), quantity));
        touchLoTwice = Math.addExact(touchLoTwice, over(fill.loTwice(Horizon.TOUCH), quantity));
        touchHiTwice = Math.addExact(touchHiTwice, over(fill.hiTwice(Horizon.TOUCH), quantity));
    }

    private long over(long twice, long quantity) {
        return Math.multiplyExact(Math.subtractExact(twice, reference), quantity);
    }

    /** {@return whether a sum passed 64 bits} */
    boolean overflowed() {
        return overflowed;
    }

    /** {@return how many fills have their mid} */
    int known() {
        return known;
    }

    /** {@return how many never will} */
    int unknown() {
        return unknown;
    }

    /** {@return {@link Flag} bits of the mids at the horizon, of those unknown too} */
    long flags() {
        return flags;
    }

    /** {@return {@link Flag} bits of the mids just before the fills that have one at the horizon} */
    long flagsOfTouch() {
        return flagsOfTouch;
    }

    /** {@return quantity of the fills whose mid is known} */
    long shares() {
        return shares;
    }

    /** {@return quantity of the fills whose mids at the horizon and just before are known} */
    long both() {
        return both;
    }

    /** {@return average price of the fills whose mid is known, in units of 1e-8} */
    double price() {
        return average(priceTwice, shares);
    }

    /** {@return their average mid, in units of 1e-8} */
    double mid() {
        return average(midTwice, shares);
    }

    /** {@return the lowest it may have been} */
    double midLo() {
        return average(loTwice, shares);
    }

    /** {@return the highest it may have been} */
    double midHi() {
        return average(hiTwice, shares);
    }

    /** {@return average price of the fills whose two mids are known, in units of 1e-8} */
    double priceOfBoth() {
        return average(bothPriceTwice, both);
    }

    /** {@return their average mid at the horizon} */
    double midOfBoth() {
        return average(bothMidTwice, both);
    }

    /** {@return the lowest that may have been} */
    double midOfBothLo() {
        return average(bothLoTwice, both);
    }

    /** {@return the highest that may have been} */
    double midOfBothHi() {
        return average(bothHiTwice, both);
    }

    /** {@return their average mid just before} */
    double touch() {
        return average(touchTwice, both);
    }

    /** {@return the lowest that may have been} */
    double touchLo() {
        return average(touchLoTwice, both);
    }

    /** {@return the highest that may have been} */
    double touchHi() {
        return average(touchHiTwice, both);
    }

    /** {@return twice Σ (pᵢ − mᵢ) qᵢ in units of 1e-8, exact: what was paid over the mids} */
    long paidOverMidTwice() {
        return priceTwice - midTwice;
    }

    /** {@return twice Σ (mᵢ − P) qᵢ in units of 1e-8, exact} */
    long midOverTwice(long benchmarkTwice) {
        return midOverTwice(midTwice, benchmarkTwice);
    }

    /** {@return the same of the lowest mids} */
    long midLoOverTwice(long benchmarkTwice) {
        return midOverTwice(loTwice, benchmarkTwice);
    }

    /** {@return the same of the highest mids} */
    long midHiOverTwice(long benchmarkTwice) {
        return midOverTwice(hiTwice, benchmarkTwice);
    }

    private long midOverTwice(long sumTwice, long benchmarkTwice) {
        return Math.addExact(sumTwice, Math.multiplyExact(Math.subtractExact(reference, benchmarkTwice), shares));
    }

    /** {@return twice Σ (pᵢ − mᵢ) qᵢ with the highest mids: the least that was paid over them} */
    long paidOverHiTwice() {
        return priceTwice - hiTwice;
    }

    /** {@return twice Σ (pᵢ − mᵢ) qᵢ with the lowest mids} */
    long paidOverLoTwice() {
        return priceTwice - loTwice;
    }

    private double average(long sumTwice, long quantity) {
        return quantity == 0 ? Double.NaN : (reference + (double) sumTwice / quantity) / 2;
    }
}
