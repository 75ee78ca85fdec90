package io.leakage.core.book;

import io.leakage.api.event.Absent;

/** One feed: its books, how far it has come, and what is wrong with all of it. One thread. */
final class Feed {
    final int number;
    final L3Books books = new L3Books();
    final LevelBooks levels = new LevelBooks();
    /** Bits of {@code Flag} that hold for every instrument of this feed. */
    long standing;
    /** Highest venue time told, nanoseconds. */
    long watermark = Absent.LONG;
    long sequence = Absent.LONG;
    boolean ended;

    Feed(int number) {
        this.number = number;
    }

    /** The feed spoke. */
    void told(long toldSequence, long venueNanos) {
        sequence = toldSequence;
        watermark = Math.max(watermark, venueNanos);
    }

    /** {@return the event's own time; how far the feed has come when the event has none} */
    long time(long venueNanos) {
        return venueNanos == Absent.LONG ? watermark : venueNanos;
    }
}
