package io.leakage.core.book;

import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;

/** What the next events will touch, gathered so that it is fetched from memory side by side. Changes nothing. One thread; no allocation. */
final class Lookahead {
    private final Listing[] listings = new Listing[L3Books.FORESEEN];
    private final boolean[] trades = new boolean[L3Books.FORESEEN];
    private int count;
    /** Keeps the compiler from leaving the fetching out. */
    private long touched;

    /** An event of this instrument, which has a feed, comes soon; more than fit are passed over. */
    void add(Listing listing, LeakageEvent event) {
        if (count == listings.length) {
            return;
        }
        trades[count] = event.kind() == EventKind.EXECUTED || event.kind() == EventKind.EXECUTED_AT || event.kind() == EventKind.TRADED;
        listings[count++] = listing;
        L3Books books = listing.feed.books;
        switch (event.kind()) {
            case ADDED -> books.foreseeAdded(event.instrument, event.side(), event.price);
            case EXECUTED, EXECUTED_AT, CANCELLED, DELETED, REPLACED -> books.foresee(event.orderRef);
            default -> { }
        }
    }

    /** Fetches what was gathered, and forgets it. */
    void touch(Feed[] feeds) {
        for (int i = 0; i < count; i++) {
            listings[i].feed.books.foreseeTop(listings[i].instrument);
            touched += listings[i].tape.touch();
            touched += trades[i] ? listings[i].prints.touch() : 0;
        }
        count = 0;
        for (Feed feed : feeds) {
            if (feed != null) {
                feed.books.touch();
            }
        }
    }
}
