package io.leakage.core.evidence;

import io.leakage.core.order.Execution;
import io.leakage.core.order.Order;
import io.leakage.core.order.ParentOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The footprints of one parent, and what they add up to, kept exactly: one that turns out not to count leaves no trace. Two families stand side by
 * side at each horizon: all footprints, and those that did not trade. Of an order that shows very many, the oldest are not kept: what they
 * added up to stands, and is not looked at again. One thread.
 */
final class ParentEvidence {
    /** All footprints. */
    static final int ALL = 0;
    /** Those that did not trade: whatever follows them is signal alone. */
    static final int UNFILLED = 1;

    /** So many footprints are kept at least. */
    static final int KEPT = 4096;
    /** And those not older than the newest by so much: a quarter of an hour, longer than placebos reach back. */
    static final long KEPT_NANOS = 900_000_000_000L;

    private static final int FAMILIES = 2;

    private ParentOrder parent;
    private final List<Footprint> footprints = new ArrayList<>();
    /** Each child's newest, by its place; the parent's own before them. */
    private final List<Footprint> newest = new ArrayList<>();
    private final EProcess[] bets = new EProcess[FAMILIES * Horizons.COUNT];
    private final ExactMean[] excess = means();
    private final ExactMean[] responses = means();
    private final int[][] fates = new int[Horizons.COUNT][Fate.COUNT];
    private final ExactMean filled = new ExactMean();
    private final ExactMean contrast = new ExactMean();
    private final ExactMean quiet = new ExactMean();
    private final ExactMean phantom = new ExactMean();
    private final Added added;
    private final Newest newestAnswers = new Newest();
    /** Of those not kept: how many, and until when. */
    private int dropped;
    private int dropAt = KEPT + KEPT / 4;
    private long droppedUntil = Long.MIN_VALUE;
    private long first = Long.MAX_VALUE;
    private long holes;
    private long changes;
    /** How many of the parent's steps and executions were looked at, and after how many of its relinks. */
    int steps;
    int executions;
    int relinks;

    ParentEvidence(ParentOrder parent) {
        this.parent = parent;
        added = new Added(parent);
        for (int i = 0; i < bets.length; i++) {
            bets[i] = new EProcess();
        }
    }

    private static ExactMean[] means() {
        return Stream.generate(ExactMean::new).limit(FAMILIES * Horizons.COUNT).toArray(ExactMean[]::new);
    }

    /** Stands for another parent; only where there are no footprints. */
    void standFor(ParentOrder other) {
        parent = other;
    }

    ParentOrder parent() {
        return parent;
    }

    /** {@return +1 for a buy, −1 for a sell} */
    int sign() {
        return parent.side().sign();
    }

    /** {@return when its first footprint was} */
    long first() {
        return first;
    }

    /** {@return since when its order lives; an instrument's asks have no order whose life would lend them placebos} */
    long born() {
        return parent.isApart() ? Long.MAX_VALUE : first;
    }

    /** {@return {@code Flag} bits of what was not known of the market, when that was last looked at} */
    long holes() {
        return holes;
    }

    /** Keeps what was not known of the market. */
    void holes(long flags) {
        holes = flags;
    }

    /** {@return its footprints, those that are kept, in the order they became known} */
    List<Footprint> footprints() {
        return footprints;
    }

    /** {@return an order's newest footprint, null before its first} */
    Footprint newestOf(Order order) {
        int place = order.number() + 1;
        return place < newest.size() ? newest.get(place) : null;
    }

    /** Takes a footprint in, its order's newest. */
    void include(Footprint footprint) {
        changes++;
        footprints.add(footprint);
        first = Math.min(first, footprint.nanos());
        int place = footprint.order.number() + 1;
        while (newest.size() <= place) {
            newest.add(null);
        }
        newest.set(place, footprint);
        for (int h = 0; h < Horizons.COUNT; h++) {
            fates[h][footprint.fate(h).ordinal()]++;
        }
    }

    /** Forgets all footprints. */
    void forget() {
        changes++;
        for (int i = 0; i < footprints.size(); i++) {
            withdraw(footprints.get(i));
            for (int h = 0; h < Horizons.COUNT; h++) {
                fates[h][footprints.get(i).fate(h).ordinal()]--;
            }
        }
        footprints.clear();
        newest.clear();
        first = dropped == 0 ? Long.MAX_VALUE : first;
        steps = 0;
        executions = 0;
    }

    /** {@return how many of its footprints are not kept} */
    int dropped() {
        return dropped;
    }

    /** {@return from when on its footprints are kept} */
    long keptSince() {
        return droppedUntil;
    }

    /** {@return whether the oldest footprints were let go of, since there were a quarter more than are to be kept} */
    boolean dropOldest() {
        if (footprints.size() < dropAt) {
            return false;
        }
        added.settle(footprints);
        long[] times = footprints.stream().mapToLong(Footprint::nanos).sorted().toArray();
        long open = footprints.stream().filter(Footprint::isOpen).mapToLong(Footprint::nanos).min().orElse(Long.MAX_VALUE);
        long until = Math.min(open, Math.min(times[times.length - KEPT], times[times.length - 1] - KEPT_NANOS));
        int before = footprints.size();
        footprints.removeIf(footprint -> footprint.nanos() < until && drop(footprint));
        newest.replaceAll(footprint -> footprint == null || footprint.nanos() < until ? null : footprint);
        droppedUntil = Math.max(droppedUntil, until);
        dropAt = Math.max(KEPT, footprints.size()) + KEPT / 4;
        return footprints.size() < before;
    }

    private boolean drop(Footprint footprint) {
        newestAnswers.drop(footprint);
        dropped++;
        if (footprint.fate(Horizons.MAIN) == Fate.COUNTED) {
            added.drop(footprint);
        }
        return true;
    }

    /** Executions changed. */
    void follow(List<Execution> changed) {
        added.follow(changed, executions);
    }

    /** {@return a number that rises whenever something of its footprints changes} */
    long changes() {
        return changes;
    }

    /** A footprint was answered at a horizon. */
    void answered(Footprint footprint, int horizon) {
        changes++;
        fates[horizon][Fate.OPEN.ordinal()]--;
        fates[horizon][footprint.fate(horizon).ordinal()]++;
        newestAnswers.note(footprint, horizon);
        if (footprint.fate(horizon) == Fate.COUNTED) {
            count(footprint, horizon, 1);
        }
    }

    /** Another own footprint turned out to be too close to one that was answered. */
    void crowd(Footprint footprint, int horizon) {
        changes++;
        newestAnswers.doubt();
        if (footprint.fate(horizon) == Fate.COUNTED) {
            count(footprint, horizon, -1);
        }
        fates[horizon][footprint.fate(horizon).ordinal()]--;
        footprint.crowd(horizon);
        fates[horizon][Fate.CROWDED.ordinal()]++;
    }

    /** Everything about a footprint is to be answered anew. */
    void reopen(Footprint footprint) {
        changes++;
        withdraw(footprint);
        for (int h = 0; h < Horizons.COUNT; h++) {
            fates[h][footprint.fate(h).ordinal()]--;
            fates[h][Fate.OPEN.ordinal()]++;
        }
        footprint.reopen();
    }

    private void withdraw(Footprint footprint) {
        newestAnswers.doubt();
        for (int h = 0; h < Horizons.COUNT; h++) {
            if (footprint.fate(h) == Fate.COUNTED) {
                count(footprint, h, -1);
            }
        }
    }

    private void count(Footprint footprint, int horizon, int by) {
        count(footprint, horizon, ALL, by);
        if (!footprint.countedAsFilled()) {
            count(footprint, horizon, UNFILLED, by);
        }
        if (horizon == Horizons.MAIN) {
            countMain(footprint, by);
        }
    }

    private void count(Footprint footprint, int horizon, int family, int by) {
        int at = at(horizon, family);
        bets[at].count(footprint.rank(horizon), by);
        excess[at].count(footprint.excess(horizon), by);
        responses[at].count(footprint.response(horizon), by);
    }

    private void countMain(Footprint footprint, int by) {
        added.count(footprint, by);
        double response = footprint.response(Horizons.MAIN);
        if (footprint.countedAsFilled()) {
            filled.count(footprint.excess(Horizons.MAIN), by);
        }
        if (!Double.isNaN(footprint.quiet())) {
            contrast.count(response - footprint.quiet(), by);
            quiet.count(footprint.quiet(), by);
        }
        if (!Double.isNaN(footprint.phantom())) {
            phantom.count(footprint.phantom(), by);
        }
    }

    /** {@return what the excess after its footprints cost, in currency} */
    double leakCost() {
        return added.cost(footprints);
    }

    /** {@return what an excess of 1 after every footprint that counts would have cost, in currency} */
    double exposure() {
        return added.exposure(footprints);
    }

    /** {@return copies of all bets, by {@link #at}, as they were without some footprints} */
    EProcess[] betsWithout(List<Footprint> some) {
        EProcess[] without = new EProcess[bets.length];
        for (int i = 0; i < bets.length; i++) {
            without[i] = bets[i].copy();
        }
        for (Footprint footprint : some) {
            for (int h = 0; h < Horizons.COUNT; h++) {
                if (footprint.fate(h) == Fate.COUNTED) {
                    without[at(h, ALL)].count(footprint.rank(h), -1);
                    without[at(h, UNFILLED)].count(footprint.rank(h), footprint.countedAsFilled() ? 0 : -1);
                }
            }
        }
        return without;
    }

    /** {@return E: the mean of what all bets became} */
    double evidence() {
        double sum = 0;
        for (EProcess bet : bets) {
            sum += bet.value() / bets.length;
        }
        return sum;
    }

    /** {@return the most footprints that count at any horizon} */
    int counted() {
        int most = 0;
        for (int h = 0; h < Horizons.COUNT; h++) {
            most = Math.max(most, bet(h, ALL).footprints());
        }
        return most;
    }

    /** {@return the place of a horizon and a family} */
    static int at(int horizon, int family) {
        return family * Horizons.COUNT + horizon;
    }

    EProcess bet(int horizon, int family) {
        return bets[at(horizon, family)];
    }

    /** {@return response less placebo} */
    ExactMean excess(int horizon, int family) {
        return excess[at(horizon, family)];
    }

    ExactMean responses(int horizon, int family) {
        return responses[at(horizon, family)];
    }

    /** {@return number of footprints with this fate} */
    int fates(int horizon, Fate fate) {
        return fates[horizon][fate.ordinal()];
    }

    /** {@return whether of the footprints held against placebos at a horizon, or to be, the newest met a market that had become another} */
    boolean isBroken(int horizon) {
        return fates(horizon, Fate.VOLATILITY_BREAK) > 0 && newestAnswers.isBroken(horizon, footprints);
    }

    /** {@return excess after those that traded, at the main horizon} */
    ExactMean filled() {
        return filled;
    }

    /** {@return response less the mean of own quiet windows, at the main horizon} */
    ExactMean contrast() {
        return contrast;
    }

    ExactMean quiet() {
        return quiet;
    }

    ExactMean phantom() {
        return phantom;
    }

    /** {@return what excess after fills added to the price, in twice 1e-8, against the order} */
    long addedByFills() {
        return added.byFills();
    }

    /** {@return what excess after other footprints added} */
    long addedBySignals() {
        return added.bySignals();
    }
}
