package io.leakage.simulator;

import io.leakage.api.event.Side;

/**
 * A parent order before the day begins: what, when and how.
 *
 * @param id         its ClOrdID, which its children name in tag 526
 * @param account    Account (1), by which a desk is recognised
 * @param symbol     the instrument
 * @param side       buy or sell
 * @param quantity   shares
 * @param startNanos when it reaches the desk, nanoseconds since the venue's midnight
 * @param endNanos   when it must be done
 * @param style      how it is worked
 */
public record ParentPlan(String id, String account, String symbol, Side side, long quantity, long startNanos, long endNanos, Style style) {
    /** Refuses an order for nothing and a plan that ends before it starts. */
    public ParentPlan {
        if (quantity <= 0) {
            throw new IllegalArgumentException(id + ": a quantity of " + quantity + " shares");
        }
        if (endNanos <= startNanos) {
            throw new IllegalArgumentException(id + ": ends at " + endNanos + " ns, starts at " + startNanos + " ns");
        }
    }
}
