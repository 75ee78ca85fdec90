package io.leakage.marketdata.feed;

import java.io.Closeable;
import java.io.IOException;

/** What a recording keeps whose file knows its day: messages met, places that could not be read, and whether it is over. One thread. */
abstract class DatedRecording implements RecordedFeed {
    final Complaints complaints;
    private final Closeable source;
    private boolean finished;
    /** The number of the message being played. */
    long messages;

    DatedRecording(Closeable source, Complaints complaints) {
        this.source = source;
        this.complaints = complaints;
    }

    /** Plays and counts one message. {@return false when there was none left} */
    abstract boolean play() throws IOException;

    /** Says, once, that the feed ended. */
    abstract void end();

    @Override
    public final boolean next() throws IOException {
        if (!finished && !play()) {
            finished = true;
            complaints.end();
            end();
        }
        return !finished;
    }

    @Override
    public final boolean isDated() {
        return true;
    }

    @Override
    public final long messages() {
        return messages;
    }

    @Override
    public long problems() {
        return complaints.problems();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
