package io.leakage.core.metric;

import io.leakage.api.event.Side;

/** Basis points of a move, signed so that positive hurts. */
final class Bps {
    private Bps() {
    }

    /**
     * <pre>  1e4 · s · (price − base) / base</pre>
     *
     * @param side      whose order
     * @param priceTwice twice the price, units of 1e-8
     * @param baseTwice twice the base, units of 1e-8, not 0
     * @return basis points
     */
    static double of(Side side, long priceTwice, long baseTwice) {
        return 1e4 * side.sign() * (priceTwice - baseTwice) / baseTwice;
    }

    /**
     * <pre>  1e4 · s · move / base</pre>
     *
     * @param side whose order
     * @param move of a price, in any unit
     * @param base in the same unit, not 0
     * @return basis points
     */
    static double of(Side side, long move, double base) {
        return 1e4 * side.sign() * move / base;
    }

    /**
     * <pre>  1e4 · s · (price − base) / base</pre>
     *
     * @param side  whose order
     * @param price in any unit
     * @param base  in the same unit, not 0
     * @return basis points
     */
    static double against(Side side, double price, double base) {
        return 1e4 * side.sign() * (price - base) / base;
    }
}
