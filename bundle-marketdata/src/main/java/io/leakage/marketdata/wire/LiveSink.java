package io.leakage.marketdata.wire;

/**
 * What a live feed hands on beside messages: how its gaps end, snapshots, silence, a new session. A gap that neither {@link #filled} nor
 * {@link #recovered} follows before the next message is a loss. One thread.
 */
public interface LiveSink extends MessageSink {
    /** All that the last {@linkplain #gap gap} missed has been handed on, in order. */
    void filled();

    /**
     * A snapshot follows: what is known so far is void, and the messages until {@link #recovered} say what rests, not what happens. Called
     * again when a snapshot was of no use and another is tried. A {@link #gap} that follows instead of {@link #recovered} says that none
     * could be had: what rests is not known.
     */
    void recovering();

    /**
     * The snapshot is whole.
     *
     * @param sequence number of the next message; the snapshot holds every message before it
     */
    void recovered(long sequence);

    /**
     * Nothing was heard for longer than a live line may be silent, not even a heartbeat; or it speaks again.
     *
     * @param silent which of the two
     */
    void silent(boolean silent);

    /**
     * The feed fell further behind its venue than it may be, or it caught up.
     *
     * @param nanos how far, 0 when it caught up
     */
    void lagging(long nanos);

    /** Another session begins: its messages count from 1, and what the session before built is void. Not called for the first. */
    void sessionChanged();

    /** {@return the venue's time of the latest message, nanoseconds since the epoch, {@code Long.MIN_VALUE} while none is known} */
    long venueNanos();
}
