package io.leakage.core.evidence;

import java.util.Arrays;
import java.util.List;

/**
 * By horizon, when the newest footprint of a parent was that met a market become another, and when the newest that was ranked. Looked up again
 * once one was taken back. One thread.
 */
final class Newest {
    private final long[] broken = none();
    private final long[] ranked = none();
    /** Of those that are not kept. */
    private final long[] brokenBefore = none();
    private final long[] rankedBefore = none();
    private boolean unsure;

    private static long[] none() {
        long[] none = new long[Horizons.COUNT];
        Arrays.fill(none, Long.MIN_VALUE);
        return none;
    }

    /** A footprint was answered. */
    void note(Footprint footprint, int horizon) {
        note(footprint, horizon, broken, ranked);
    }

    /** A footprint will not be kept. */
    void drop(Footprint footprint) {
        for (int h = 0; h < Horizons.COUNT; h++) {
            note(footprint, h, brokenBefore, rankedBefore);
        }
    }

    /** One that was answered was taken back. */
    void doubt() {
        unsure = true;
    }

    /** {@return whether the newest of these, at a horizon, met a market that had become another} */
    boolean isBroken(int horizon, List<Footprint> footprints) {
        if (unsure) {
            look(footprints);
        }
        return broken[horizon] > ranked[horizon];
    }

    private void look(List<Footprint> footprints) {
        unsure = false;
        System.arraycopy(brokenBefore, 0, broken, 0, Horizons.COUNT);
        System.arraycopy(rankedBefore, 0, ranked, 0, Horizons.COUNT);
        for (int i = 0; i < footprints.size(); i++) {
            for (int h = 0; h < Horizons.COUNT; h++) {
                note(footprints.get(i), h);
            }
        }
    }

    private static void note(Footprint footprint, int horizon, long[] broken, long[] ranked) {
        Fate fate = footprint.fate(horizon);
        long[] newest = fate == Fate.VOLATILITY_BREAK ? broken : fate == Fate.COUNTED ? ranked : null;
        if (newest != null) {
            newest[horizon] = Math.max(newest[horizon], footprint.nanos());
        }
    }
}
