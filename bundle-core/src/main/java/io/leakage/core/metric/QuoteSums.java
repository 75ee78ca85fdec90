package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;

/** Sums over the fills of a parent whose quote just before is known: far side, spread and price, weighted by quantity, in exact integers. */
final class QuoteSums {
    private long reference;
    private long shares;
    private long far;
    private long price;
    private long spread;
    private long farLo;
    private long farHi;
    private long spreadLo;
    private long spreadHi;
    private boolean overflowed;

    /** Begins anew. */
    void clear(long referencePrice) {
        reference = referencePrice;
        shares = 0;
        far = 0;
        price = 0;
        spread = 0;
        farLo = 0;
        farHi = 0;
        spreadLo = 0;
        spreadHi = 0;
        overflowed = false;
    }

    /** Takes in a fill whose quote just before it was asked for; one that does not count, or has none, changes nothing. */
    void add(FillMids fill, Side side) {
        if (fill.quantity() == 0 || fill.bid() == Absent.LONG) {
            return;
        }
        try {
            long quantity = fill.quantity();
            shares = Math.addExact(shares, quantity);
            far = Math.addExact(far, Math.multiplyExact((side == Side.BUY ? fill.offer() : fill.bid()) - reference, quantity));
            price = Math.addExact(price, Math.multiplyExact(fill.price() - reference, quantity));
            spread = Math.addExact(spread, Math.multiplyExact(fill.offer() - fill.bid(), quantity));
            boolean buys = side == Side.BUY;
            farLo = Math.addExact(farLo, Math.multiplyExact((buys ? fill.offerLo() : fill.bidLo()) - reference, quantity));
            farHi = Math.addExact(farHi, Math.multiplyExact((buys ? fill.offerHi() : fill.bidHi()) - reference, quantity));
            spreadLo = Math.addExact(spreadLo, Math.multiplyExact(Math.max(0, fill.offerLo() - fill.bidHi()), quantity));
            spreadHi = Math.addExact(spreadHi, Math.multiplyExact(fill.offerHi() - fill.bidLo(), quantity));
        } catch (ArithmeticException tooLarge) {
            overflowed = true;
        }
    }

    /** {@return whether a sum passed 64 bits} */
    boolean overflowed() {
        return overflowed;
    }

    /** {@return quantity of those fills} */
    long shares() {
        return shares;
    }

    /** {@return average far side in units of 1e-8, NaN without a fill} */
    double far() {
        return average(far, reference);
    }

    /** {@return average spread in units of 1e-8, NaN without a fill} */
    double spread() {
        return average(spread, 0);
    }

    /** {@return s · Σ (far − p) q / Σ spread · q; NaN without a spread} */
    double captured(Side side) {
        return spread == 0 ? Double.NaN : side.sign() * (double) (far - price) / spread;
    }

    /** Takes every share in that the quotes may have left: a spread that may have been nothing leaves no end to it. */
    void captured(Side side, double scale, Interval into) {
        for (int corner = 0; corner < 4; corner++) {
            double kept = side.sign() * (double) (((corner & 1) == 0 ? farLo : farHi) - price);
            into.include(scale * kept / ((corner & 2) == 0 ? spreadLo : spreadHi));
        }
    }

    private double average(long sum, long base) {
        return shares == 0 ? Double.NaN : base + (double) sum / shares;
    }
}
