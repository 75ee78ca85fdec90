package io.leakage.oracle;

import io.leakage.api.score.Measure;

/** What the scorecard estimates and the oracle knows. */
enum Quantity {
    LEAK_10MS(Measure.LEAK_10MS, 0, true),
    LEAK_100MS(Measure.LEAK_100MS, 1, true),
    LEAK_1S(Measure.LEAK_1S, 2, true),
    SIGNAL_10MS(Measure.SIGNAL_10MS, 0, false),
    SIGNAL_100MS(Measure.SIGNAL_100MS, 1, false),
    SIGNAL_1S(Measure.SIGNAL_1S, 2, false),
    IMPACT(Measure.DRIFT_IMPACT, -1, true),
    LEAKAGE(Measure.DRIFT_LEAKAGE, -1, true),
    REST(Measure.DRIFT_REST, -1, true),
    LEAK_COST(Measure.LEAK_COST, -1, true);

    /** Where the scorecard says it. */
    final Measure measure;
    /** Place of the horizon of a mean over footprints, −1 of anything else. */
    final int horizon;
    /** Whether footprints that traded are among those it is of. */
    final boolean all;

    Quantity(Measure measure, int horizon, boolean all) {
        this.measure = measure;
        this.horizon = horizon;
        this.all = all;
    }

    boolean isOfFootprints() {
        return horizon >= 0;
    }
}
