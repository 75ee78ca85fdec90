package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;

/** One feed: its books, how far it has come, and when nothing of it was known. One thread. */
final class Feed {
    final int number;
    final L3Books books = new L3Books();
    final LevelBooks levels = new LevelBooks();
    final Prints prints = new Prints();
    /** When messages were missing. */
    final Spells gaps = new Spells();
    /** When the line was silent. */
    final Spells silences = new Spells();
    /** First venue time told, nanoseconds: nothing is known of what was before. */
    long firstNanos = Absent.LONG;
    /** Highest venue time told, nanoseconds. */
    long watermark = Absent.LONG;
    long sequence = Absent.LONG;
    boolean ended;
    /** Whether what is told is what rests in the books, not what happens. */
    boolean recovering;
    /** Whether the books are whole, and the next time told ends the hole. */
    private boolean recovered;

    Feed(int number) {
        this.number = number;
    }

    /** The feed spoke. {@return whether that ended a hole: its books are whole from this time on} */
    boolean told(long toldSequence, long venueNanos) {
        if (venueNanos == Absent.LONG || recovering) {
            return false;
        }
        sequence = toldSequence;
        boolean whole = recovered;
        if (whole) {
            recovered = false;
            gaps.end(venueNanos);
        }
        if (firstNanos == Absent.LONG) {
            firstNanos = venueNanos;
        }
        watermark = Math.max(watermark, venueNanos);
        return whole;
    }

    /** The books are empty; what follows is a snapshot. */
    void recover() {
        books.clear();
        levels.clear();
        recovering = true;
        recovered = false;
        if (watermark != Absent.LONG) {
            gaps.begin(watermark);
        }
    }

    /** The snapshot is at its end. */
    void recovered(long nextSequence) {
        sequence = nextSequence - 1;
        recovering = false;
        recovered = true;
    }

    /** Messages are missing. */
    void gap() {
        recovered = false;
        gaps.begin(watermark);
    }

    /** A new day of the venue. */
    void startDay() {
        books.clear();
        levels.clear();
        ended = false;
        recovering = false;
        recovered = false;
        gaps.end(watermark);
        silences.end(watermark);
    }

    /** {@return {@link Flag} bits of what was not known at an instant} */
    long holesAt(long instant) {
        return (gaps.holdsAt(instant) ? Flag.MD_GAP.bit() : 0) | (silences.holdsAt(instant) ? Flag.MD_STALE.bit() : 0)
                | (instant < firstNanos || firstNanos == Absent.LONG ? Flag.PARTIAL_HISTORY.bit() : 0);
    }

    /** {@return {@link Flag} bits of what is not known now} */
    long openHoles() {
        return (gaps.isOpen() ? Flag.MD_GAP.bit() : 0) | (silences.isOpen() ? Flag.MD_STALE.bit() : 0);
    }
}
