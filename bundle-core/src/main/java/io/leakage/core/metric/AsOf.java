package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import io.leakage.core.book.MidRange;
import io.leakage.core.book.QuoteTape;

/**
 * A question to the quote tape, "what was the mid at that time", and its answer. Asked when an order event names the time, answered once
 * the feed has come past it: so the answer is the same whichever of the two arrived first.
 *
 * <p>A time cut off after its milliseconds may be any instant of that millisecond: the mid is then the one at its beginning, and the range
 * holds every mid in force within it.
 */
final class AsOf implements Question {
    private static final long REPAIRABLE = Flag.MD_GAP.bit() | Flag.MD_STALE.bit();

    private final Meter meter;
    private final boolean before;
    private final MidRange range = new MidRange();
    /** First and last instant it may mean. */
    private long from = Absent.LONG;
    private long to = Absent.LONG;
    private long since = Absent.LONG;
    private long midTwice = Absent.LONG;
    private long bid = Absent.LONG;
    private long offer = Absent.LONG;
    private long message = Absent.LONG;
    private long flags;
    private boolean open;
    private boolean answered;

    /**
     * A question not asked yet.
     *
     * @param meter  who asks
     * @param before true for the mid just before the time, false for the mid in force at it
     */
    AsOf(Meter meter, boolean before) {
        this.meter = meter;
        this.before = before;
    }

    /**
     * Asks.
     *
     * @param at         the time, or {@code Absent.LONG} to take the question back
     * @param truncation for so many nanoseconds from {@code at} on the event may have been; 0 when the time is exact
     * @param start      a halt or auction from here to {@code at} makes the answer CENSORED; {@code Absent.LONG} for no such window
     * @return true when this is a new question that waits for its answer
     */
    boolean ask(long at, long truncation, long start) {
        long first = at == Absent.LONG || !before ? at : at - 1;
        long last = at == Absent.LONG ? at : first + Math.max(0, truncation - 1);
        if (first == from && last == to && start == since) {
            return false;
        }
        from = first;
        to = last;
        since = start;
        answered = false;
        open = at != Absent.LONG;
        unknown(open ? Flag.AWAITING_MARKET_DATA.bit() : 0);
        return open;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public long due() {
        return to + 1;
    }

    /** {@return the first instant it may mean} */
    long from() {
        return from;
    }

    /** {@return the last instant it may mean} */
    long to() {
        return to;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** {@return whether it was answered, be it that the mid is unknown} */
    boolean isAnswered() {
        return answered;
    }

    /** {@return whether the time was known too coarsely for one answer} */
    boolean isUndecidable() {
        return Flag.ORDER_UNDECIDABLE.in(flags);
    }

    @Override
    public void answer(Listing listing) {
        QuoteTape tape = listing.tape();
        int row = tape.rowAt(from);
        open = false;
        answered = true;
        range.clear();
        flags = flags(tape, row) | listing.holesAt(from);
        midTwice = listing.holesAt(from) == 0 ? midTwice(tape, row) : Absent.LONG;
        bid = midTwice == Absent.LONG ? Absent.LONG : tape.bid(row);
        offer = midTwice == Absent.LONG ? Absent.LONG : tape.offer(row);
        message = midTwice == Absent.LONG ? Absent.LONG : tape.message(row);
        if (since != Absent.LONG && tape.disturbedBetween(since, to)) {
            midTwice = Absent.LONG;
            flags |= Flag.CENSORED.bit();
        }
        if (midTwice != Absent.LONG) {
            range.include(bid, offer);
            if (to > from) {
                weigh(listing);
            }
        }
    }

    /** Every other instant it may mean. */
    private void weigh(Listing listing) {
        long doubts = listing.tape().widen(from, to, range) | listing.holesWithin(from, to);
        if (doubts != 0 || !range.isPoint()) {
            flags |= doubts | Flag.ORDER_UNDECIDABLE.bit();
        }
    }

    /** Answers once more if a hole that has been filled was in the way. {@return whether it was} */
    boolean answerAgain(Listing listing) {
        boolean repairable = answered && isRepairable(flags);
        if (repairable) {
            answer(listing);
        }
        return repairable;
    }

    /** {@return whether an answer with these flags may become another when a hole is filled} */
    static boolean isRepairable(long flags) {
        return (flags & REPAIRABLE) != 0;
    }

    /** {@return twice the mid of a row, {@code Absent.LONG} when there is no such row} */
    static long midTwice(QuoteTape tape, int row) {
        return row < 0 ? Absent.LONG : tape.midTwice(row);
    }

    /** {@return the flags of a row, or why there is none: no quote yet is a book with empty sides} */
    static long flags(QuoteTape tape, int row) {
        return row == QuoteTape.BEFORE_REACH ? Flag.BEFORE_TAPE.bit() : row < 0 ? Flag.ONE_SIDED.bit() : tape.flags(row);
    }

    @Override
    public void censor() {
        open = false;
        unknown(Flag.CENSORED.bit());
    }

    private void unknown(long why) {
        midTwice = Absent.LONG;
        bid = Absent.LONG;
        offer = Absent.LONG;
        message = Absent.LONG;
        range.clear();
        flags = why;
    }

    /** {@return the bid of that mid in units of 1e-8, {@code Absent.LONG} while it is unknown} */
    long bid() {
        return bid;
    }

    /** {@return the offer of that mid in units of 1e-8, {@code Absent.LONG} while it is unknown} */
    long offer() {
        return offer;
    }

    /** {@return the feed's number of the message that made that quote, {@code Absent.LONG} while it is unknown} */
    long message() {
        return message;
    }

    /** {@return twice the mid in units of 1e-8, {@code Absent.LONG} while unknown or undefined} */
    long midTwice() {
        return midTwice;
    }

    /** {@return the mids it may have been, {@link #midTwice} among them; empty while that is unknown} */
    MidRange range() {
        return range;
    }

    /** {@return {@link Flag} bits: why it is unknown, or what is to be known beside it} */
    long flags() {
        return flags;
    }
}
