package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;

/** One feed: its books, how far it has come, and when nothing of it was known. One thread. */
final class Feed {
    static final char START_OF_MESSAGES = 'O';
    static final char MARKET_HOURS = 'Q';

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
    /** Whether it is too far behind its venue for what it tells to be now. */
    boolean lagging;
    /** Whether what is told is what rests in the books, not what happens. */
    boolean recovering;
    /** Whether the books are whole, and the next time told ends the hole. */
    private boolean recovered;
    /** Whether messages before {@link #missingUntil} may still come. */
    private boolean filling;
    private long missingUntil;
    /** Whether something in the open hole is lost for good: filling a later gap does not make it known. */
    private boolean lost;

    Feed(int number) {
        this.number = number;
    }

    /** The feed spoke. {@return whether that ended a hole: its books are whole from this time on} */
    boolean told(long toldSequence, long venueNanos) {
        if (venueNanos == Absent.LONG || recovering) {
            return false;
        }
        sequence = toldSequence;
        boolean whole = (filling || recovered) && ends(toldSequence, venueNanos);
        if (firstNanos == Absent.LONG) {
            firstNanos = venueNanos;
        }
        watermark = Math.max(watermark, venueNanos);
        return whole;
    }

    private boolean ends(long toldSequence, long venueNanos) {
        if (filling && toldSequence >= missingUntil) {
            filling = false;   // it goes on behind what is missing
            lost = true;
            recovered = false;
        }
        boolean whole = recovered && !filling;
        if (whole) {
            recovered = false;
            lost = false;
            gaps.end(venueNanos);
        }
        return whole;
    }

    /** {@return whether the next time told may end a hole} */
    boolean isMending() {
        return filling || recovered;
    }

    /** Messages before this one are missing. */
    void gap(long until) {
        lost |= recovering || recovered;
        recovering = false;
        filling = true;
        missingUntil = until;
        gaps.begin(watermark);
    }

    /** What was missing has come. {@return whether nothing is unknown any more} */
    boolean filled() {
        filling = false;
        return !lost && !recovered && gaps.forget();
    }

    /** The books are empty; what follows is a snapshot. */
    void recover() {
        books.clear();
        levels.clear();
        recovering = true;
        recovered = false;
        filling = false;
        lost = true;
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

    /** The venue emptied all books: so they are known again, whatever was missing before. */
    void clear() {
        books.clear();
        levels.clear();
        filling = false;
        lost = false;
        recovered = false;
        gaps.end(watermark);
    }

    /** The venue's day went a step on. */
    void session(char code) {
        if (code == START_OF_MESSAGES) {
            startDay();
        }
    }

    private void startDay() {
        clear();
        ended = false;
        lagging = false;
        recovering = false;
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
