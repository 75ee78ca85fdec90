package io.leakage.api.event;

/**
 * What a market inlet does while the ring is full. Some calls wait all the same and are never dropped: those that say how a feed is (a gap
 * and its end, recovery and its end, silence, lag, the end), sessions, breakers, books cleared, and the first mention of a feed or symbol.
 */
public enum WhenFull {
    /** Drops the event and marks its instrument stale: for a live feed, which cannot be held up. */
    DROP,
    /** Waits: for a file, which can. */
    WAIT
}
