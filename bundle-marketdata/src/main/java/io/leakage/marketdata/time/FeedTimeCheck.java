package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;

/**
 * Nothing is received before it happened: a venue's time that is later than our receive time by more than both clocks may be off is wrong,
 * and one of the clocks with it. A venue's time is cut to its digits, never later than the event, so its digits widen nothing. Counts; one
 * thread, no allocation.
 */
public final class FeedTimeCheck {
    private final long venueUncertaintyNanos;
    private long inconsistent;
    private long worstNanos;

    /** A check of one feed; takes what the venue says its clock is off by at most, nanoseconds. */
    public FeedTimeCheck(long venueUncertaintyNanos) {
        this.venueUncertaintyNanos = venueUncertaintyNanos;
    }

    /**
     * Checks one message.
     *
     * @param venueNanos       the venue's time, nanoseconds since the epoch
     * @param receiveNanos     ours, {@link Absent#LONG} for none
     * @param uncertaintyNanos what our clock is off by at most, {@link Absent#LONG} for no bound
     * @return false when the two cannot both be; true also when there is nothing to compare
     */
    public boolean isConsistent(long venueNanos, long receiveNanos, long uncertaintyNanos) {
        if (venueNanos == Absent.LONG || receiveNanos == Absent.LONG || uncertaintyNanos == Absent.LONG) {
            return true;
        }
        long ahead = venueNanos - receiveNanos - uncertaintyNanos - venueUncertaintyNanos;
        if (ahead <= 0) {
            return true;
        }
        inconsistent++;
        worstNanos = Math.max(worstNanos, ahead);
        return false;
    }

    /** {@return messages that were received before they happened} */
    public long inconsistent() {
        return inconsistent;
    }

    /** {@return how far the worst of them lay beyond both clocks' bounds, nanoseconds} */
    public long worstNanos() {
        return worstNanos;
    }
}
