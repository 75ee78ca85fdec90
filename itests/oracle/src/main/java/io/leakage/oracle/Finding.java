package io.leakage.oracle;

/**
 * What the scorecard said of one parent, what naive rules said on the same footprints, and what was true.
 *
 * @param peak         the most its E ever was, at whatever event one looked
 * @param peakUnfilled the same of the bets on footprints that did not trade
 * @param amber        footprints it had shown when E first was at amber, 0 when it never was
 * @param footprints   how many counted at 10 ms in the end
 * @param naive        what other rules make of the same responses
 * @param traded       by horizon, the share of those that count which traded
 * @param left         what one footprint, drawn by chance, changed by each horizon, in basis points against the order
 * @param leftTraded   whether that one traded
 * @param switchCase   where it stood when it might have been switched, and what would have come of it either way
 * @param estimates    by {@link Quantity}; the truth of means over footprints is {@code NaN} until all parents of a world are known
 */
record Finding(double peak, double peakUnfilled, int amber, int footprints, NaiveRules.Verdict naive, double[] traded, double[] left,
        boolean leftTraded, SwitchCase switchCase, Estimate[] estimates) {
    /** Horizons whose truth is known: 10 ms, 100 ms, 1 s. */
    static final int HORIZONS = 3;

    /**
     * One estimate with its interval.
     *
     * @param value of the scorecard, NaN when it said none
     * @param lo    lower end
     * @param hi    upper end
     * @param truth NaN when it is not known
     */
    record Estimate(double value, double lo, double hi, double truth) {
        boolean isSaid() {
            return !Double.isNaN(value) && !Double.isNaN(truth);
        }

        boolean covers() {
            return lo <= truth && truth <= hi;
        }

        Estimate truth(double of) {
            return new Estimate(value, lo, hi, of);
        }
    }
}
