package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Depth;
import io.leakage.core.book.Listing;
import io.leakage.core.book.Market;
import io.leakage.core.book.MidRange;

/** An instrument as it is now: its newest mid, how far its feed has come, and how far both may be trusted. */
final class Now {
    private final MidRange range = new MidRange();
    private Listing listing;
    private Depth depth;
    private long nanos = Absent.LONG;
    private long midTwice = Absent.LONG;
    private long flags = Flag.AWAITING_MARKET_DATA.bit();

    /** Looks at it; before its first market event it is as it was. */
    void look(Market market, int instrument) {
        int feed = instrument == Absent.NAME ? Absent.NAME : market.feed(instrument);
        if (feed == Absent.NAME) {
            return;
        }
        listing = market.listing(instrument);
        depth = market.depth(instrument);
        int row = listing.tape().last();
        long holes = listing.openHoles();
        nanos = market.watermark(feed);
        midTwice = holes == 0 ? AsOf.midTwice(listing.tape(), row) : Absent.LONG;
        flags = AsOf.flags(listing.tape(), row) | holes | (listing.isLagging() ? Flag.LAGGED.bit() : 0);
        range.clear();
        range.include(midTwice);
        long other = listing.conflictingMidTwice();
        if (midTwice != Absent.LONG && other != Absent.LONG) {
            range.include(other);
            flags |= Flag.SOURCE_CONFLICT.bit();
        }
    }

    /** {@return the instrument, null before its first market event} */
    Listing listing() {
        return listing;
    }

    /** {@return how deep its feed tells its book, null before the first event of it} */
    Depth depth() {
        return depth;
    }

    /** {@return how far its feed has come, or {@code Absent.LONG}} */
    long nanos() {
        return nanos;
    }

    /** {@return twice the newest mid in units of 1e-8, {@code Absent.LONG} while there is none} */
    long midTwice() {
        return midTwice;
    }

    /** {@return that mid, and the one another source of the quote has where the two disagree} */
    MidRange range() {
        return range;
    }

    /** {@return {@link Flag} bits: why there is no mid, or what is to be known beside it} */
    long flags() {
        return flags;
    }
}
