package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.Flag;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;

/**
 * One instrument in the market: the feed it belongs to, the tape of its quotes, and when they are not to be trusted or not to be compared.
 * Questions name an instant or a window of instants in venue nanoseconds. One thread.
 */
public final class Listing {
    /** A book crossed for longer than this in continuous trading is wrong. */
    static final long CROSSED_NANOS = 100_000_000L;
    /** Well within what a tape reaches back that nobody asked to hold more. */
    static final long KNOWN_NANOS = 1_000_000_000L;

    final int instrument;
    /** Null before its first market event. */
    Feed feed;
    /** What its first book event told; null until then. */
    Depth depth;
    final QuoteTape tape = new QuoteTape();
    final PrintTape prints = new PrintTape();
    final SessionPrices session = new SessionPrices();
    private final UsualDay usual = new UsualDay(this);
    private long usualAgain = Absent.LONG;
    private ReferenceData reference = ReferenceData.NONE;
    final OtherQuote other = new OtherQuote();
    /** Whether more levels of the same change follow: the book as it is never stood. */
    boolean partial;
    final Spells dropped = new Spells();
    final Spells suspects = new Spells();
    final Spells halts = new Spells();
    final Spells auctions = new Spells();
    final Spells pauses = new Spells();
    final Spells clearings = new Spells();
    final BrokenPrints brokenPrints = new BrokenPrints();
    /** Whether events were lost since the snapshot began that is to make the book whole. */
    private boolean torn;
    private boolean pristine = true;
    private long crossedSince = Absent.LONG;
    /** The newest row of the tape and what holds now, kept here: to ask books, tape and spells costs a trip to memory each. */
    private long bid = Absent.LONG;
    private long offer = Absent.LONG;
    private long bidShares = Absent.LONG;
    private long offerShares = Absent.LONG;
    private long flags;
    private long ofTheRow;
    private long stops;
    private boolean quoted;
    private boolean doubted;
    private long followedNanos = Absent.LONG;
    /** To reckon with; null until needed. */
    private MidTime holeBegin;
    private MidTime holeEnd;

    Listing(int instrument) {
        this.instrument = instrument;
    }

    /** {@return a number that depends on what every event of it reads: reading it brings it near} */
    long touch() {
        return instrument + bid + flags + stops + (quoted ? 1 : 0) + (feed == null ? 0 : 1);
    }

    /** {@return the past of its quote} */
    public QuoteTape tape() {
        return tape;
    }

    /** {@return the past of its trades} */
    public PrintTape prints() {
        return prints;
    }

    /** {@return what was told of it apart from its market data} */
    public ReferenceData reference() {
        return reference;
    }

    /** {@return its opening and closing price, as told or as its trades tell them} */
    public SessionPrices session() {
        return session;
    }

    /** {@return what its trading teaches of a usual day} */
    public UsualDay usual() {
        return usual;
    }

    /** {@return {@link Flag} bits of what was missing when the opening price was taken from the first trade seen; else 0} */
    public long openDoubts() {
        return session.isSeen() ? holesWithin(Long.MIN_VALUE, session.openNanos()) : 0;
    }

    /** Reference data was told. */
    void refer(LeakageEvent event) {
        if (reference == ReferenceData.NONE) {
            reference = new ReferenceData();
            session.refer(reference);
        }
        reference.tell(event, instrument);
    }

    /** {@return {@link Flag} bits of what was not known at an instant: then there is no mid, whatever the tape says} */
    public long holesAt(long instant) {
        return feed.holesAt(instant) | (dropped.holdsAt(instant) ? Flag.MD_STALE.bit() : 0)
                | (suspects.holdsAt(instant) ? Flag.BOOK_SUSPECT.bit() : 0);
    }

    /** {@return {@link Flag} bits of what is not known now} */
    public long openHoles() {
        return feed == null ? 0 : feed.openHoles() | (dropped.isOpen() ? Flag.MD_STALE.bit() : 0);
    }

    /** From now on more of its past is kept. */
    void keep() {
        tape.keep(Market.FOLLOWED_ROWS);
        prints.keep(Market.FOLLOWED_ROWS);
        usual.keep(Market.FOLLOWED_SPANS);
    }

    /** The first own order in it arrived then. */
    void follow(long nanos) {
        keep();
        followedNanos = followedNanos == Absent.LONG ? nanos : followedNanos;
    }

    /**
     * {@return from when on its past is known whichever of feed and drop copy came first: {@value #KNOWN_NANOS} ns before the first own order
     * arrived; of what is older the tape may hold more or less by chance, so that it counts as not known}
     */
    public long knownSince() {
        return followedNanos == Absent.LONG ? Absent.LONG : followedNanos - KNOWN_NANOS;
    }

    /** {@return whether what is told of it is too old to be now} */
    public boolean isLagging() {
        return feed != null && feed.lagging;
    }

    /** {@return whether nothing ever happened to it that a window would have to tell} */
    public boolean isPristine() {
        return pristine && feed.gaps.isEmpty() && feed.silences.isEmpty();
    }

    /** {@return for how many nanoseconds of [{@code from}, {@code to}) its quote was not known, for whatever cause} */
    public long unknownWithin(long from, long to) {
        long unknown = 0;
        long time = from;
        while (time < to) {
            long until = unknownUntil(time);
            if (until > time) {
                unknown += Math.min(until, to) - time;
                time = until;
            } else {
                time = unknownNext(time);
            }
        }
        return unknown;
    }

    /** Takes what the tape says of the holes of [{@code from}, {@code to}) out of a sum over it, as far as the tape reaches. */
    public void takeOutHoles(long from, long to, MidTime of) {
        if (holeBegin == null) {
            holeBegin = new MidTime();
            holeEnd = new MidTime();
        }
        long time = from;
        while (time < to) {
            long until = Math.min(to, unknownUntil(time));
            if (until > time && tape.midsUntil(time, holeBegin) && tape.midsUntil(until, holeEnd)) {
                holeEnd.since(holeBegin);
                of.since(holeEnd);
            }
            time = until > time ? until : unknownNext(time);
        }
    }

    private long unknownUntil(long time) {
        return Math.max(Math.max(feed.gaps.until(time), feed.silences.until(time)), Math.max(dropped.until(time), suspects.until(time)));
    }

    private long unknownNext(long time) {
        return Math.min(Math.min(feed.gaps.next(time), feed.silences.next(time)), Math.min(dropped.next(time), suspects.next(time)));
    }

    /** {@return {@link Flag} bits of the holes that a window, ends included, meets} */
    public long holesWithin(long from, long to) {
        return (feed.gaps.meets(from, to) ? Flag.MD_GAP.bit() : 0)
                | (feed.silences.meets(from, to) || dropped.meets(from, to) ? Flag.MD_STALE.bit() : 0)
                | (suspects.meets(from, to) ? Flag.BOOK_SUSPECT.bit() : 0);
    }

    /** Widens a range by the mids known around the holes of a window. */
    public void widen(long from, long to, MidRange range) {
        feed.gaps.widen(tape, from, to, range);
        feed.silences.widen(tape, from, to, range);
        dropped.widen(tape, from, to, range);
        suspects.widen(tape, from, to, range);
    }

    /** {@return {@link Flag} bits of what makes prices before and after it poor to compare, in a window, ends included} */
    public long breaksWithin(long from, long to) {
        return (halts.meets(from, to) ? Flag.HALT.bit() : 0) | (auctions.meets(from, to) ? Flag.AUCTION.bit() : 0)
                | (pauses.meets(from, to) ? Flag.LULD.bit() : 0) | (clearings.meets(from, to) ? Flag.BOOK_CLEARED.bit() : 0)
                | (brokenPrints.meets(from, to) ? Flag.MD_CORRECTED.bit() : 0);
    }

    /** {@return twice the mid as another source has it, {@link Absent#LONG} unless it disagrees with ours, as far as both have come} */
    public long conflictingMidTwice() {
        return other.conflictingMidTwice(tape.last() < 0 ? Absent.LONG : tape.midTwice(tape.last()));
    }

    /** Trading stopped or went on. {@return whether that is news} */
    boolean trade(TradingState state, long nanos) {
        long before = stops;
        boolean halted = state == TradingState.HALTED || state == TradingState.PAUSED;
        pristine &= state == TradingState.TRADING;
        halts.turn(nanos, halted);
        pauses.turn(nanos, state == TradingState.PAUSED);
        auctions.turn(nanos, state == TradingState.QUOTATION);
        watchStops();
        return stops != before;
    }

    /** The whole market stopped. */
    void stop(long nanos) {
        pristine = false;
        halts.begin(nanos);
        pauses.begin(nanos);
        watchStops();
    }

    /** Events of this instrument were lost, from this time on at the latest. */
    void drop(long nanos) {
        pristine = false;
        torn = true;
        dropped.begin(nanos);
    }

    /** A snapshot begins. */
    void recover() {
        torn = false;
        partial = false;
    }

    /** The first message after a snapshot: the book is to be trusted from its time on, unless part of it was lost. */
    void recovered(long nanos) {
        if (torn) {
            trust(nanos);
        } else {
            whole(nanos);
        }
        note(nanos, 0);
    }

    /** A displayed order traded; one that the book does not know has no price. {@return what that changed} */
    Moved executed(LeakageEvent event) {
        long resting = feed.books.shrunkPrice();
        long price = event.kind() == EventKind.EXECUTED_AT ? event.price : resting;
        return printed(event, price, resting == Absent.LONG ? 0 : -feed.books.changedSide().sign());
    }

    /** A trade printed. {@return what that changed} */
    Moved printed(LeakageEvent event, long price, int aggressor) {
        feed.prints.add(instrument, event.otherRef, feed.watermark);
        if (price == Absent.LONG || feed.watermark == Absent.LONG) {
            return Moved.NOTHING;
        }
        usualAgain = feed.watermark >= usualAgain ? usual.happens(feed.watermark) : usualAgain;
        prints.print(feed.watermark, price, event.quantity, aggressor, event.otherRef);
        if (event.quantity > 0) {
            session.traded(feed.watermark, price, event.kind() == EventKind.CROSSED ? event.code : 0);
        }
        return Moved.TRADE;
    }

    /** A print that was broken at {@code nanos} was of {@code printNanos}. */
    void broke(long printNanos, long nanos) {
        pristine = false;
        brokenPrints.add(printNanos, printNanos == Long.MIN_VALUE ? nanos : printNanos);
    }

    /** The venue emptied the book: it is whole, and another than before. */
    void clear(long nanos) {
        pristine = false;
        clearings.begin(nanos);
        clearings.end(nanos + 1);
        whole(nanos);
    }

    /** The book is to be trusted from this time on. */
    void whole(long nanos) {
        partial = false;
        crossedSince = Absent.LONG;
        dropped.end(nanos);
        trust(nanos);
    }

    /** The venue's day went a step on. */
    void session(char code, long nanos) {
        if (code == Feed.START_OF_MESSAGES) {
            startDay(nanos);
        } else {
            session.begin();
            usual.begin();
        }
    }

    /** Today's trading state is yet to be told. */
    private void startDay(long nanos) {
        session.clear();
        usual.startDay();
        if (quoted) {
            clear(nanos);   // the venue begins anew, and tells its book order by order
        }
        whole(nanos);
        halts.end(nanos);
        pauses.end(nanos);
        auctions.end(nanos);
        watchStops();
    }

    boolean isBookSuspect() {
        return depth == Depth.L3 ? feed.books.suspect(instrument) : depth != null && feed.levels.suspect(instrument);
    }

    /** {@return whether the book cannot be trusted now} */
    boolean isDoubted() {
        return doubted;
    }

    /** Writes the quote down unless the tape already says so. {@return what changed} */
    Moved note(long nanos, long flagsOfTheRow) {
        if (partial) {
            return Moved.NOTHING;
        }
        if (depth == Depth.L3) {
            L3Books books = feed.books;
            return note(nanos, flagsOfTheRow, books.bid(instrument), books.bidShares(instrument), books.offer(instrument),
                    books.offerShares(instrument));
        }
        LevelBooks books = feed.levels;
        return note(nanos, flagsOfTheRow, books.bid(instrument), books.bidShares(instrument), books.offer(instrument),
                books.offerShares(instrument));
    }

    /** As {@link #note}, of a book by order of which only this side may have changed since it was last noted. */
    Moved note(long nanos, long flagsOfTheRow, Side side) {
        L3Books books = feed.books;
        return side == Side.BUY ? note(nanos, flagsOfTheRow, books.bid(instrument), books.bidShares(instrument), offer, offerShares)
                : note(nanos, flagsOfTheRow, bid, bidShares, books.offer(instrument), books.offerShares(instrument));
    }

    private Moved note(long nanos, long flagsOfTheRow, long toBid, long toBidShares, long toOffer, long toOfferShares) {
        long touch = QuoteTape.touch(toBid, toOffer);
        watchCrossed(nanos, touch == Flag.CROSSED.bit() && stops == 0);
        if (!doubted && isBookSuspect()) {
            doubt(nanos);
        }
        long toFlags = touch | stops | (doubted ? Flag.BOOK_SUSPECT.bit() : 0);
        boolean samePrices = quoted && toBid == bid && toOffer == offer && toFlags == flags;
        if (samePrices && toBidShares == bidShares && toOfferShares == offerShares) {
            return Moved.NOTHING;
        }
        boolean sameFlags = flagsOfTheRow == ofTheRow;
        ofTheRow = flagsOfTheRow;
        quoted = true;
        bid = toBid;
        offer = toOffer;
        bidShares = toBidShares;
        offerShares = toOfferShares;
        flags = toFlags;
        usualAgain = nanos >= usualAgain ? usual.happens(nanos) : usualAgain;
        tape.append(nanos, bid, offer, bidShares, offerShares, flags | flagsOfTheRow, feed.sequence);
        return samePrices && sameFlags ? Moved.SHARES : Moved.QUOTE;
    }

    private void watchCrossed(long nanos, boolean crossed) {
        if (crossedSince != Absent.LONG && nanos - crossedSince > CROSSED_NANOS) {
            doubt(crossedSince + CROSSED_NANOS);
        }
        crossedSince = !crossed ? Absent.LONG : crossedSince == Absent.LONG ? nanos : crossedSince;
    }

    private void doubt(long nanos) {
        pristine = false;
        suspects.begin(nanos);
        doubted = true;
    }

    private void trust(long nanos) {
        suspects.end(nanos);
        doubted = false;
    }

    private void watchStops() {
        stops = (halts.isOpen() ? Flag.HALT.bit() : 0) | (auctions.isOpen() ? Flag.AUCTION.bit() : 0)
                | (pauses.isOpen() ? Flag.LULD.bit() : 0);
    }
}
