package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.book.QuoteTape;

/**
 * A question to the quote tape, "what was the mid at that time", and its answer. Asked when an order event names the time, answered once
 * the
 * feed has come past it: so the answer is the same whichever of the two arrived first.
 */
final class AsOf {
    final Meter meter;
    private final boolean before;
    private long nanos = Absent.LONG;
    private long since = Absent.LONG;
    private long midTwice = Absent.LONG;
    private long flags;
    private boolean open;

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
     * @param at    the time, or {@code Absent.LONG} to take the question back
     * @param start a halt or auction from here to {@code at} makes the answer CENSORED; {@code Absent.LONG} for no such window
     * @return true when this is a new question that waits for its answer
     */
    boolean ask(long at, long start) {
        if (at == nanos && start == since) {
            return false;
        }
        nanos = at;
        since = start;
        midTwice = Absent.LONG;
        open = at != Absent.LONG;
        flags = open ? Flag.AWAITING_MARKET_DATA.bit() : 0;
        return open;
    }

    /** {@return the watermark from which the answer is certain} */
    long due() {
        return before ? nanos : nanos + 1;
    }

    /** {@return whether it still waits} */
    boolean isOpen() {
        return open;
    }

    /** Answers from the tape: the feed has come far enough. */
    void answer(QuoteTape tape) {
        int row = before ? tape.rowBefore(nanos) : tape.rowAt(nanos);
        open = false;
        midTwice = midTwice(tape, row);
        flags = flags(tape, row);
        if (since != Absent.LONG && tape.disturbedBetween(since, nanos)) {
            midTwice = Absent.LONG;
            flags |= Flag.CENSORED.bit();
        }
    }

    /** {@return twice the mid of a row, {@code Absent.LONG} when there is no such row} */
    static long midTwice(QuoteTape tape, int row) {
        return row < 0 ? Absent.LONG : tape.midTwice(row);
    }

    /** {@return the flags of a row, or why there is none: no quote yet is a book with empty sides} */
    static long flags(QuoteTape tape, int row) {
        return row == QuoteTape.BEFORE_REACH ? Flag.BEFORE_TAPE.bit() : row < 0 ? Flag.ONE_SIDED.bit() : tape.flags(row);
    }

    /** Answers that there will be no answer: the feed ended before the time. */
    void censor() {
        open = false;
        midTwice = Absent.LONG;
        flags = Flag.CENSORED.bit();
    }

    /** {@return twice the mid in units of 1e-8, {@code Absent.LONG} while unknown or undefined} */
    long midTwice() {
        return midTwice;
    }

    /** {@return {@link Flag} bits: why it is unknown, or what is to be known beside it} */
    long flags() {
        return flags;
    }
}
