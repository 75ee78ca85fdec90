package io.leakage.core.engine;

import io.leakage.core.history.Journal;
import io.leakage.core.history.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * One source's raw messages on disk. Who commits while nobody else does, forces to the disk whatever is appended by then; who comes
 * meanwhile waits for that and then, one of them for all, for the next. So a force is shared by all who wait, and none waits for more than
 * two.
 */
final class RawJournal implements RawLog, AutoCloseable {
    static final String CONTENT = "raw fix 2";

    /** Some 60,000 messages; what is made anew is forced as a whole, so it should not be large. */
    private static final int SEGMENT_BYTES = 16 << 20;

    private final Path directory;
    private final Journal journal;
    private final boolean sync;
    /** Every record before this position is on the disk. */
    private long forced;
    private boolean forcing;
    private long forces;

    RawJournal(Path directory, boolean sync) {
        this.directory = directory;
        this.sync = sync;
        this.journal = Journal.open(directory, CONTENT, SEGMENT_BYTES, true);
        this.forced = journal.end();
        if (sync) {
            journal.force();   // from now on each new segment is forced with the one before it
        }
    }

    Journal journal() {
        return journal;
    }

    /** {@return how often it forced} */
    synchronized long forces() {
        return forces;
    }

    @Override
    public synchronized long append(byte[] raw, int offset, int length) {
        return journal.append(raw, offset, length);
    }

    @Override
    public void commit(long position) {
        if (!sync) {
            return;
        }
        long end;
        Runnable force;
        synchronized (this) {
            while (forcing && forced <= position) {
                awaitForce();
            }
            if (forced > position) {
                return;
            }
            forcing = true;
            end = journal.end();
            force = journal.forcing();
        }
        boolean done = false;
        try {
            force.run();
            done = true;
        } finally {
            forced(done ? end : forced);
        }
    }

    private synchronized void forced(long end) {
        forcing = false;
        forces++;
        forced = end;
        notifyAll();
    }

    private void awaitForce() {
        try {
            wait();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while waiting for the disk", stop));
        }
    }

    @Override
    public JournalReader reader(long from) {
        return new JournalReader(directory, CONTENT, from);
    }

    @Override
    public void close() {
        journal.close();
    }
}
