package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.core.book.Listing;
import io.leakage.core.order.Execution;

/**
 * The mids around one fill, from a minute before it to half an hour after, asked for in the order of time, one at a time: so a fill stands
 * on the agenda once, however many horizons there are.
 */
final class FillMids implements Question {
    private static final int LO = Horizon.count();
    private static final int HI = 2 * Horizon.count();
    private static final int FLAGS = 3 * Horizon.count();

    private final Fills fills;
    private final int number;
    /** Twice the mid, its lowest, its highest, its flags: each for every horizon. */
    private final long[] cells = new long[4 * Horizon.count()];
    private long nanos = Absent.LONG;
    private long truncation;
    private long bid = Absent.LONG;
    private long offer = Absent.LONG;
    /** The narrowest and the widest spread it may have been, and the ends of either side. */
    private long bidLo;
    private long bidHi;
    private long offerLo;
    private long offerHi;
    private int next;
    private boolean followed;
    /** What of the execution its sums hold. */
    private long price;
    private long quantity;
    private int liquidity;

    /**
     * @param fills  of its parent
     * @param number its place among them
     */
    FillMids(Fills fills, int number) {
        this.fills = fills;
        this.number = number;
        forget();
    }

    /** {@return its place among the fills of its parent} */
    int number() {
        return number;
    }

    /** {@return how many horizons were answered} */
    int answered() {
        return next;
    }

    /** {@return whether an execution was looked at} */
    boolean isFollowed() {
        return followed;
    }

    /** Looks at the execution as it now stands. {@return whether it has to be asked anew} */
    boolean follow(Execution execution) {
        followed = true;
        price = execution.price();
        quantity = execution.quantity();
        liquidity = execution.liquidity();
        if (execution.nanos() == nanos && execution.truncation() == truncation) {
            return false;
        }
        nanos = execution.nanos();
        truncation = execution.truncation();
        forget();
        return isOpen();
    }

    @Override
    public Meter meter() {
        return fills.meter();
    }

    @Override
    public boolean isOpen() {
        return next < Horizon.count() && nanos != Absent.LONG;
    }

    @Override
    public long due() {
        // what lies before the fill is asked with the fill: a halt between them has to be known
        return last(Horizon.at(Math.max(next, Horizon.TOUCH.ordinal()))) + 1;
    }

    @Override
    public void answer(Listing listing) {
        long due = due();
        int first = next;
        while (isOpen() && due() == due) {
            answer(Horizon.at(next++), listing);
        }
        fills.answered(this, first, next);
    }

    /** Answers once more what a hole that has been filled kept from being known. {@return whether there was something} */
    boolean answerAgain(Listing listing) {
        boolean any = false;
        for (int i = 0; i < next; i++) {
            if (AsOf.isRepairable(cells[FLAGS + i])) {
                answer(Horizon.at(i), listing);
                any = true;
            }
        }
        return any;
    }

    @Override
    public void censor() {
        int first = next;
        while (next < Horizon.count()) {
            unknown(next++, Flag.CENSORED.bit());
        }
        fills.answered(this, first, next);
    }

    private void answer(Horizon horizon, Listing listing) {
        AsOf asked = fills.probe();
        asked.ask(first(horizon), truncation, horizon.isAfter() ? nanos : Absent.LONG);
        asked.answer(listing);
        int at = horizon.ordinal();
        unknown(at, asked.flags());
        if (horizon.nanos() < 0 && first(horizon) < listing.knownSince()) {
            unknown(at, Flag.BEFORE_TAPE.bit());
        } else if (horizon.nanos() < 0 && listing.tape().disturbedBetween(first(horizon), nanos - 1)) {
            unknown(at, asked.flags() | Flag.CENSORED.bit());
        } else if (asked.midTwice() != Absent.LONG) {
            cells[at] = asked.midTwice();
            cells[LO + at] = asked.range().loTwice();
            cells[HI + at] = asked.range().hiTwice();
        }
        if (horizon == Horizon.TOUCH) {
            bid = asked.bid();
            offer = asked.offer();
            bidLo = asked.range().bidLo();
            bidHi = asked.range().bidHi();
            offerLo = asked.range().offerLo();
            offerHi = asked.range().offerHi();
        }
    }

    private long first(Horizon horizon) {
        return horizon == Horizon.TOUCH ? nanos - 1 : nanos + horizon.nanos();
    }

    private long last(Horizon horizon) {
        return first(horizon) + Math.max(0, truncation - 1);
    }

    private void forget() {
        next = 0;
        bid = Absent.LONG;
        offer = Absent.LONG;
        for (int i = 0; i < Horizon.count(); i++) {
            unknown(i, Flag.AWAITING_MARKET_DATA.bit());
        }
    }

    private void unknown(int horizon, long why) {
        cells[horizon] = Absent.LONG;
        cells[LO + horizon] = Absent.LONG;
        cells[HI + horizon] = Absent.LONG;
        cells[FLAGS + horizon] = why;
    }

    /** {@return twice the mid in units of 1e-8, {@code Absent.LONG} while unknown} */
    long midTwice(Horizon horizon) {
        return cells[horizon.ordinal()];
    }

    /** {@return twice the lowest mid it may have been} */
    long loTwice(Horizon horizon) {
        return cells[LO + horizon.ordinal()];
    }

    /** {@return twice the highest mid it may have been} */
    long hiTwice(Horizon horizon) {
        return cells[HI + horizon.ordinal()];
    }

    /** {@return {@link Flag} bits of a horizon} */
    long flags(Horizon horizon) {
        return cells[FLAGS + horizon.ordinal()];
    }

    /** {@return the bid just before the fill, or {@code Absent.LONG}} */
    long bid() {
        return bid;
    }

    /** {@return the offer just before the fill, or {@code Absent.LONG}} */
    long offer() {
        return offer;
    }

    /** {@return the lowest bid it may have been} */
    long bidLo() {
        return bidLo;
    }

    /** {@return the highest bid it may have been} */
    long bidHi() {
        return bidHi;
    }

    /** {@return the lowest offer it may have been} */
    long offerLo() {
        return offerLo;
    }

    /** {@return the highest offer it may have been} */
    long offerHi() {
        return offerHi;
    }

    /** {@return LastPx as counted, units of 1e-8} */
    long price() {
        return price;
    }

    /** {@return the quantity that counts, 0 once busted} */
    long quantity() {
        return quantity;
    }

    /** {@return LastLiquidityInd (851), 0 when absent} */
    int liquidity() {
        return liquidity;
    }

    /** Writes the mids to the fill's row. */
    void write(FillRow row) {
        row.quote(bid, offer);
        for (int i = 0; i < Horizon.count(); i++) {
            row.mid(Horizon.at(i), cells[i], cells[LO + i], cells[HI + i], cells[FLAGS + i]);
        }
    }
}
