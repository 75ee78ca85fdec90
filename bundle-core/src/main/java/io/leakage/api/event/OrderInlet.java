package io.leakage.api.event;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The desk's own orders, from one drop-copy source, in the source's own order, from one thread at a time; and what the source says of
 * itself, from any thread, which an inlet that keeps no orders need not hear.
 */
@ProviderType
public interface OrderInlet {
    /**
     * Takes one message. When it returns, the raw bytes are durable in the journal, and the event is in the ring or on its way: while
     * the ring is full it stays in the {@link #backlog}. Only where nobody reads that does the call wait for room; an own order is never
     * dropped.
     *
     * @param message read here and now, free for the next message after the return
     * @throws java.io.UncheckedIOException when the raw bytes could not be made durable: do not acknowledge the message
     */
    void accept(OrderMessage message);

    /**
     * Keeps bytes that could not be read, so that nothing is lost, and counts them.
     *
     * @param raw    holds the message
     * @param offset first byte
     * @param length number of bytes
     * @param reason what was expected and not found, for a person
     * @throws java.io.UncheckedIOException when they could not be made durable: do not acknowledge the message
     */
    void quarantine(byte[] raw, int offset, int length, String reason);

    /**
     * Keeps a message of a type that nobody reads, as durably as one that is read, and does nothing else with it.
     *
     * @param raw    holds the message
     * @param offset first byte
     * @param length number of bytes
     * @throws java.io.UncheckedIOException when it could not be made durable: do not acknowledge the message
     */
    default void keep(byte[] raw, int offset, int length) {
    }

    /**
     * {@return executions of this source told again, corrections and busts among them, that were known by their key and changed nothing;
     * counted since the engine began, what it read from its journal included. Any thread}
     */
    default long repeated() {
        return 0;
    }

    /**
     * {@return those of them that contradict what was told first under their key, which stands: they are in the quarantine. Counted as
     * {@link #repeated}. Any thread}
     */
    default long conflicts() {
        return 0;
    }

    /**
     * Messages {@code fromSequence} (inclusive) to {@code toSequence} (exclusive) are missing and were asked for. Orders of this source
     * that were not over are in doubt until {@link #filled}; what comes meanwhile is taken as ever.
     */
    default void gap(long fromSequence, long toSequence) {
    }

    /** What was missing has come, or the other side said that nothing was there. */
    default void filled() {
    }

    /**
     * The other side set its numbers anew without saying what became of those before: what it told between its last message and this one,
     * if anything, is lost. An order is in doubt until a report of later time agrees with our own sum.
     *
     * @param newSequence number of its next message
     * @param nanos       when it did so, nanoseconds since the epoch, or {@link Absent#LONG}
     */
    default void epoch(long newSequence, long nanos) {
    }

    /**
     * The other side kept nothing for us between two times (nanoseconds since the epoch): nobody will tell what happened. An order that
     * lived then has no figures until a report of later time agrees with our own sum.
     *
     * @param fromNanos {@link Absent#LONG} for the time of what was told last
     */
    default void hole(long fromNanos, long toNanos) {
    }

    /** Nothing comes any more, not even a heartbeat; or it does again. */
    default void stale(boolean stale) {
    }

    /**
     * What happened before this time was never told and will not be: orders whose beginning was not told say so from here on.
     *
     * @param untilNanos nanoseconds since the epoch
     */
    default void partialHistory(long untilNanos) {
    }

    /**
     * Begins to read what is on disk and not in the scores yet. As long as it is open, {@link #accept} never waits for the ring.
     *
     * @return to be read by one thread and closed, the first when several are open for a source; nothing where this inlet keeps nothing
     */
    default Optional<OrderBacklog> backlog() {
        return Optional.empty();
    }

    /**
     * Says how long this source lets wait from now on, in nanoseconds of event time; 0 leaves what holds for all.
     *
     * @param answerNanos     until an order that nobody answered is not counted as working
     * @param correctionNanos until a correction whose execution did not come is a conflict
     * @param idNanos         until an id of an order that is over may mean another
     */
    default void patience(long answerNanos, long correctionNanos, long idNanos) {
    }
}
