package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import io.leakage.core.book.MidRange;
import io.leakage.core.book.MidTime;
import io.leakage.core.book.PrintTape;
import io.leakage.core.book.Traded;

/**
 * An instant on an instrument's tapes: what had traded, and what the mids had summed up to by then. Remembered once it is certain, so that the
 * tapes may forget. A time cut off after its milliseconds may be any instant of that millisecond: what traded in it may lie on either side.
 */
final class Mark implements Question {
    private final Meter meter;
    /** Whether what trades at the very instant lies before it. */
    private final boolean end;
    private long from = Absent.LONG;
    private long to = Absent.LONG;
    private boolean open;
    private boolean known;
    private boolean quotesKnown;
    private boolean censored;
    private long place;
    private long lastPlace;
    private long priceLo;
    private long priceHi;
    private final Traded traded = new Traded();
    private final Traded tradedLast = new Traded();
    private final MidTime mids = new MidTime();
    private final MidTime midsLast = new MidTime();
    private final MidRange range = new MidRange();

    /**
     * One not asked for yet.
     *
     * @param meter who asks
     * @param end   true for the end of a window, whose instant is in it; false for its beginning, whose instant is in it too
     */
    Mark(Meter meter, boolean end) {
        this.meter = meter;
        this.end = end;
    }

    /** Asks, or with {@code Absent.LONG} takes the question back. {@return whether this is a new question that waits for its answer} */
    boolean ask(long at, long truncation) {
        long last = at == Absent.LONG ? at : at + Math.max(0, truncation - 1);
        if (at == from && last == to) {
            return false;
        }
        from = at;
        to = last;
        known = false;
        censored = false;
        open = at != Absent.LONG;
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

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void answer(Listing listing) {
        open = false;
        PrintTape prints = listing.prints();
        place = prints.placeAt(end ? from + 1 : from);
        lastPlace = prints.placeAt(end ? to + 1 : to);
        known = place != PrintTape.BEFORE_REACH;
        if (known) {
            prints.sums(place, traded);
            prints.sums(lastPlace, tradedLast);
            priceLo = Long.MAX_VALUE;
            priceHi = Long.MIN_VALUE;
            for (long print = place; print < lastPlace; print++) {
                priceLo = Math.min(priceLo, prints.price(print));
                priceHi = Math.max(priceHi, prints.price(print));
            }
        }
        quotesKnown = listing.tape().midsUntil(from, mids) & listing.tape().midsUntil(to, midsLast);
        range.clear();
        if (to > from) {
            listing.tape().widen(from, to, range);
        }
    }

    @Override
    public void censor() {
        open = false;
        censored = true;
    }

    /** {@return {@link Flag} bits of why it is not known, 0 when it is} */
    long missing() {
        if (known) {
            return 0;
        }
        return (censored ? Flag.CENSORED : open || from == Absent.LONG ? Flag.AWAITING_MARKET_DATA : Flag.BEFORE_TAPE).bit();
    }

    /** {@return whether the tape of trades reached it when it was certain} */
    boolean isKnown() {
        return known;
    }

    /** {@return whether the tape of quotes did} */
    boolean areQuotesKnown() {
        return known && quotesKnown;
    }

    /** {@return the first instant it may mean} */
    long from() {
        return from;
    }

    /** {@return the last instant it may mean} */
    long to() {
        return to;
    }

    /** {@return its place among the prints, if it is the first instant it may mean} */
    long place() {
        return place;
    }

    /** {@return its place, if it is the last} */
    long lastPlace() {
        return lastPlace;
    }

    /** {@return the lowest price between the two places, {@link Long#MAX_VALUE} when nothing lies there} */
    long priceLo() {
        return priceLo;
    }

    /** {@return the highest price between the two places, {@link Long#MIN_VALUE} when nothing lies there} */
    long priceHi() {
        return priceHi;
    }

    /** {@return sums over all prints before it, broken ones included, if it is the first instant it may mean} */
    Traded traded() {
        return traded;
    }

    /** {@return the same, if it is the last} */
    Traded tradedLast() {
        return tradedLast;
    }

    /** {@return the mids up to it, if it is the first instant it may mean} */
    MidTime mids() {
        return mids;
    }

    /** {@return the same, if it is the last} */
    MidTime midsLast() {
        return midsLast;
    }

    /** {@return the mids in force somewhere it may mean; empty when its time is exact} */
    MidRange range() {
        return range;
    }
}
