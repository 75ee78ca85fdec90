package io.leakage.marketdata.wire;

/** Tells when nothing was heard for too long, and when it is over. One thread; another may read the counter and sees it late. */
public final class Silence {
    private static final long NEVER = Long.MIN_VALUE;

    private final LiveSink sink;
    private final long limitNanos;
    private long heardNanos = NEVER;
    private boolean silent;
    private long count;

    /**
     * Nothing was heard yet; the time runs from the first tick.
     *
     * @param sink       told of silences
     * @param limitNanos how long nothing may be heard
     */
    public Silence(LiveSink sink, long limitNanos) {
        this.sink = sink;
        this.limitNanos = limitNanos;
    }

    /** Something was heard at {@code now}, nanoseconds of a clock that only grows. */
    public void heard(long now) {
        heardNanos = now;
        if (silent) {
            silent = false;
            sink.silent(false);
        }
    }

    /** Time went on to {@code now}; after the end of a session silence is as it should be. */
    public void tick(long now, boolean ended) {
        if (heardNanos == NEVER) {
            heardNanos = now;
        }
        if (!silent && !ended && now - heardNanos >= limitNanos) {
            silent = true;
            count++;
            sink.silent(true);
        }
    }

    /** {@return when {@link #tick} wants to be called at the latest, {@code Long.MAX_VALUE} for not at all} */
    public long wakeNanos(boolean ended) {
        return silent || ended || heardNanos == NEVER ? Long.MAX_VALUE : heardNanos + limitNanos;
    }

    /** {@return whether it is silent now} */
    public boolean isSilent() {
        return silent;
    }

    /** {@return how often it fell silent} */
    public long count() {
        return count;
    }
}
