package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.core.book.MidRange;
import io.leakage.core.order.Ledger;

/**
 * Implementation shortfall and its parts, in exact integers of half a unit of 1e-8, so that the parts add up to the last unit (Perold 1988;
 * split after Wagner and Edwards 1993, on the order's basis: the delay is that of the whole order):
 * <pre>
 *  delay        s · Q · (P0 − Pd)
 *  spread       s · Σ qᵢ (pᵢ − mᵢ)          mᵢ the mid just before fill i
 *  drift        s · Σ qᵢ (mᵢ − P0)
 *  opportunity  s · R · (Pn − P0)           R = Q − X, Pn the mid at the end, now while the order works
 *  fees
 *  their sum  = s · (Σ qᵢ (pᵢ − Pd) + R (Pn − Pd)) + fees
 * </pre>
 * <p>Pd is the price at the decision; where nobody told one it is P0, and the delay is 0.
 */
final class Shortfall {
    private final Meter meter;
    private final MidRange decision = new MidRange();
    private long decisionTwice;
    private long quantity;
    private long residual;
    private long endTwice;
    private MidRange end;
    private long endFlags;

    Shortfall(Meter meter) {
        this.meter = meter;
    }

    /** Looks at the order as it now stands. */
    void look() {
        long told = meter.parent().decisionPrice();
        decisionTwice = told == Absent.LONG ? meter.arrivalMidTwice() : 2 * told;
        decision.clear();
        if (told == Absent.LONG) {
            decision.include(meter.atArrival().range());
        } else {
            decision.include(2 * told);
        }
        long executed = meter.parent().ledger().executed();
        boolean done = meter.parent().isDone();
        quantity = meter.parent().quantity() != Absent.LONG || !done ? meter.parent().quantity() : executed;
        residual = quantity == Absent.LONG ? 0 : quantity - executed;
        endTwice = done ? meter.mids().atEnd().midTwice() : meter.now().midTwice();
        end = done ? meter.mids().atEnd().range() : meter.now().range();
        endFlags = done ? meter.mids().atEnd().flags() : meter.now().flags() | Flag.OPEN.bit();
    }

    /** {@return {@link Flag} bits for which no shortfall can be given, 0 when it can} */
    long missing() {
        long missing = missingAtBeginning();
        return missing == 0 && residual != 0 && endTwice == Absent.LONG ? endFlags : missing;
    }

    /** {@return the same of what does not depend on the end} */
    long missingAtBeginning() {
        if (quantity == Absent.LONG) {
            return Flag.NO_REFERENCE.bit();
        }
        if (meter.arrivalMidTwice() == Absent.LONG) {
            return Flag.NO_ARRIVAL_PRICE.bit() | meter.arrivalFlags();
        }
        return 0;
    }

    /** {@return {@link Flag} bits of the mids just before the fills, where not all of them are known; else 0} */
    long missingTouches() {
        FillSums touches = meter.fills().at(Horizon.TOUCH);
        long waiting = meter.fills().open(Horizon.TOUCH) > 0 ? Flag.AWAITING_MARKET_DATA.bit() : 0;
        return touches.shares() == meter.parent().ledger().executed() ? 0 : touches.flags() | waiting | (waiting == 0
                && touches.flags() == 0 ? Flag.NO_FILL.bit() : 0);
    }

    /** {@return {@link Flag} bits of the end price where it counts} */
    long endFlags() {
        return residual == 0 ? 0 : endFlags;
    }

    long quantity() {
        return quantity;
    }

    long residual() {
        return residual;
    }

    long decisionTwice() {
        return decisionTwice;
    }

    MidRange decision() {
        return decision;
    }

    long endTwice() {
        return endTwice;
    }

    MidRange end() {
        return end;
    }

    /** {@return twice the fees in units of 1e-8} */
    long feesTwice() {
        Ledger ledger = meter.parent().ledger();
        return ledger.fees() == Absent.LONG ? 0 : 2 * ledger.fees();
    }

    /** {@return twice the delay} */
    long delayTwice(long arrivalTwice, long fromTwice) {
        return sign() * Math.multiplyExact(quantity, Math.subtractExact(arrivalTwice, fromTwice));
    }

    /** {@return twice the opportunity cost} */
    long opportunityTwice(long toTwice, long arrivalTwice) {
        return residual == 0 ? 0 : sign() * Math.multiplyExact(residual, Math.subtractExact(toTwice, arrivalTwice));
    }

    /** {@return twice the whole} */
    long wholeTwice(long fromTwice, long toTwice) {
        long trading = sign() * meter.parent().ledger().overTwice(fromTwice);
        return Math.addExact(Math.addExact(trading, opportunityTwice(toTwice, fromTwice)), feesTwice());
    }

    private int sign() {
        return meter.parent().side().sign();
    }
}
