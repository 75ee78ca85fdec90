package io.leakage.api.health;

/** How a feed is, from best to worst. */
public enum FeedCondition {
    /** Every message of the session came, in order. */
    FLOWING,
    /** The session is at its end and every message of it came. */
    ENDED,
    /** Nothing was heard yet. */
    WAITING,
    /** Messages are missing and asked for; what follows them waits. */
    MISSING,
    /** A snapshot is being taken. */
    RECOVERING,
    /** The feed goes on, but messages are lost that no snapshot made up for. */
    LOSSY,
    /** The feed goes on, but further behind the venue than it may be. */
    LAGGED,
    /** The session is at its end, and messages of it are lost. */
    INCOMPLETE,
    /** Nothing is heard, not even a heartbeat. */
    SILENT,
    /** There is no connection: refused, not reachable, or a port that could not be had. */
    DOWN
}
