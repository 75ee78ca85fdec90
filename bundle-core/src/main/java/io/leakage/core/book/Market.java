package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.Arrays;

/**
 * Everything the feeds told: books, the tape of each instrument's top of book, how far each feed has come, and when it was not whole. One
 * thread; it throws at no event and allocates only to grow.
 *
 * <p>An instrument belongs to the first feed that speaks of it. What another feed says of it moves that feed's watermark and touches no
 * book: its own order references and queue are another venue's. Only the quotes of a feed that tells no more are kept, to compare.
 *
 * <p>What is not known is kept as holes in event time: {@link Spells} of a feed or of a {@link Listing}, beside the tapes.
 */
public final class Market {
    /** Rows kept of an instrument with an own order. */
    public static final int FOLLOWED_ROWS = 16_384;
    /** Spans of five minutes an instrument with own orders remembers of its usual day. */
    static final int FOLLOWED_SPANS = 1024;
    private static final int MAX_NUMBER = 1 << 24;

    private final ClockQuality clock = new ClockQuality();
    private final Lookahead lookahead = new Lookahead();
    private Listing[] listings = {};
    private Feed[] feeds = {};
    private long events;
    private long misaddressed;
    private long elsewhere;

    /** Applies one event; one that comes from no feed is passed over. {@return what it changed} */
    public Moved apply(LeakageEvent event) {
        if (!event.kind().isMarket()) {
            return Moved.NOTHING;
        }
        events++;
        if (!isWellFormed(event)) {
            misaddressed++;
            return Moved.NOTHING;
        }
        Feed feed = feedOf(event.source);
        boolean whole = feed.told(event.sequence, event.venueNanos);
        if (whole) {
            makeWhole(feed);
        }
        Moved moved = event.instrument == Absent.NAME ? wholeFeed(event, feed) : one(event, feed);
        return whole ? Moved.FEED_REPAIRED : moved;
    }

    private Moved one(LeakageEvent event, Feed feed) {
        Listing listing = listing(event.instrument);
        if (listing.feed == null) {
            listing.feed = feed;
        } else if (listing.feed != feed) {
            return quotedElsewhere(listing, feed, event);
        }
        if (feed.recovering && event.kind() != EventKind.DROPPED) {
            applyTo(listing, event);
            return Moved.NOTHING;
        }
        return switch (event.kind()) {
            case TRADED -> {
                listing.tape.traded(event.price, listing.depth == Depth.L2 ? event.quantity : 0);
                yield listing.printed(event, event.price, event.side() == null ? 0 : -event.side().sign());
            }
            case CROSSED -> listing.printed(event, event.price, 0);
            case BROKEN -> broken(listing, event);
            case DROPPED -> {
                listing.drop(feed.watermark);
                yield Moved.INSTRUMENT;
            }
            case CLEARED -> {
                clear(listing);
                listing.clear(feed.watermark);
                note(listing, event);
                yield Moved.INSTRUMENT;
            }
            default -> {
                boolean changed = applyTo(listing, event);
                Moved moved = event.kind() == EventKind.EXECUTED || event.kind() == EventKind.EXECUTED_AT && event.on
                        ? listing.executed(event) : Moved.NOTHING;
                yield changed ? moved.and(note(listing, event)) : moved;
            }
        };
    }

    /** {@return what is known of an instrument; the same object for good} */
    public Listing listing(int instrument) {
        if (instrument >= listings.length) {
            listings = Arrays.copyOf(listings, Math.max(instrument + 1, listings.length * 2));
        }
        if (listings[instrument] == null) {
            listings[instrument] = new Listing(instrument);
        }
        return listings[instrument];
    }

    /**
     * This market event comes soon. Who knows several events ahead says so of each, then {@linkplain #touch touches}: what they need is fetched from
     * memory side by side instead of one after the other. Changes nothing.
     */
    public void foresee(LeakageEvent event) {
        lookahead.add(event);
    }

    /** Fetches what was foreseen, and forgets it. */
    public void touch() {
        lookahead.touch(listings, feeds);
    }

    /** {@return the tape of an instrument, empty before its first quote; the same object for good} */
    public QuoteTape tape(int instrument) {
        return listing(instrument).tape;
    }

    /** {@return how good the machine's clock said it is} */
    public ClockQuality clock() {
        return clock;
    }

    /** {@return number of the feed an instrument belongs to, −1 before its first market event} */
    public int feed(int instrument) {
        Feed feed = instrument < 0 || instrument >= listings.length || listings[instrument] == null ? null : listings[instrument].feed;
        return feed == null ? -1 : feed.number;
    }

    /**
     * {@return the highest venue time a feed has told, nanoseconds, {@link Absent#LONG} before its first; everything of this feed with an
     * earlier time is complete, with the very time once it {@linkplain #ended ended}}
     */
    public long watermark(int feed) {
        return isFeed(feed) ? feeds[feed].watermark : Absent.LONG;
    }

    /** {@return whether the next time a feed tells may end a hole} */
    public boolean isMending(int feed) {
        return isFeed(feed) && feeds[feed].isMending();
    }

    /** {@return whether a feed is at its end} */
    public boolean ended(int feed) {
        return isFeed(feed) && feeds[feed].ended;
    }

    /** {@return sequence number of the last event of a feed, {@link Absent#LONG} before its first} */
    public long sequence(int feed) {
        return isFeed(feed) ? feeds[feed].sequence : Absent.LONG;
    }

    /** Reference data was told. {@return of which instrument, {@code Absent.NAME} when it did not fit} */
    public int refer(LeakageEvent event) {
        if (event.instrument < 0 || event.instrument >= MAX_NUMBER || event.code > ReferenceField.count()) {
            misaddressed++;
            return Absent.NAME;
        }
        listing(event.instrument).refer(event);
        return event.instrument;
    }

    /** An own order is measured against this instrument: from now on its tapes keep {@value #FOLLOWED_ROWS} rows. */
    public void keep(int instrument) {
        listing(instrument).keep();
    }

    /** An own order lives in this instrument, arrived at {@code nanos}: from now on its tapes keep {@value #FOLLOWED_ROWS} rows. */
    public void follow(int instrument, long nanos) {
        listing(instrument).follow(nanos);
    }

    /** {@return the books an instrument's orders rest in; empty ones before its first market event} */
    public L3Books books(int instrument) {
        int feed = feed(instrument);
        return feed < 0 ? new L3Books() : feeds[feed].books;
    }

    /** {@return how deep an instrument's feed tells its book; null before the first event of it} */
    public Depth depth(int instrument) {
        return feed(instrument) < 0 ? null : listings[instrument].depth;
    }

    /** {@return number of price levels on a side, of whatever depth the book is} */
    public int levels(int instrument, Side side) {
        int feed = feed(instrument);
        return feed < 0 ? 0 : isByOrder(instrument) ? feeds[feed].books.levels(instrument, side)
                : feeds[feed].levels.levels(instrument, side);
    }

    /** {@return price in 1e-8 at a depth, 0 the best; {@link Absent#LONG} when the side is not that deep} */
    public long price(int instrument, Side side, int depth) {
        int feed = feed(instrument);
        return feed < 0 ? Absent.LONG : isByOrder(instrument) ? feeds[feed].books.price(instrument, side, depth)
                : feeds[feed].levels.price(instrument, side, depth);
    }

    /** {@return shares at a depth, 0 the best; {@link Absent#LONG} when the side is not that deep} */
    public long shares(int instrument, Side side, int depth) {
        int feed = feed(instrument);
        return feed < 0 ? Absent.LONG : isByOrder(instrument) ? feeds[feed].books.shares(instrument, side, depth)
                : feeds[feed].levels.shares(instrument, side, depth);
    }

    /** {@return number of market events applied} */
    public long events() {
        return events;
    }

    /** {@return number of market events that did not fit: an unknown order, a number out of range} */
    public long unapplied() {
        long sum = misaddressed;
        for (Feed feed : feeds) {
            sum += feed == null ? 0 : feed.books.unapplied() + feed.levels.unapplied();
        }
        return sum;
    }

    /** {@return number of instruments whose book cannot be trusted now; looks at every one} */
    public int stale() {
        int stale = 0;
        for (Listing listing : listings) {
            stale += listing != null && listing.feed != null && (listing.openHoles() != 0 || listing.isDoubted()) ? 1 : 0;
        }
        return stale;
    }

    /** {@return number of events that touched no book because their instrument belongs to another feed} */
    public long elsewhere() {
        return elsewhere;
    }

    /** {@return whether the quote may have changed} */
    private boolean applyTo(Listing listing, LeakageEvent event) {
        if (!isAsDeep(listing, event.kind())) {
            misaddressed++;
            return false;
        }
        L3Books books = listing.feed.books;
        int instrument = event.instrument;
        boolean top = switch (event.kind()) {
            case ADDED -> books.added(instrument, event.orderRef, event.side(), event.quantity, event.price);
            case EXECUTED, EXECUTED_AT -> books.executed(instrument, event.orderRef, event.quantity);
            case CANCELLED -> books.cancelled(instrument, event.orderRef, event.quantity);
            case DELETED -> books.deleted(instrument, event.orderRef);
            case REPLACED -> books.replaced(instrument, event.orderRef, event.otherRef, event.quantity, event.price);
            case LEVEL -> level(listing, event);
            case QUOTED -> listing.feed.levels.quoted(instrument, event.price, event.quantity, event.orderRef, event.otherRef);
            case CLEARED -> clear(listing);
            case TRADING_STATE -> listing.trade(event.tradingState(), listing.feed.watermark);
            default -> false;
        };
        return top || listing.isBookSuspect() && !listing.isDoubted();
    }

    /** {@return whether a book event tells the book as deep as those before it did} */
    private static boolean isAsDeep(Listing listing, EventKind kind) {
        Depth told = Depth.told(kind);
        if (listing.depth == null) {
            listing.depth = told;
        }
        return told == null || listing.depth == told;
    }

    private static boolean level(Listing listing, LeakageEvent event) {
        listing.feed.levels.level(event.instrument, event.side(), event.price, event.quantity, (int) event.otherRef);
        listing.partial = !event.on;
        return event.on;
    }

    private static boolean clear(Listing listing) {
        listing.feed.books.clear(listing.instrument);
        listing.feed.levels.clear(listing.instrument);
        listing.partial = false;
        return true;
    }

    private static Moved broken(Listing listing, LeakageEvent event) {
        listing.broke(listing.feed.prints.nanos(event.instrument, event.otherRef), listing.feed.watermark);
        listing.prints.breaks(event.otherRef);
        return Moved.INSTRUMENT;
    }

    /** The top as a second source has it; whatever else a second feed tells of an instrument is another venue's. */
    private Moved quotedElsewhere(Listing listing, Feed feed, LeakageEvent event) {
        elsewhere++;
        boolean quoted = event.kind() == EventKind.QUOTED && !feed.recovering && listing.other.told(event, feed);
        return quoted ? Moved.QUOTE : Moved.NOTHING;
    }

    private Moved wholeFeed(LeakageEvent event, Feed feed) {
        switch (event.kind()) {
            case GAP, DROPPED -> feed.gap(event.kind() == EventKind.GAP ? event.quantity : 0);
            case RECOVERING -> recover(feed);
            case RECOVERED -> feed.recovered(event.sequence);
            case FILLED -> {
                return feed.filled() ? Moved.FEED_REPAIRED : Moved.NOTHING;
            }
            case SILENT -> {
                if (!event.on) {
                    return feed.silences.forget() ? Moved.FEED_REPAIRED : Moved.NOTHING;
                }
                feed.silences.begin(feed.watermark);
            }
            case LAGGING -> feed.lagging = event.quantity > 0;
            case ENDED -> {
                feed.ended = true;
                feed.lagging = false;   // what it told last stays the last
                feed.sequence = event.sequence;
            }
            case SESSION, CLEARED, BREAKER -> {
                return feed.recovering ? Moved.NOTHING : ofTheVenue(event, feed);
            }
            case ADDED, EXECUTED, EXECUTED_AT, CANCELLED, DELETED, REPLACED, LEVEL, QUOTED -> {
                misaddressed++;
                return Moved.NOTHING;
            }
            default -> {
                return Moved.NOTHING;
            }
        }
        return Moved.FEED;
    }

    private Moved ofTheVenue(LeakageEvent event, Feed feed) {
        if (event.kind() == EventKind.SESSION && event.code != Feed.START_OF_MESSAGES && event.code != Feed.MARKET_HOURS) {
            return Moved.FEED;
        }
        switch (event.kind()) {
            case SESSION -> feed.session(event.code);
            case CLEARED -> feed.clear();
            default -> { }
        }
        for (Listing listing : listings) {
            if (listing != null && listing.feed == feed) {
                switch (event.kind()) {
                    case SESSION -> listing.session(event.code, feed.watermark);
                    case CLEARED -> listing.clear(feed.watermark);
                    default -> listing.stop(feed.watermark);
                }
                note(listing, event);
            }
        }
        return Moved.FEED;
    }

    private void recover(Feed feed) {
        feed.recover();
        for (Listing listing : listings) {
            if (listing != null && listing.feed == feed) {
                listing.recover();
            }
        }
    }

    /** The first message after a snapshot: what rests in the books holds from its time on. */
    private void makeWhole(Feed feed) {
        for (Listing listing : listings) {
            if (listing != null && listing.feed == feed) {
                listing.tape.loses(false, false);
                listing.recovered(feed.watermark);
            }
        }
    }

    /** A time that went back is lifted to where the feed was; one that is ahead of ours is as it is. Either is flagged. */
    private Moved note(Listing listing, LeakageEvent event) {
        long watermark = listing.feed.watermark;
        boolean odd = event.venueNanos < watermark && event.venueNanos != Absent.LONG
                || clock.contradicts(event.receiveNanos, event.venueNanos);
        long flags = odd ? Flag.CLOCK_INCONSISTENT.bit() : 0;
        listing.tape.loses(event.kind().withdraws(), event.kind().executes());
        return Depth.told(event.kind()) == Depth.L3 ? listing.note(watermark, flags, listing.feed.books.changedSide())
                : listing.note(watermark, flags);
    }

    private static boolean isWellFormed(LeakageEvent event) {
        return event.source >= 0 && event.source < MAX_NUMBER && event.instrument >= Absent.NAME && event.instrument < MAX_NUMBER
                && (event.kind() != EventKind.TRADING_STATE || event.tradingState() != null);
    }

    private boolean isByOrder(int instrument) {
        return listings[instrument].depth == Depth.L3;
    }

    private boolean isFeed(int feed) {
        return feed >= 0 && feed < feeds.length && feeds[feed] != null;
    }

    private Feed feedOf(int number) {
        if (number >= feeds.length) {
            feeds = Arrays.copyOf(feeds, number + 1);
        }
        if (feeds[number] == null) {
            feeds[number] = new Feed(number);
        }
        return feeds[number];
    }
}
