package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;

/**
 * How far a feed is behind: the time from the venue's stamp to now, over the shortest such time seen. What the clocks differ by and what
 * the wire takes at best cancel out; what is left was spent waiting, in a socket's buffer or behind a hole. One thread; another may read.
 */
final class Lag {
    private long shortest = Long.MAX_VALUE;
    private long latest;
    private long most;

    /**
     * A message was handed on.
     *
     * @param venueNanos when the venue stamped it, nanoseconds since the epoch
     * @param nowNanos   now, nanoseconds since the epoch
     */
    void told(long venueNanos, long nowNanos) {
        if (venueNanos == Absent.LONG) {
            return;
        }
        long age = nowNanos - venueNanos;
        shortest = Math.min(shortest, age);
        latest = age - shortest;
        most = Math.max(most, latest);
    }

    long latestNanos() {
        return latest;
    }

    long mostNanos() {
        return most;
    }
}
