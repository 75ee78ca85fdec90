package io.leakage.marketdata.feed;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A recorded market-data file that plays itself, message by message, into the market inlet it was opened with; {@link FeedFormat} opens
 * one. What cannot be read is told, as it is met, to whoever opened it: file, place, what was expected. One thread.
 */
public interface RecordedFeed extends Closeable {
    /**
     * Plays one message; behind the last it says that the feed ended.
     *
     * @return false when there was none left
     * @throws IOException when the disk fails
     */
    boolean next() throws IOException;

    /**
     * {@return the time of the latest message, {@link io.leakage.api.event.Absent#LONG} before the first: nanoseconds since the epoch, or
     * since midnight where neither the file nor who opened it knows the day}
     */
    long venueNanos();

    /** {@return whether the file says itself what day its times are of, so that nobody need tell it} */
    boolean isDated();

    /** {@return messages met so far; one that could not be read counts too} */
    long messages();

    /** {@return how many places could not be read} */
    long problems();

    /** {@return what was left out although it could be read, a sentence for a person each; none when everything was played} */
    List<String> doubts();
}
