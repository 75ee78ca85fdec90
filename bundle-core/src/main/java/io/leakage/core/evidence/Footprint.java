package io.leakage.core.evidence;

import io.leakage.core.metric.Due;
import io.leakage.core.order.Execution;
import io.leakage.core.order.Order;
import io.leakage.core.order.Step;

/**
 * An own action that others could see: a child came to rest, was replaced, left, or was filled. What one order does within
 * {@value #TOGETHER_NANOS} ns is one footprint, since the market sees it as one: an order that trades as it arrives, one that sweeps three
 * levels. Times in venue nanoseconds, responses in basis points, positive against the order. One thread.
 */
final class Footprint implements Due {
    /** So close together what an order does is one. */
    static final long TOGETHER_NANOS = 1_000_000L;

    /** Of {@link #kinds}: it traded. */
    static final int FILLED = 1 << Step.Kind.values().length;

    private static final int RESPONSE = 0;
    private static final int PLACEBO = Horizons.COUNT;
    private static final int RANK = 2 * Horizons.COUNT;
    private static final int QUIET = 3 * Horizons.COUNT;
    private static final int PHANTOM = QUIET + 1;
    private static final int CELLS = PHANTOM + 1;
    private static final int FATE_BITS = 4;
    private static final double[] NONE = {};

    final ParentEvidence parent;
    final Trail trail;
    final Order order;
    private final long nanos;
    private final long truncation;
    private final boolean timed;
    private boolean taken;
    private int kinds;
    private int liquidity;
    private long price;
    /** Its place in the trail. */
    int place;
    private int next;
    private byte state = MarketState.UNKNOWN;
    private byte placeboKind;
    /** By horizon, {@link #FATE_BITS} each. */
    private int fates;
    /** None until a horizon counts: of most footprints none does where we show much. */
    private double[] cells = NONE;
    private long baseTwice;
    private long addedToPrice;
    private boolean countedAsFilled;
    /** Kept by {@link ParentEvidence}: what its parent had executed by then. */
    long executedBefore;

    Footprint(ParentEvidence parent, Trail trail, Step step) {
        this(parent, trail, step.order(), step.nanos(), step.truncation(), true);
        kinds = 1 << step.kind().ordinal();
    }

    Footprint(ParentEvidence parent, Trail trail, Execution fill, boolean timed) {
        this(parent, trail, fill.order(), fill.nanos(), fill.truncation(), timed);
        fill(fill);
        taken = fill.liquidity() == 1;
    }

    private Footprint(ParentEvidence parent, Trail trail, Order order, long nanos, long truncation, boolean timed) {
        this.parent = parent;
        this.trail = trail;
        this.order = order;
        this.nanos = nanos;
        this.truncation = truncation;
        this.timed = timed;
        reopen();
    }

    /** {@return whether something an order did then belongs to it} */
    boolean spans(Order of, long at) {
        return of == order && at >= nanos && at - nanos <= TOGETHER_NANOS;
    }

    /** Takes another step of its order in. */
    void include(Step step) {
        kinds |= 1 << step.kind().ordinal();
    }

    /** Takes a fill of its order in; the first says who was the aggressor. */
    void fill(Execution fill) {
        if (!isFilled()) {
            liquidity = fill.liquidity();
            price = fill.price();
        }
        kinds |= FILLED;
    }

    /** {@return whether it began with somebody taking our resting order (LastLiquidityInd 1): then it was not we who acted} */
    boolean isTaken() {
        return taken;
    }

    /** {@return when it was, its first instant} */
    long nanos() {
        return nanos;
    }

    /** {@return when its window of a horizon ends, at the latest} */
    long until(int horizon) {
        return nanos + Math.max(0, truncation - 1) + Horizons.nanos(horizon);
    }

    /** {@return whether its time is the venue's, and fine enough for a horizon} */
    boolean isTimed(int horizon) {
        return timed && 2 * truncation <= Horizons.nanos(horizon);
    }

    /** {@return bits by the places of {@link Step.Kind}, and {@link #FILLED}} */
    int kinds() {
        return kinds;
    }

    boolean isFilled() {
        return (kinds & FILLED) != 0;
    }

    /** {@return LastLiquidityInd of its first fill, 0 when absent} */
    int liquidity() {
        return liquidity;
    }

    /** {@return LastPx of its first fill} */
    long price() {
        return price;
    }

    /** {@return +1 for a buy, −1 for a sell} */
    int sign() {
        return parent.sign();
    }

    @Override
    public boolean isOpen() {
        return next < Horizons.COUNT;
    }

    @Override
    public long due() {
        return until(next) + 1;
    }

    /** {@return the horizon to be answered next} */
    int next() {
        return next;
    }

    /** Answers the next horizon without a number. */
    void answer(Fate fate) {
        set(next++, fate);
    }

    private void set(int horizon, Fate fate) {
        int shift = horizon * FATE_BITS;
        fates = fates & ~(((1 << FATE_BITS) - 1) << shift) | fate.ordinal() << shift;
    }

    private void makeRoom() {
        cells = cells == NONE ? new double[CELLS] : cells;
    }

    /** Says among what its placebos are drawn: which kind of instants, the market in which state. */
    void match(int kind, int marketState) {
        placeboKind = (byte) kind;
        state = (byte) marketState;
    }

    /** {@return what kind of instants its placebos are, of {@link Placebos}} */
    int placeboKind() {
        return placeboKind;
    }

    /** {@return the market's state just before it, of {@link MarketState}} */
    int state() {
        return state;
    }

    /** Says what is known beside, before the main horizon is answered. */
    void tell(double quietMove, double phantomGain, long midTwice) {
        makeRoom();
        cells[QUIET] = quietMove;
        cells[PHANTOM] = phantomGain;
        baseTwice = midTwice;
    }

    /** Answers the next horizon. */
    void count(double response, double placebo, double rank) {
        makeRoom();
        cells[RESPONSE + next] = response;
        cells[PLACEBO + next] = placebo;
        cells[RANK + next] = rank;
        countedAsFilled = isFilled();
        if (next == Horizons.MAIN) {
            addedToPrice = Math.round((response - placebo) * baseTwice / 1e4);
        }
        set(next++, Fate.COUNTED);
    }

    /** It counts no longer: something came close that was not known. */
    void crowd(int horizon) {
        set(horizon, Fate.CROWDED);
    }

    /** Everything is to be answered anew. */
    final void reopen() {
        next = 0;
        fates = 0;   // OPEN
    }

    /** {@return whether a price was not known at some horizon} */
    boolean isDisturbed() {
        for (int h = 0; h < Horizons.COUNT; h++) {
            if (fate(h) == Fate.DISTURBED) {
                return true;
            }
        }
        return false;
    }

    Fate fate(int horizon) {
        return Fate.at(fates >> horizon * FATE_BITS & (1 << FATE_BITS) - 1);
    }

    /** {@return how the mid moved against the order, of a horizon that counts} */
    double response(int horizon) {
        return cells[RESPONSE + horizon];
    }

    /** {@return mean of its placebos} */
    double placebo(int horizon) {
        return cells[PLACEBO + horizon];
    }

    /** {@return its rank among them} */
    double rank(int horizon) {
        return cells[RANK + horizon];
    }

    /** {@return response less placebo} */
    double excess(int horizon) {
        return response(horizon) - placebo(horizon);
    }

    /** {@return mean move against the order in its parent's own quiet windows, at the main horizon; NaN when there were too few} */
    double quiet() {
        return cells[QUIET];
    }

    /** {@return what a phantom earned on it by the main horizon, in basis points; NaN when not known} */
    double phantom() {
        return cells[PHANTOM];
    }

    /** {@return what its excess added to the price by the main horizon, in twice 1e-8} */
    long addedToPrice() {
        return addedToPrice;
    }

    /** {@return twice the mid just before it, once the main horizon counts} */
    long baseTwice() {
        return baseTwice;
    }

    /** {@return whether it counted as one that traded} */
    boolean countedAsFilled() {
        return countedAsFilled;
    }
}
