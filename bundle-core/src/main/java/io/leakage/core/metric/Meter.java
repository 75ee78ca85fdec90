package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.Listing;
import io.leakage.core.book.Market;
import io.leakage.core.book.MidRange;
import io.leakage.core.event.Rows;
import io.leakage.core.order.ParentOrder;

/** Runs one parent's measures: asks the tape for the prices they need, and writes its rows. */
public final class Meter {
    /** What makes every number doubtful: the story of the order itself is not whole. */
    private static final long OF_COPY = Flag.DC_GAP.bit() | Flag.DC_EPOCH.bit() | Flag.DC_STALE.bit() | Flag.PARTIAL_HISTORY.bit();
    private static final long OF_ARRIVAL = OF_COPY | Flag.ARRIVAL_INFERRED.bit() | Flag.TIME_INFERRED.bit();
    private static final long OF_EXECUTIONS = Flag.RECON_MISMATCH.bit() | Flag.CONFLICT.bit() | Flag.CORRECTED.bit() | Flag.LATE_FILL.bit()
            | Flag.FILL_THROUGH_LIMIT.bit() | Flag.TIME_INFERRED.bit() | Flag.OVERFLOW.bit()
            | Flag.CORRECTION_WAITING.bit() | Flag.RESTATED.bit() | Flag.UNIT_AMBIGUOUS.bit() | OF_COPY;

    /** No measure reads the shares of the quote, and a person sees no more than ten rows a second. */
    private static final long OLD_NANOS = 100_000_000L;

    private final ParentOrder parent;
    private final ParentRow current = new ParentRow();
    private final Paper paper;
    private final ParentMids mids;
    private final Fills fills;
    private final Shortfall shortfall;
    private final Life life;
    private final OwnFootprints footprints;
    private final Impact impact;
    private final Basket basket;
    private final Inputs inputs;
    private final Window window = new Window();
    private final Interval interval = new Interval();
    private final Now now = new Now();
    private long version;
    /** Kept by {@link Meters}: whether what changes a shown number must be told as an amendment. */
    boolean amends;
    /** Kept by {@link Meters}: whether more than the quote changed since it was written. */
    boolean rescore = true;
    /** Kept by {@link Meters}: whether it waits to be written. */
    boolean dirty;
    /** Kept by {@link Meters}: whether its instrument is bound to a feed and its questions stand on that feed's agenda. */
    boolean bound;
    /** Kept by {@link Meters}: whether its instrument's list has it. */
    boolean listed;

    Meter(ParentOrder parent) {
        this.parent = parent;
        paper = new Paper(parent);
        mids = new ParentMids(this, parent);
        fills = new Fills(this, parent);
        shortfall = new Shortfall(this);
        life = new Life(this, parent);
        footprints = new OwnFootprints(this, parent);
        impact = new Impact(this);
        basket = new Basket(this);
        inputs = new Inputs(this);
    }

    ParentOrder parent() {
        return parent;
    }

    /** Asks for every price that the order's state now calls for; new questions go on the agenda. */
    void ask(Agenda<Question> agenda) {
        mids.ask(agenda);
        fills.ask(agenda);
        life.ask(agenda);
        footprints.ask(agenda);
    }

    /** Puts every open question on the agenda: the instrument was bound to its feed. */
    void await(Agenda<Question> agenda) {
        mids.await(agenda);
        fills.await(agenda);
        life.await(agenda);
        footprints.await(agenda);
    }

    /** Answers again what a hole had kept from being known. {@return whether there was something} */
    boolean answerAgain(Listing listed) {
        return mids.answerAgain(listed) | fills.answerAgain(listed) | footprints.answerAgain(listed);
    }

    /** {@return the mids the parent as a whole is measured against} */
    ParentMids mids() {
        return mids;
    }

    /** {@return the market around its fills} */
    Fills fills() {
        return fills;
    }

    /** {@return what the market did over its life} */
    Life life() {
        return life;
    }

    /** {@return what it showed the street} */
    OwnFootprints footprints() {
        return footprints;
    }

    /** {@return its instrument, null while that has no feed} */
    Listing listing() {
        return now.listing();
    }

    /** {@return {@link Flag} bits of the window looked at last} */
    long windowFlags() {
        return window.flags();
    }

    /** {@return what an order of its size is expected to do} */
    Impact impact() {
        return impact;
    }

    /** {@return what the instruments its own is compared with did} */
    Basket basket() {
        return basket;
    }

    /** {@return implementation shortfall and its parts} */
    Shortfall shortfall() {
        return shortfall;
    }

    long arrivalMidTwice() {
        return mids.arrival().midTwice();
    }

    /** {@return its instrument as it is now} */
    Now now() {
        return now;
    }

    AsOf atArrival() {
        return mids.arrival();
    }

    long arrivalFlags() {
        return mids.arrival().flags() | parent.flags() & OF_ARRIVAL;
    }

    /** {@return {@link Flag} bits of the time of its arrival} */
    long beginningFlags() {
        return parent.flags() & OF_ARRIVAL;
    }

    long executionFlags() {
        return parent.flags() & OF_EXECUTIONS;
    }

    long fillFlags() {
        return arrivalFlags() | executionFlags();
    }

    /** {@return twice Σ s(pᵢ − P)qᵢ in units of 1e-8; only after {@link #suppressedWithoutCost} said no} */
    long costTwice(long arrivalTwice) {
        return parent.side().sign() * parent.ledger().overTwice(arrivalTwice);
    }

    /** Suppresses a measure of cost when there is nothing to compute it from; {@return whether it did} */
    boolean suppressedWithoutCost(ParentRow row, Measure measure) {
        if (suppressedWithoutFills(row, measure)) {
            return true;
        }
        boolean unknown = mids.arrival().midTwice() == Absent.LONG;
        if (unknown || isTooLarge(mids.arrival().range().loTwice()) || isTooLarge(mids.arrival().range().hiTwice())) {
            row.suppress(measure, unknown ? Flag.NO_ARRIVAL_PRICE.bit() | arrivalFlags() : Flag.OVERFLOW.bit());
            return true;
        }
        return false;
    }

    private boolean isTooLarge(long arrivalTwice) {
        try {
            parent.ledger().overTwice(arrivalTwice);
            return false;
        } catch (ArithmeticException tooLarge) {
            return true;
        }
    }

    /** Suppresses a measure around the fills while none has its mid; {@return whether it did} */
    boolean suppressedWithoutMids(ParentRow row, Measure measure, Horizon horizon) {
        FillSums sums = fills.at(horizon);
        if (fills.counted() == 0) {
            row.suppress(measure, Flag.NO_FILL.bit());
        } else if (sums.overflowed()) {
            row.suppress(measure, Flag.OVERFLOW.bit());
        } else if (sums.known() == 0) {
            row.suppress(measure, sums.flags() | awaiting(horizon));
        } else {
            return false;
        }
        return true;
    }

    /** Writes a number over the fills, with the interval at hand. */
    void giveOverFills(ParentRow row, Measure measure, double value, Horizon horizon, long flags) {
        give(row, measure, value, executionFlags() | fills.at(horizon).flags() | awaiting(horizon) | flags);
    }

    private long awaiting(Horizon horizon) {
        return fills.open(horizon) > 0 ? Flag.AWAITING_MARKET_DATA.bit() : 0;
    }

    /** {@return the interval of the number being computed; {@link #give} writes it} */
    Interval interval() {
        return interval;
    }

    /** Writes what the fills cost against a benchmark in units of 1e-8, which may be any between {@code lo} and {@code hi}. */
    void giveAgainst(ParentRow row, Measure measure, double benchmark, double lo, double hi, long flags) {
        double average = parent.ledger().averagePrice() * 1e8;
        double value = Bps.against(parent.side(), average, benchmark);
        interval.begin(value);
        interval.include(Bps.against(parent.side(), average, lo));
        interval.include(Bps.against(parent.side(), average, hi));
        Scores.give(row, measure, value, interval.lo(), interval.hi(), executionFlags() | flags);
    }

    /** Suppresses a measure of the fills against a benchmark when there are none; {@return whether it did} */
    boolean suppressedWithoutFills(ParentRow row, Measure measure) {
        if (parent.ledger().executed() == 0) {
            row.suppress(measure, Flag.NO_FILL.bit());
        } else if (parent.ledger().overflowed()) {
            row.suppress(measure, Flag.OVERFLOW.bit());
        } else {
            return false;
        }
        return true;
    }

    /** Writes a number with the interval at hand. */
    void give(ParentRow row, Measure measure, double value, long flags) {
        Scores.give(row, measure, value, interval.lo(), interval.hi(), flags);
    }

    /** Looks at what the window between two instants held; {@link #giveMove} then tells of it. */
    void look(long from, long to) {
        window.look(now.listing(), from, to);
    }

    /** Writes the move from one mid to another; its interval is what times too coarse and holes in the window leave possible. */
    void giveMove(ParentRow row, Measure measure, AsOf from, long toTwice, MidRange to, long flags) {
        if (window.isTooThin()) {
            row.suppress(measure, flags | window.flags());
            return;
        }
        double value = Bps.of(parent.side(), toTwice, from.midTwice());
        interval.begin(value);
        widen(from.range(), to);
        widen(from.range(), window.range());
        Scores.give(row, measure, value, interval.lo(), interval.hi(), flags | window.flags());
    }

    /** As {@link #giveMove}, in basis points of the mid at arrival. */
    void giveMoveOfArrival(ParentRow row, Measure measure, AsOf from, AsOf to, long flags) {
        if (window.isTooThin()) {
            row.suppress(measure, flags | window.flags());
            return;
        }
        double base = arrivalMidTwice();
        double value = Bps.of(parent.side(), to.midTwice() - from.midTwice(), base);
        interval.begin(value);
        MidRange arrival = mids.arrival().range();
        for (int corner = 0; corner < 2; corner++) {
            double at = corner == 0 ? arrival.loTwice() : arrival.hiTwice();
            interval.include(Bps.of(parent.side(), to.range().loTwice() - from.range().hiTwice(), at));
            interval.include(Bps.of(parent.side(), to.range().hiTwice() - from.range().loTwice(), at));
        }
        Scores.give(row, measure, value, interval.lo(), interval.hi(), flags | window.flags());
    }

    private void widen(MidRange from, MidRange to) {
        if (!to.isEmpty()) {
            interval.include(Bps.of(parent.side(), to.loTwice(), from.loTwice()));
            interval.include(Bps.of(parent.side(), to.loTwice(), from.hiTwice()));
            interval.include(Bps.of(parent.side(), to.hiTwice(), from.loTwice()));
            interval.include(Bps.of(parent.side(), to.hiTwice(), from.hiTwice()));
        }
    }

    /** Writes what the fills cost. It needs no mid but the one at arrival, so holes after that do not touch it; halts and the like do. */
    void giveCost(ParentRow row, Measure measure, double value, double lo, double hi) {
        long last = mids.atLastFill().to();
        long breaks = last == Absent.LONG || listing().isPristine() ? 0 : listing().breaksWithin(mids.arrival().from(), last);
        Scores.give(row, measure, value, lo, hi, fillFlags() | breaks);
    }

    /** {@return whether its row is so old at this time that what changes by time alone should be told anew} */
    boolean isOld(long nanos) {
        return current.asOfNanos() == Absent.LONG || nanos - current.asOfNanos() >= OLD_NANOS;
    }

    /**
     * Writes the parent's row, and the rows of children and fills that changed. A new quote alone changes what is measured now.
     *
     * @param shown to keep in it for the while of the call what was shown before
     */
    void write(Market market, Meters all, long orderSequence, Rows rows, ParentRow shown) {
        int feed = parent.instrument() == Absent.NAME ? Absent.NAME : market.feed(parent.instrument());
        now.look(market, parent.instrument());
        basket.look(market, all);
        if (amends) {
            shown.copyFrom(current);
        }
        if (rescore) {
            fills.settle();
            footprints.fades().settle();
            paper.write(current, mids.arrival().midTwice());
            mids.write(current);
            score(ParentMeasures.ALL, all.further());
            current.questions(mids.answered());
            current.undecidable(mids.undecidable());
        } else {
            score(ParentMeasures.OF_NOW, all.further());
        }
        if (market.clock().state() == ClockState.TAI_SUSPECT) {
            suppressAll(Flag.CLOCK_TAI_SUSPECT.bit());
        }
        if (Flag.DC_HOLE.in(parent.flags())) {
            suppressAll(Flag.DC_HOLE.bit());
        }
        current.version(++version);
        current.asOfNanos(feed == Absent.NAME ? Absent.LONG : market.watermark(feed));
        current.marketSequence(feed == Absent.NAME ? Absent.LONG : market.sequence(feed));
        current.orderSequence(orderSequence);
        current.clock(market.clock().state(), market.clock().uncertaintyNanos());
        rows.addParent().copyFrom(current);
        if (amends) {
            amends = false;
            amend(rows, shown);
        }
        if (rescore) {
            paper.writeChanges(rows, fills);
            rescore = false;
        }
    }

    /** One line for every number that is another than was shown. */
    private void amend(Rows rows, ParentRow shown) {
        for (int i = 0; i < Measure.count() && version > 1; i++) {
            Measure measure = Measure.at(i);
            if (shown.status(measure) != current.status(measure)
                    || Double.compare(shown.value(measure), current.value(measure)) != 0
                    || shown.flags(measure) != current.flags(measure)) {
                rows.amended(new Amendment(parent.number(), version, measure, shown.value(measure), shown.status(measure),
                        shown.flags(measure), current.value(measure), current.status(measure), current.flags(measure)));
            }
        }
    }

    private void score(ParentMeasure[] measures, Further further) {
        if (parent.side() == null) {
            suppressAll(Flag.ARRIVAL_INFERRED.bit());
            return;
        }
        shortfall.look();
        life.look(now.listing(), now.nanos());
        if (measures == ParentMeasures.ALL) {
            inputs.write(current);
        } else {
            inputs.writeNow(current);
        }
        for (ParentMeasure measure : measures) {
            measure.score(this, current);
        }
        further.score(parent, current, measures == ParentMeasures.ALL);
    }

    private void suppressAll(long flags) {
        current.grade(Grade.CANNOT_SAY);
        for (int i = 0; i < Measure.count(); i++) {
            current.suppress(Measure.at(i), flags);
        }
    }
}
