package io.leakage.api.health;

/** How a drop copy is, from best to worst. */
public enum CopyCondition {
    /** Logged on, and every message so far was taken. */
    FLOWING,
    /** Outside its hours: nobody is expected. */
    CLOSED,
    /** Nobody is logged on; not yet for long. */
    WAITING,
    /** Messages are missing and asked for. */
    MISSING,
    /** Nothing came for two heartbeats. */
    STALE,
    /** It could not start, or was stopped. */
    DOWN
}
