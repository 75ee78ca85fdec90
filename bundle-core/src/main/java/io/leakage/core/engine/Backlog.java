package io.leakage.core.engine;

import io.leakage.api.event.OrderBacklog;
import io.leakage.core.history.JournalReader;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of a raw journal that are not in the ring yet: two positions, and a reader when they are read. Nothing is queued in memory.
 * While there is a backlog the door only appends and the thread that reads the backlog writes into the ring; when its last record has gone
 * there, it is the door's turn again. So the order never changes and nothing goes twice.
 */
final class Backlog {
    private static final long NONE = RawProgress.NONE;
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final long ROOM_NANOS = 50_000;

    private final RawLog log;
    private final OrderWriter writer;
    private final RawProgress progress;
    private JournalReader reader;
    /** First and last record that wait; last is {@link #NONE} when none does. */
    private long first;
    private long last = NONE;
    private volatile long depth;
    private int open;
    private Object owner;
    private boolean lost;
    /** Records before this position were left by an earlier run. */
    private long begin;

    /** @param progress which records have been in the ring already */
    Backlog(RawLog log, OrderWriter writer, RawProgress progress) {
        this.log = log;
        this.writer = writer;
        this.progress = progress;
        recover();
    }

    private void recover() {
        JournalReader left = log.reader(progress.from());
        if (left == null) {
            lost = progress.lacksBehind(0);
            return;
        }
        while (left.next() != null || isPast(left)) {
            if (progress.lacks(left.position())) {
                first = last == NONE ? left.position() : first;
                last = left.position();
                depth++;
            }
        }
        begin = left.nextPosition();
        lost |= progress.lacksBehind(begin);
        if (depth > 0) {
            LOG.info("{} raw messages from position {} on are not in the scores yet", depth, first);
        }
    }

    /** {@return whether there is another record behind a damage; what was damaged may have been one that is lost for good} */
    private boolean isPast(JournalReader left) {
        if (left.damage() == null) {
            return false;
        }
        long damaged = left.damage().position();
        LOG.error("raw journal: {}", left.damage());
        if (!left.skipDamage()) {
            return false;
        }
        lost |= progress.lacksAny(damaged, left.nextPosition());
        return left.next() != null || isPast(left);
    }

    /** {@return whether messages are lost that neither journal can tell} */
    boolean isPartial() {
        return lost;
    }

    /** {@return whether this record has to wait here; false when it may go into the ring. Calls come in the order of the records} */
    synchronized boolean takes(long position) {
        if (last == NONE) {
            Slots slots = writer.slots();
            // others take slots too: with half of them free, none of ours will have to be waited for
            if (open == 0 || slots.hasRoom(Math.max(1, slots.size() / 2))) {
                return false;
            }
            first = position;
        }
        last = position;
        depth++;
        notifyAll();
        return true;
    }

    /** Opens a way to read it, where anything is kept on disk at all. */
    synchronized Optional<OrderBacklog> open() {
        if (log.reader(0) == null) {
            return Optional.empty();
        }
        open++;
        return Optional.of(new BacklogReading(this, writer));
    }

    /** Ends one. */
    synchronized void close(Object reading) {
        open--;
        owner = owner == reading ? null : owner;
        notifyAll();
    }

    long depth() {
        return depth;
    }

    /** {@return the next record, null when none came in time} */
    ByteBuffer next(Object reading, long timeoutMillis) throws InterruptedException {
        if (!await(reading, timeoutMillis) || !awaitRoom(timeoutMillis)) {
            return null;
        }
        if (reader == null) {
            reader = log.reader(first);
        }
        ByteBuffer record = next(reader);
        while (record != null && (reader.position() < first || !progress.lacks(reader.position()))) {
            record = next(reader);
        }
        if (record == null) {
            end();
            LOG.error("raw messages up to position {} wait, and the journal ends at {}", last, reader.nextPosition());
        }
        return record;
    }

    private boolean awaitRoom(long timeoutMillis) {
        int wanted = Math.min(writer.slots().size(), OrderWriter.MOST_SLOTS);
        for (long tries = timeoutMillis * 1_000_000 / ROOM_NANOS; !writer.slots().hasRoom(wanted); tries--) {
            if (tries <= 0) {
                return false;
            }
            LockSupport.parkNanos(ROOM_NANOS);
        }
        return true;
    }

    /** {@return the place of the record given last} */
    long position() {
        return reader.position();
    }

    /** {@return whether the record given last was left by an earlier run} */
    boolean isHistory() {
        return reader.position() < begin;
    }

    /** The record given last is in the ring. */
    synchronized void done() {
        depth--;
        first = reader.nextPosition();
        if (reader.position() >= last) {
            end();
        }
    }

    private synchronized void end() {
        last = NONE;
        depth = 0;
    }

    private synchronized boolean await(Object reading, long timeoutMillis) throws InterruptedException {
        if (last == NONE || owner != null && owner != reading) {
            wait(timeoutMillis);
        }
        if (last == NONE || owner != null && owner != reading) {
            return false;
        }
        owner = reading;
        return true;
    }

    /** {@return the next intact record, damaged ones told and left out; null at the end} */
    private static ByteBuffer next(JournalReader reader) {
        ByteBuffer record = reader.next();
        while (record == null && reader.damage() != null) {
            LOG.error("raw journal: {}", reader.damage());
            if (!reader.skipDamage()) {
                return null;
            }
            record = reader.next();
        }
        return record;
    }
}
