package io.leakage.simulator;

/** Hears how far a {@link LivePlayer} is, some times a second, on the player's thread. */
@FunctionalInterface
public interface PlayProgress {
    /**
     * The player has come so far.
     *
     * @param marketMessagesSent of the day's market messages
     * @param orderMessagesSent  of the day's order messages
     * @param eventNanos         event time, nanoseconds since the epoch
     */
    void played(long marketMessagesSent, long orderMessagesSent, long eventNanos);
}
