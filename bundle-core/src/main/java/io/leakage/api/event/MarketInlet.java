package io.leakage.api.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Market data of one feed, in the feed's own order, from one thread: order by order, or levels, or quotes, whichever the feed tells. Calls
 * allocate nothing, except {@link #instrument} for a symbol never seen before.
 *
 * <p>In every call {@code instrument} is a number from {@link #instrument}, {@code sequence} the feed's own message number,
 * {@code venueNanos} nanoseconds since the epoch on the venue's clock, {@code price} units of 1e-8 and {@code shares} whole units
 * (0 … 2³²−1). Each call also says: everything of this feed before {@code venueNanos} has been told.
 *
 * <p>While the ring is full an inlet opened with {@link WhenFull#DROP} drops the event, and its instrument is stale until its book is whole
 * again; one opened with {@link WhenFull#WAIT} waits.
 */
@ProviderType
public interface MarketInlet {
    /**
     * Gives an instrument its number: dense, from 0, the same for every feed and for the drop copy.
     *
     * @param symbol the venue's symbol without padding
     * @return its number
     */
    int instrument(CharSequence symbol);

    /**
     * Stamps the calls that follow: they came in one packet.
     *
     * @param receiveNanos when it was received, nanoseconds since the epoch, or {@link Absent#LONG} (files)
     */
    void packet(long receiveNanos);

    /** The venue lists this instrument today; it is bound to this feed from here on. */
    void listed(int instrument, long sequence, long venueNanos);

    /** A displayed order joined the book. */
    void added(int instrument, long sequence, long venueNanos, long orderRef, Side side, long shares, long price);

    /** A displayed order traded at its own price; {@code shares} leave the book. */
    void executed(int instrument, long sequence, long venueNanos, long orderRef, long shares, long matchNumber);

    /**
     * A displayed order traded at another price; {@code shares} leave the book.
     *
     * @param printable false when the execution is part of a print told elsewhere (a cross)
     */
    void executedAt(int instrument, long sequence, long venueNanos, long orderRef, long shares, long price, boolean printable,
            long matchNumber);

    /** {@code shares} of a displayed order were cancelled; the rest keeps its place. */
    void cancelled(int instrument, long sequence, long venueNanos, long orderRef, long shares);

    /** A displayed order left the book. */
    void deleted(int instrument, long sequence, long venueNanos, long orderRef);

    /** A displayed order was replaced; the new one is last in its queue. */
    void replaced(int instrument, long sequence, long venueNanos, long orderRef, long newOrderRef, long shares, long price);

    /**
     * A trade against an order that was not displayed; from a feed that tells levels or quotes, or prints apart from orders (DBN), any
     * trade.
     *
     * @param side        the resting order's, null when the feed does not say
     * @param matchNumber {@link Absent#LONG} when the feed numbers no trades
     */
    void traded(int instrument, long sequence, long venueNanos, Side side, long shares, long price, long matchNumber);

    /**
     * A cross printed.
     *
     * @param crossType as the venue says (ITCH: O opening, C closing, H halt or IPO, I intraday)
     */
    void crossed(int instrument, long sequence, long venueNanos, long shares, long price, char crossType, long matchNumber);

    /** An earlier print never happened. */
    void broken(int instrument, long sequence, long venueNanos, long matchNumber);

    /**
     * A price level now displays so much; for feeds that tell levels, not orders.
     *
     * @param shares 0: the level is gone
     * @param orders how many orders rest there, 0 when the feed does not say
     * @param whole  false while more levels of the same change follow: the book between them never stood
     */
    void level(int instrument, long sequence, long venueNanos, Side side, long price, long shares, int orders, boolean whole);

    /** The top of the book, for feeds that tell no more; price and shares are {@link Absent#LONG} on a side that is empty. */
    void quoted(int instrument, long sequence, long venueNanos, long bid, long bidShares, long offer, long offerShares);

    /** The venue emptied the instrument's book; with {@link Absent#NAME} the books of all its instruments. */
    void cleared(int instrument, long sequence, long venueNanos);

    /** Trading in the instrument stopped or went on. */
    void tradingState(int instrument, long sequence, long venueNanos, TradingState state);

    /** A message that touches no book; it only says that time went on. {@code instrument} may be {@link Absent#NAME}. */
    void passed(int instrument, long sequence, long venueNanos);

    /**
     * The venue's day went a step on.
     *
     * @param code as the venue says (ITCH: O start of messages, S system hours, Q market hours, M end of market hours, E, C end of
     *             messages)
     */
    void session(long sequence, long venueNanos, char code);

    /** A market-wide circuit breaker was reached; {@code level} 1 to 3. */
    void breaker(long sequence, long venueNanos, int level);

    /**
     * Messages {@code fromSequence} (inclusive) to {@code toSequence} (exclusive) are missing. From the last time told on, nothing of this
     * feed is known for certain, until {@link #filled} or {@link #recovered}. Who still expects them holds back what follows; who does not,
     * goes on.
     */
    void gap(long fromSequence, long toSequence);

    /** All that was missing has come, in its order, before anything that follows it: nothing is lost. */
    void filled();

    /**
     * A snapshot follows: all books of this feed are empty, and what is told until {@link #recovered} is what rests in them, not what
     * happens.
     */
    void recovering();

    /**
     * The books are whole again, with every message before this one. What happened since the {@linkplain #gap gap} until the next message's
     * time stays unknown.
     *
     * @param sequence number of the next message
     */
    void recovered(long sequence);

    /**
     * The feed went silent, not even a heartbeat came; or it speaks again. What is not told meanwhile is unknown; when it goes on without a
     * gap, nothing had happened.
     */
    void silent(boolean silent);

    /**
     * The feed is so far behind its venue that what it tells is no longer now; or it has caught up. Nothing is missing.
     *
     * @param nanos how far, nanoseconds; 0 when it has caught up
     */
    void lagging(long nanos);

    /** The feed is at its end: no message will follow, what waits for later prices waits in vain. */
    void ended(long sequence);
}
