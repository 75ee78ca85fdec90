package io.leakage.core.book;

/** What an event changed of what is known. */
public enum Moved {
    /** Nothing but how far the feed has come. */
    NOTHING,
    /** The shares at its instrument's quote: neither a price nor what may be said of it. */
    SHARES,
    /** What was traded of its instrument. */
    TRADE,
    /** The quote of its instrument: a price, or what may be said of it. */
    QUOTE,
    /** What is known of its instrument's past, too. */
    INSTRUMENT,
    /** What is known of all instruments of its feed. */
    FEED,
    /** The same, and what was unknown is known now. */
    FEED_REPAIRED;

    /** {@return the more of the two} */
    Moved and(Moved other) {
        return ordinal() < other.ordinal() ? other : this;
    }
}
