package io.leakage.core.book;

import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;

/**
 * What the next events will touch, fetched from memory side by side. A line of memory tells where the next one is, so all events go one
 * step before any goes the next; and no step branches on what it has just asked memory for. Changes nothing. One thread; no allocation.
 */
final class Lookahead {
    private static final int MOST = L3Books.FORESEEN;

    private final byte[] kinds = new byte[MOST];
    private final byte[] sides = new byte[MOST];
    private final int[] sources = new int[MOST];
    private final int[] instruments = new int[MOST];
    private final long[] orderRefs = new long[MOST];
    private final long[] prices = new long[MOST];
    private int count;
    /** Keeps the compiler from leaving the fetching out. */
    private long touched;

    /** This market event comes soon; more than fit are passed over. */
    void add(LeakageEvent event) {
        if (count == MOST) {
            return;
        }
        int i = count++;
        kinds[i] = event.kindPlace();
        sides[i] = event.sidePlace();
        sources[i] = event.source;
        instruments[i] = event.instrument;
        orderRefs[i] = event.orderRef;
        prices[i] = event.price;
    }

    /** Fetches what was gathered, and forgets it. */
    void touch(Listing[] listings, Feed[] feeds) {
        int events = count;
        count = 0;   // even when one of them cannot be looked at
        touchListings(listings, feeds, events);
        for (int i = 0; i < events; i++) {
            Listing listing = known(listings, i);
            if (listing != null) {
                touched += listing.tape.touch();
                touched += prints(i) ? listing.prints.touch() : 0;
            }
        }
        for (Feed feed : feeds) {
            if (feed != null) {
                feed.books.touch();
            }
        }
        for (int i = 0; i < events; i++) {
            Listing listing = known(listings, i);
            touched += listing == null ? 0 : listing.tape.touchRows();
        }
    }

    private void touchListings(Listing[] listings, Feed[] feeds, int events) {
        for (int i = 0; i < events; i++) {
            Listing listing = known(listings, i);
            if (listing == null || sources[i] < 0 || sources[i] >= feeds.length || feeds[sources[i]] == null) {
                continue;
            }
            touched += listing.touch();
            L3Books books = feeds[sources[i]].books;
            books.foreseeTop(instruments[i]);
            switch (EventKind.at(kinds[i])) {
                case ADDED -> books.foreseeAdded(instruments[i], sides[i], prices[i]);
                case EXECUTED, EXECUTED_AT, CANCELLED, DELETED, REPLACED -> books.foresee(orderRefs[i]);
                default -> { }
            }
        }
    }

    private Listing known(Listing[] listings, int i) {
        return instruments[i] < 0 || instruments[i] >= listings.length ? null : listings[instruments[i]];
    }

    private boolean prints(int i) {
        EventKind kind = EventKind.at(kinds[i]);
        return kind == EventKind.EXECUTED || kind == EventKind.EXECUTED_AT || kind == EventKind.TRADED;
    }
}
