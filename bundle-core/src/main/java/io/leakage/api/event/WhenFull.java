package io.leakage.api.event;

/** What a market inlet does while the ring is full. */
public enum WhenFull {
    /** Drops the event and marks its instrument stale: for a live feed, which cannot be held up. */
    DROP,
    /** Waits: for a file, which can. */
    WAIT
}
