package io.leakage.api.history;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A store that keeps the history elsewhere, registered as an OSGi service. All calls but {@link #name}, which any thread makes, come from
 * one thread of its own, so that it may block as long as it likes.
 *
 * <p>What makes it exactly once: a sink keeps, in one atomic step with the records themselves, the position up to which it has them all,
 * and {@link #open} gives it back. It is told every record whose position is not below that, and none twice.
 */
@ConsumerType
public interface HistorySink {
    /** {@return its name, for the log, the health check and metrics; unique among sinks} */
    String name();

    /**
     * Opens the store, once before everything else and again after {@link #close}.
     *
     * @param journal names the journal; one that was begun anew has another name, and positions of its own
     * @return the position of this journal up to which everything is kept, 0 when there is nothing yet
     * @throws IOException when the store cannot be reached; tried again later
     */
    long open(String journal) throws IOException;

    /**
     * Takes a record, to be kept with the next {@link #flush}. When it throws, the sink is closed, opened again, and told from where it is
     * then.
     *
     * @param item valid during the call
     * @return whether the sink has so much now that it wants to be flushed at the end of this event
     */
    boolean take(HistoryRecord item);

    /**
     * Keeps what was taken, for good, and the position. When it throws, nothing of it may count as kept, and it is called again later for
     * the same records until it succeeds: meanwhile nothing is taken, and the tail falls behind.
     *
     * @param position everything below was taken
     * @throws IOException           when it could not be kept: told to people as it stands
     * @throws IllegalStateException when less is kept than was confirmed: the sink is opened again and told from there
     */
    void flush(long position) throws IOException;

    /** {@return for how long, in milliseconds, records may wait for a flush once there is nothing more to take} */
    default int patienceMillis() {
        return 1000;
    }

    /** Lets go of everything; what was not flushed is forgotten. Called after each {@link #open}, also after one that threw. */
    void close();
}
