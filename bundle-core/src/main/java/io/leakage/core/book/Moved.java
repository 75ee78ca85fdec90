package io.leakage.core.book;

/** What an event changed of what is known. */
public enum Moved {
    /** Nothing but how far the feed has come. */
    NOTHING,
    /** What was traded of its instrument. */
    TRADE,
    /** The quote of its instrument. */
    QUOTE,
    /** What is known of its instrument's past, too. */
    INSTRUMENT,
    /** What is known of all instruments of its feed. */
    FEED,
    /** The same, and what was unknown is known now. */
    FEED_REPAIRED
}
