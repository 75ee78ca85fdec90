package io.leakage.core.evidence;

import io.leakage.core.metric.OwnTape;
import io.leakage.core.order.Execution;
import io.leakage.core.order.ParentOrder;
import java.util.List;

/**
 * What the excess after a parent's footprints added to the price, and so to what was executed afterwards. Whoever asks hands in the footprints
 * that are kept; what others leave behind is here. One thread.
 */
final class Added {
    private final OwnTape tape;
    /** To the price, in twice 1e-8: by fills, by signals; and both times what had been executed by then. */
    private long byFills;
    private long bySignals;
    private long before;
    private long newestCounted = Long.MIN_VALUE;
    /** Whether an execution came late, or is another now: what had been executed by then has to be looked at anew. */
    private boolean stale;
    /** What {@link #exposure} was, with so much executed; to be looked at anew once another footprint counts. */
    private double exposure;
    private long exposureExecuted;
    private boolean exposureKnown;
    /** What footprints that are not kept leave in {@link #before} and {@link #exposure}. */
    private long droppedBefore;
    private double droppedBase;
    private double droppedBaseBefore;

    Added(ParentOrder parent) {
        tape = new OwnTape(parent);
    }

    /**
     * Executions changed.
     *
     * @param followed so many of the parent's executions were known before
     */
    void follow(List<Execution> changed, int followed) {
        tape.follow(changed);
        for (int i = 0; i < changed.size(); i++) {
            stale |= changed.get(i).number() < followed || changed.get(i).nanos() <= newestCounted;
        }
    }

    /** A footprint counts at the main horizon, or no longer does. */
    void count(Footprint footprint, int by) {
        exposureKnown = false;
        if (footprint.countedAsFilled()) {
            byFills += by * footprint.addedToPrice();
        } else {
            bySignals += by * footprint.addedToPrice();
        }
        if (by > 0) {
            newestCounted = Math.max(newestCounted, footprint.nanos());
            footprint.executedBefore = executedUntil(footprint.nanos());
        }
        before += by * footprint.addedToPrice() * footprint.executedBefore;
    }

    /** A footprint that counts will not be kept; what had been executed by then is up to date. */
    void drop(Footprint footprint) {
        exposureKnown = false;
        double base = footprint.baseTwice() / 2e8;
        droppedBefore += footprint.addedToPrice() * footprint.executedBefore;
        droppedBase += base;
        droppedBaseBefore += base * footprint.executedBefore;
    }

    private long executedUntil(long nanos) {
        return tape.since(Long.MIN_VALUE) - tape.since(nanos + 1);
    }

    /** Brings up to date what had been executed by the time of each footprint. */
    void settle(List<Footprint> footprints) {
        if (!stale) {
            return;
        }
        stale = false;
        exposureKnown = false;
        before = droppedBefore;
        for (int i = 0; i < footprints.size(); i++) {
            Footprint footprint = footprints.get(i);
            if (footprint.fate(Horizons.MAIN) == Fate.COUNTED) {
                footprint.executedBefore = executedUntil(footprint.nanos());
                before += footprint.addedToPrice() * footprint.executedBefore;
            }
        }
    }

    /** {@return Σ of what each footprint's excess added to the price, times what was executed after it, in currency} */
    double cost(List<Footprint> footprints) {
        settle(footprints);
        return ((byFills + bySignals) * (double) tape.since(Long.MIN_VALUE) - before) / 2e8;
    }

    /** {@return Σ of price times what was executed after each footprint that counts, in currency: what an excess of 1 would have cost} */
    double exposure(List<Footprint> footprints) {
        long executed = tape.since(Long.MIN_VALUE);
        if (!exposureKnown || executed != exposureExecuted) {
            exposure = exposure(footprints, executed);
            exposureExecuted = executed;
            exposureKnown = true;
        }
        return exposure;
    }

    private double exposure(List<Footprint> footprints, long executed) {
        double sum = droppedBase * executed - droppedBaseBefore;
        for (int i = 0; i < footprints.size(); i++) {
            Footprint footprint = footprints.get(i);
            if (footprint.fate(Horizons.MAIN) == Fate.COUNTED) {
                sum += footprint.baseTwice() / 2e8 * (executed - footprint.executedBefore);
            }
        }
        return sum;
    }

    /** {@return what excess after fills added to the price, in twice 1e-8, against the order} */
    long byFills() {
        return byFills;
    }

    /** {@return what excess after other footprints added} */
    long bySignals() {
        return bySignals;
    }
}
