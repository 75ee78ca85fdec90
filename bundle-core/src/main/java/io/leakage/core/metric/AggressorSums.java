package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;

/**
 * Which of a parent's fills took liquidity: as LastLiquidityInd (851) says, 2 being removed; where it is absent, a fill at the far side of the
 * quote just before it or beyond.
 */
final class AggressorSums {
    private static final int REMOVED = 2;

    private long aggressive;
    private long passive;
    private long inferred;

    /** Begins anew. */
    void clear() {
        aggressive = 0;
        passive = 0;
        inferred = 0;
    }

    /** Takes in a fill that says so itself; another changes nothing. */
    void told(FillMids fill) {
        if (fill.liquidity() != 0) {
            count(fill, fill.liquidity() == REMOVED);
        }
    }

    /** Takes in a fill that does not, once the quote just before it is known. */
    void quoted(FillMids fill, Side side) {
        if (fill.liquidity() != 0 || fill.quantity() == 0 || fill.bid() == Absent.LONG) {
            return;
        }
        long beyondLo = side == Side.BUY ? fill.price() - fill.offerHi() : fill.bidLo() - fill.price();
        long beyondHi = side == Side.BUY ? fill.price() - fill.offerLo() : fill.bidHi() - fill.price();
        if (beyondLo >= 0 || beyondHi < 0) {
            count(fill, beyondLo >= 0);
            inferred += fill.quantity();
        }
    }

    private void count(FillMids fill, boolean removed) {
        aggressive += removed ? fill.quantity() : 0;
        passive += removed ? 0 : fill.quantity();
    }

    /** {@return quantity that took liquidity} */
    long aggressive() {
        return aggressive;
    }

    /** {@return quantity that did not} */
    long passive() {
        return passive;
    }

    /** {@return of both, what nobody told} */
    long inferred() {
        return inferred;
    }
}
