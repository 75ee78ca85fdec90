package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import java.util.Arrays;

/**
 * An own order waiting at one limit, from its acceptance or a replace on, and what became of it. Whether that was at the touch, the quote
 * just before it says: at the own side's best price or better, and short of the other side's.
 */
final class Rest implements Question {
    private static final long UNKNOWN = Flag.MD_GAP.bit() | Flag.MD_STALE.bit() | Flag.BOOK_SUSPECT.bit() | Flag.BEFORE_TAPE.bit()
            | Flag.PARTIAL_HISTORY.bit() | Flag.CENSORED.bit() | Flag.AWAITING_MARKET_DATA.bit();

    private static final long NO_QUOTE = UNKNOWN | Flag.ONE_SIDED.bit() | Flag.CROSSED.bit() | Flag.HALT.bit() | Flag.AUCTION.bit();

    private final Meter meter;
    private long start = Absent.LONG;
    private long truncation;
    private long price;
    private long shares;
    private Side side;
    private boolean open;
    private boolean quoted;
    private long flags;
    private long bidLo;
    private long bidHi;
    private long offerLo;
    private long offerHi;
    /** Age and shares of every part that was filled, those withdrawn below 0. */
    private long[] parts = new long[4];
    private int count;
    private long waiting;
    private boolean summed;

    Rest(Meter meter) {
        this.meter = meter;
    }

    /** It begins. {@return whether this is a new question that waits for its answer} */
    boolean begin(Side ofOrder, long nanos, long truncated, long limit, long quantity) {
        side = ofOrder;
        price = limit;
        shares = quantity;
        waiting = quantity;
        count = 0;
        if (nanos == start && truncated == truncation) {
            return false;
        }
        start = nanos;
        truncation = truncated;
        open = true;
        quoted = false;
        flags = Flag.AWAITING_MARKET_DATA.bit();
        return true;
    }

    /** There is none any more. */
    void forget() {
        start = Absent.LONG;
        open = false;
        shares = 0;
        waiting = 0;
        count = 0;
    }

    /** So much of it was filled. */
    void filled(long nanos, long quantity) {
        part(nanos, Math.min(quantity, waiting), 1);
    }

    /** So much of it was withdrawn. */
    void withdrawn(long nanos, long quantity) {
        part(nanos, Math.min(quantity, waiting), -1);
    }

    private void part(long nanos, long quantity, int sign) {
        if (quantity <= 0) {
            return;
        }
        if (2 * count == parts.length) {
            parts = Arrays.copyOf(parts, 2 * parts.length);
        }
        parts[2 * count] = Math.max(0, nanos - start);
        parts[2 * count++ + 1] = sign * quantity;
        waiting -= quantity;
    }

    /** Takes what became of it into sums while it waited at the touch, and out of them else. */
    void sum(Incidence sums, boolean in) {
        boolean now = in && isAtTouch();
        if (now == summed) {
            return;
        }
        summed = now;
        int times = now ? 1 : -1;
        for (int i = 0; i < count; i++) {
            long quantity = parts[2 * i + 1];
            sums.add(parts[2 * i], times * Math.max(0, quantity), times * Math.max(0, -quantity));
        }
    }

    /** {@return whether it is in the sums} */
    boolean isSummed() {
        return summed;
    }

    /** {@return the time it began, {@code Absent.LONG} when there is none} */
    long start() {
        return start;
    }

    /** {@return what began to wait} */
    long shares() {
        return shares;
    }

    /** {@return what of it still waits} */
    long waiting() {
        return waiting;
    }

    /** {@return whether it waited at the touch, whichever instant its time means} */
    private boolean isAtTouch() {
        return quoted && !isDoubtful() && (side == Side.BUY ? price >= bidHi && price < offerLo : price <= offerLo && price > bidHi);
    }

    /** {@return whether nobody knows if it did} */
    boolean isUndecided() {
        if (start == Absent.LONG || isAtTouch()) {
            return false;
        }
        if (!quoted || isDoubtful()) {
            return (flags & UNKNOWN) != 0 || truncation > 1;
        }
        return side == Side.BUY ? price >= bidLo && price < offerHi : price <= offerHi && price > bidLo;
    }

    /** Somewhere its time may mean there was no quote. */
    private boolean isDoubtful() {
        return truncation > 1 && (flags & NO_QUOTE) != 0;
    }

    /** {@return {@link Flag} bits of the quote just before it} */
    long flags() {
        return start == Absent.LONG ? 0 : flags;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public long due() {
        return start + Math.max(0, truncation - 1);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void answer(Listing listing) {
        open = false;
        AsOf before = meter.fills().probe();
        before.ask(Absent.LONG, 0, Absent.LONG);
        before.ask(start - 1, truncation, Absent.LONG);
        before.answer(listing);
        flags = before.flags();
        quoted = before.midTwice() != Absent.LONG && side != null;
        if (quoted) {
            bidLo = before.range().bidLo();
            bidHi = before.range().bidHi();
            offerLo = before.range().offerLo();
            offerHi = before.range().offerHi();
        }
        meter.footprints().rests().answered(this);
    }

    @Override
    public void censor() {
        open = false;
        quoted = false;
        flags = Flag.CENSORED.bit();
        meter.footprints().rests().answered(this);
    }
}
