package io.leakage.dropcopy.fix;

/** What of a session is missing now; told to the inlet, and kept over a restart. One thread at a time. */
final class Gap {
    private final GapRecord record;
    private final GapVoice voice;
    private final Ahead ahead;
    private final SessionCounts counts;
    private long from;
    private long to;

    /** The gap that was recorded, if one was. */
    Gap(GapRecord record, GapVoice voice, Ahead ahead, SessionCounts counts) {
        this.record = record;
        this.voice = voice;
        this.ahead = ahead;
        this.counts = counts;
        if (record.isOpen()) {
            open(record.from(), record.to());
        }
    }

    /** {@return whether anything is missing} */
    boolean isOpen() {
        return to > from;
    }

    /** {@return the first number missing} */
    long from() {
        return from;
    }

    /** {@return the first number behind those missing} */
    long to() {
        return to;
    }

    /** {@return the numbers, for a person} */
    String words() {
        return "messages " + from + " to " + (to - 1);
    }

    /** These are missing, beside those that are already. */
    void open(long first, long behind) {
        boolean news = !isOpen();
        if (!news && first >= from && behind <= to) {
            return;
        }
        from = news ? first : Math.min(from, first);
        to = news ? behind : Math.max(to, behind);
        counts.gaps.addAndGet(news ? 1 : 0);
        record.keep(from, to);
        ahead.gapTo(to);
        voice.missing(from, to);
    }

    /** Nothing is missing any more. */
    void close() {
        from = 0;
        to = 0;
        record.keep(0, 0);
        ahead.nothingWaits(true);
        voice.filled();
    }
}
