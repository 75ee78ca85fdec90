package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import io.leakage.core.book.QuoteTape;

/**
 * What share of the other side's touch was withdrawn after one footprint, and after {@value #PLACEBOS} instants before it, one every
 * {@value #STEP} ns back. Shares are whole numbers of {@value #WHOLE}, so that sums of them are the same in any order.
 */
final class Fade implements Question {
    /** How long after the footprint, in nanoseconds. */
    static final long WITHIN = 10_000_000L;
    /** How far apart the instants before it are, in nanoseconds. */
    static final long STEP = 50_000_000L;
    /** How many. */
    static final int PLACEBOS = 19;
    /** So many of them at least have to be quiet. */
    static final int LEAST = 3;
    /** All of the touch. */
    static final long WHOLE = 1_000_000_000L;

    private static final long NOT_KNOWN = -1;
    private static final long HOLES = Flag.MD_GAP.bit() | Flag.MD_STALE.bit() | Flag.BOOK_SUSPECT.bit() | Flag.BEFORE_TAPE.bit()
            | Flag.PARTIAL_HISTORY.bit();

    private final Meter meter;
    private final Footprint footprint;
    private final long[] placebos = new long[PLACEBOS];
    private boolean open = true;
    private boolean undecided;
    private long after = NOT_KNOWN;
    private long lo;
    private long hi;
    private long flags = Flag.AWAITING_MARKET_DATA.bit();
    /** What of it the sums hold. */
    private boolean summed;
    private long placebo;
    private boolean matched;

    Fade(Meter meter, Footprint footprint) {
        this.meter = meter;
        this.footprint = footprint;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public long due() {
        return last() + WITHIN + 1;
    }

    private long last() {
        return footprint.nanos() + Math.max(0, footprint.truncation() - 1);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void answer(Listing listing) {
        open = false;
        flags = 0;
        after = NOT_KNOWN;
        undecided = false;
        Side other = meter.parent().side() == Side.BUY ? Side.SELL : Side.BUY;
        long first = footprint.nanos();
        if (footprint.truncation() <= 1) {
            after = withdrawn(listing, first, other);
            lo = after;
            hi = after;
        } else {
            undecided = !weigh(listing, first, other);
        }
        long ofFootprint = flags;
        long since = listing.knownSince() == Absent.LONG ? Absent.LONG : Presence.floor(listing.knownSince());
        for (int i = 0; i < PLACEBOS; i++) {
            long instant = Presence.floor(first) - (i + 1) * STEP;
            placebos[i] = instant < since ? NOT_KNOWN : withdrawn(listing, instant, other);
        }
        flags = ofFootprint | flags & ~Flag.PARTIAL_HISTORY.bit();   // a feed that began later has fewer placebos, no doubtful ones
        meter.footprints().fades().answered(this);
    }

    /** {@return what share was withdrawn within the time after an instant, {@link #NOT_KNOWN} without a quote, or with a hole or a stop} */
    private long withdrawn(Listing listing, long instant, Side other) {
        QuoteTape tape = listing.tape();
        int row = tape.rowAt(instant);
        if (isBroken(listing, instant, instant + WITHIN) || row < 0 || tape.midTwice(row) == Absent.LONG) {
            flags |= AsOf.flags(tape, row) & HOLES;
            return NOT_KNOWN;
        }
        long shares = tape.withdrawn(tape.rowAt(instant + WITHIN), other) - tape.withdrawn(row, other);
        return share(shares, tape.shares(row, other));
    }

    /** Holes are told of; of halts, auctions and books emptied nobody need be told that nothing is said. */
    private boolean isBroken(Listing listing, long from, long to) {
        long holes = listing.isPristine() ? listing.holesAt(from) : listing.holesWithin(from, to) | listing.holesAt(from);
        flags |= holes & HOLES;
        return holes != 0 || (listing.breaksWithin(from, to) & ~Flag.MD_CORRECTED.bit()) != 0;
    }

    private static long share(long shares, long of) {
        return of <= 0 ? NOT_KNOWN : shares >= of ? WHOLE : Math.round((double) WHOLE * shares / of);
    }

    /** Every instant that a coarse time may mean. {@return false when at some of them nothing can be said} */
    private boolean weigh(Listing listing, long first, Side other) {
        QuoteTape tape = listing.tape();
        int row = tape.rowAt(first);
        after = withdrawn(listing, first, other);
        if (after == NOT_KNOWN || isBroken(listing, first, last() + WITHIN)) {
            return false;
        }
        long least = tape.shares(row, other);
        long most = least;
        int end = row;
        for (int next = tape.next(row); next >= 0 && tape.nanos(next) <= last(); next = tape.next(next)) {
            int behind = tape.next(next);
            end = next;
            if (behind >= 0 && tape.nanos(behind) == tape.nanos(next)) {
                continue;   // at its one instant the next row is in force
            }
            if (tape.midTwice(next) == Absent.LONG) {
                return false;
            }
            least = Math.min(least, tape.shares(next, other));
            most = Math.max(most, tape.shares(next, other));
        }
        int within = tape.rowAt(first + WITHIN);
        long fewest = Math.max(0, tape.withdrawn(within, other) - tape.withdrawn(end, other));
        long many = tape.withdrawn(tape.rowAt(last() + WITHIN), other) - tape.withdrawn(row, other);
        lo = Math.min(after, share(fewest, most));
        hi = Math.max(after, share(many, least));
        return true;
    }

    @Override
    public void censor() {
        open = false;
        flags = Flag.CENSORED.bit();
        meter.footprints().fades().answered(this);
    }

    /** Its footprint is another now, or none: nobody waits for the answer. */
    void withdraw() {
        open = false;
    }

    /** Averages the placebos at which we were quiet. {@return whether that and what followed the footprint are known} */
    boolean compare(Presence presence) {
        presence.compared(footprint.nanos());
        long sum = 0;
        int quiet = 0;
        for (int i = 0; i < PLACEBOS; i++) {
            long instant = Presence.floor(footprint.nanos()) - (i + 1) * STEP;
            if (placebos[i] != NOT_KNOWN && presence.isQuiet(instant - WITHIN, instant + WITHIN)) {
                sum += placebos[i];
                quiet++;
            }
        }
        placebo = quiet == 0 ? 0 : Math.round((double) sum / quiet);
        matched = quiet >= LEAST;
        return !open && !undecided && after != NOT_KNOWN && matched;
    }

    /** {@return whether its time is too coarse to say what followed, and its placebos would do} */
    boolean isUndecided() {
        return undecided && matched;
    }

    /** {@return whether the sums hold it} */
    boolean isSummed() {
        return summed;
    }

    /** Says whether they do. */
    void summed(boolean is) {
        summed = is;
    }

    /** {@return the share withdrawn after it, of {@link #WHOLE}} */
    long after() {
        return after;
    }

    /** {@return the least it may be} */
    long lo() {
        return lo;
    }

    /** {@return the most it may be} */
    long hi() {
        return hi;
    }

    /** {@return the mean share withdrawn after the quiet placebos, as compared last} */
    long placebo() {
        return placebo;
    }

    /** {@return {@link Flag} bits: why it, or one of its placebos, is not known} */
    long flags() {
        return flags;
    }
}
