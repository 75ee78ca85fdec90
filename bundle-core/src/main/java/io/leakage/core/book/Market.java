package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.Arrays;

/**
 * Everything the feeds told: books, the tape of each instrument's top of book, and how far each feed has come. One thread; it throws at no
 * event and allocates only to grow.
 *
 * <p>An instrument belongs to the first feed that speaks of it. What another feed says of it moves that feed's watermark and touches no
 * book: its own order references and queue are another venue's.
 */
public final class Market {
    /** Rows kept of an instrument with an own order. */
    public static final int FOLLOWED_ROWS = 16_384;

    private static final char START_OF_MESSAGES = 'O';
    private static final int MAX_NUMBER = 1 << 24;

    private Listing[] listings = {};
    private Feed[] feeds = {};
    private long events;
    private long misaddressed;
    private long elsewhere;
    private final Listing[] ahead = new Listing[L3Books.FORESEEN];
    private int foreseen;
    /** Keeps the compiler from leaving the fetching out. */
    private long touched;

    /**
     * Applies one event; one that comes from no feed is passed over.
     *
     * @return whether the top of its instrument's book, or what must be known beside it, changed: then a row was appended to its tape. A gap
     *         or a new day appends to the tapes of all instruments of the feed and returns false
     */
    public boolean apply(LeakageEvent event) {
        if (!event.kind.isMarket()) {
            return false;
        }
        events++;
        if (!isWellFormed(event)) {
            misaddressed++;
            return false;
        }
        Feed feed = feedOf(event.source);
        feed.told(event.sequence, event.venueNanos);
        if (event.instrument == Absent.NAME) {
            wholeFeed(event, feed);
            return false;
        }
        Listing listing = listing(event.instrument);
        if (listing.feed == null) {
            listing.feed = feed;
        } else if (listing.feed != feed) {
            elsewhere++;
            return false;
        }
        return applyTo(listing, event) && note(listing, feed.time(event.venueNanos));
    }

    /**
     * This event comes soon. Who knows several events ahead says so of each, then {@linkplain #touch touches}: what they need is fetched from
     * memory side by side instead of one after the other. Changes nothing.
     */
    public void foresee(LeakageEvent event) {
        int instrument = event.instrument;
        Listing listing = instrument < 0 || instrument >= listings.length ? null : listings[instrument];
        if (listing == null || listing.feed == null || foreseen == ahead.length) {
            return;
        }
        ahead[foreseen++] = listing;
        L3Books books = listing.feed.books;
        switch (event.kind) {
            case ADDED -> books.foreseeAdded(instrument, event.side, event.price);
            case EXECUTED, EXECUTED_AT, CANCELLED, DELETED, REPLACED -> books.foresee(event.orderRef);
            default -> { }
        }
    }

    /** Fetches what was foreseen, and forgets it. */
    public void touch() {
        for (int i = 0; i < foreseen; i++) {
            ahead[i].feed.books.foreseeTop(ahead[i].instrument);
            touched += ahead[i].tape.touch();
        }
        foreseen = 0;
        for (Feed feed : feeds) {
            if (feed != null) {
                feed.books.touch();
            }
        }
    }

    /** {@return the tape of an instrument, empty before its first quote; the same object for good} */
    public QuoteTape tape(int instrument) {
        return listing(instrument).tape;
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

    /** {@return whether a feed is at its end} */
    public boolean ended(int feed) {
        return isFeed(feed) && feeds[feed].ended;
    }

    /** {@return sequence number of the last event of a feed, {@link Absent#LONG} before its first} */
    public long sequence(int feed) {
        return isFeed(feed) ? feeds[feed].sequence : Absent.LONG;
    }

    /** An own order lives in this instrument: from now on its tape keeps {@value #FOLLOWED_ROWS} rows. */
    public void follow(int instrument) {
        tape(instrument).keep(FOLLOWED_ROWS);
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
        return feed < 0 ? 0 : isByOrder(instrument) ? feeds[feed].books.levels(instrument, side) : feeds[feed].levels.levels(instrument, side);
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

    /** {@return number of events that touched no book because their instrument belongs to another feed} */
    public long elsewhere() {
        return elsewhere;
    }

    /** {@return whether the quote may have changed} */
    private boolean applyTo(Listing listing, LeakageEvent event) {
        if (!isAsDeep(listing, event.kind)) {
            misaddressed++;
            return false;
        }
        L3Books books = listing.feed.books;
        int instrument = event.instrument;
        boolean top = switch (event.kind) {
            case ADDED -> books.added(instrument, event.orderRef, event.side, event.quantity, event.price);
            case EXECUTED, EXECUTED_AT -> books.executed(instrument, event.orderRef, event.quantity);
            case CANCELLED -> books.cancelled(instrument, event.orderRef, event.quantity);
            case DELETED -> books.deleted(instrument, event.orderRef);
            case REPLACED -> books.replaced(instrument, event.orderRef, event.otherRef, event.quantity, event.price);
            case LEVEL -> level(listing, event);
            case QUOTED -> listing.feed.levels.quoted(instrument, event.price, event.quantity, event.orderRef, event.otherRef);
            case CLEARED -> clear(listing);
            case TRADING_STATE -> listing.trade(event.tradingState);
            case DROPPED -> listing.raise(Flag.MD_STALE);
            case GAP -> listing.raise(Flag.MD_GAP);
            default -> false;
        };
        return top || isSuspect(listing) != listing.suspect;
    }

    /** {@return whether a book event tells the book as deep as those before it did} */
    private static boolean isAsDeep(Listing listing, EventKind kind) {
        Depth told = switch (kind) {
            case ADDED, EXECUTED, EXECUTED_AT, CANCELLED, DELETED, REPLACED -> Depth.L3;
            case LEVEL -> Depth.L2;
            case QUOTED -> Depth.L1;
            default -> listing.depth;
        };
        if (listing.depth == null) {
            listing.depth = told;
        }
        return listing.depth == told;
    }

    private static boolean level(Listing listing, LeakageEvent event) {
        listing.feed.levels.level(event.instrument, event.side, event.price, event.quantity, (int) event.otherRef);
        listing.partial = !event.on;
        return event.on;
    }

    private static boolean clear(Listing listing) {
        listing.feed.books.clear(listing.instrument);
        listing.feed.levels.clear(listing.instrument);
        listing.partial = false;
        return true;
    }

    private static boolean isSuspect(Listing listing) {
        int instrument = listing.instrument;
        return listing.depth == Depth.L3 ? listing.feed.books.suspect(instrument) : listing.feed.levels.suspect(instrument);
    }

    private boolean isByOrder(int instrument) {
        return listings[instrument].depth == Depth.L3;
    }

    private void wholeFeed(LeakageEvent event, Feed feed) {
        switch (event.kind) {
            case GAP, DROPPED -> {
                Flag flag = event.kind == EventKind.GAP ? Flag.MD_GAP : Flag.MD_STALE;
                feed.standing |= flag.bit();
                noteAll(feed);
            }
            case SESSION -> {
                if (event.code == START_OF_MESSAGES) {
                    startDay(feed);
                }
            }
            case CLEARED -> {
                clearBooks(feed);
                noteAll(feed);
            }
            case ENDED -> feed.ended = true;
            case ADDED, EXECUTED, EXECUTED_AT, CANCELLED, DELETED, REPLACED, LEVEL, QUOTED -> misaddressed++;
            default -> { }
        }
    }

    /** Yesterday's orders are gone, and so is what was not known of them. */
    private void startDay(Feed feed) {
        clearBooks(feed);
        feed.standing = 0;
        feed.ended = false;
        for (Listing listing : listings) {
            if (listing != null && listing.feed == feed) {
                listing.standing = 0;
            }
        }
        noteAll(feed);
    }

    private void clearBooks(Feed feed) {
        feed.books.clear();
        feed.levels.clear();
        for (Listing listing : listings) {
            if (listing != null && listing.feed == feed) {
                listing.partial = false;
            }
        }
    }

    private void noteAll(Feed feed) {
        for (Listing listing : listings) {
            if (listing != null && listing.feed == feed) {
                note(listing, feed.watermark);
            }
        }
    }

    /** Writes the quote down unless the tape already says so. */
    private static boolean note(Listing listing, long nanos) {
        if (listing.partial) {
            return false;
        }
        int instrument = listing.instrument;
        listing.suspect = isSuspect(listing);
        if (listing.depth == Depth.L3) {
            L3Books books = listing.feed.books;
            return write(listing, nanos, books.bid(instrument), books.offer(instrument), books.bidShares(instrument),
                    books.offerShares(instrument));
        }
        LevelBooks books = listing.feed.levels;
        return write(listing, nanos, books.bid(instrument), books.offer(instrument), books.bidShares(instrument),
                books.offerShares(instrument));
    }

    private static boolean write(Listing listing, long nanos, long bid, long offer, long bidShares, long offerShares) {
        long flags = listing.standing | listing.feed.standing | (listing.suspect ? Flag.BOOK_SUSPECT.bit() : 0) | touch(bid, offer);
        if (listing.tape.says(bid, offer, bidShares, offerShares, flags)) {
            return false;
        }
        listing.tape.append(nanos, bid, offer, bidShares, offerShares, flags);
        return true;
    }

    private static long touch(long bid, long offer) {
        if (bid == Absent.LONG || offer == Absent.LONG) {
            return Flag.ONE_SIDED.bit();
        }
        return bid < offer ? 0 : bid == offer ? Flag.LOCKED.bit() : Flag.CROSSED.bit();
    }

    private static boolean isWellFormed(LeakageEvent event) {
        return event.source >= 0 && event.source < MAX_NUMBER && event.instrument >= Absent.NAME && event.instrument < MAX_NUMBER
                && (event.kind != EventKind.TRADING_STATE || event.tradingState != null);
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

    private Listing listing(int instrument) {
        if (instrument >= listings.length) {
            listings = Arrays.copyOf(listings, Math.max(instrument + 1, listings.length * 2));
        }
        if (listings[instrument] == null) {
            listings[instrument] = new Listing(instrument);
        }
        return listings[instrument];
    }
}
