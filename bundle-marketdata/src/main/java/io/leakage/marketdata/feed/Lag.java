package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.wire.LiveSink;
import io.leakage.marketdata.wire.SequenceCounts;

/**
 * How far a feed is behind: the time from the venue's stamp to now, over the shortest such time seen. What the clocks differ by and what
 * the wire takes at best cancel out; what is left was spent waiting, in a socket's buffer or behind a hole. Each session is measured
 * anew. One thread; another may read.
 */
final class Lag {
    private final LiveSink sink;
    private final long limitNanos;
    private boolean told;
    private long shortest = Long.MAX_VALUE;
    private long latest;
    private long most;
    private long sessions;
    private long messages;

    /**
     * @param sink       told when it is further behind than it may be, and when no longer
     * @param limitNanos how far that is
     */
    Lag(LiveSink sink, long limitNanos) {
        this.sink = sink;
        this.limitNanos = limitNanos;
    }

    /** {@return whether messages of the session were handed on since the last call; those of a snapshot do not count} */
    boolean moved(SequenceCounts counts) {
        if (counts.sessions() != sessions) {
            sessions = counts.sessions();
            shortest = Long.MAX_VALUE;
            is(0);
        }
        boolean moved = counts.messages() != messages;
        messages = counts.messages();
        return moved;
    }

    /** The venue says that it has nothing more to say, and all it said was handed on. */
    void caughtUp() {
        is(0);
    }

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
        is(age - shortest);
        most = Math.max(most, latest);
    }

    /** {@return whether it is further behind than it may be} */
    boolean isLagged() {
        return latest > limitNanos;
    }

    private void is(long nanos) {
        latest = nanos;
        if (told != isLagged()) {
            told = isLagged();
            sink.lagging(told ? nanos : 0);
        }
    }

    long latestNanos() {
        return latest;
    }

    long mostNanos() {
        return most;
    }
}
