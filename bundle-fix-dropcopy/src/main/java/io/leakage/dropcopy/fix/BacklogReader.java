package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderBacklog;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a source's backlog, on a thread of its own, as the live session would have read it: what a crash left on disk, and what was put
 * aside while the ring was full.
 */
final class BacklogReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DropCopySession.class);
    private static final long WAIT_MILLIS = 100;
    private static final long STOP_SECONDS = 20;

    private final String source;
    private final OrderBacklog backlog;
    private final DropCopyReader reader;
    private final Alarm alarm;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * A reader, not started.
     *
     * @param source  its source's name
     * @param scan    reads as the session does; nobody else uses it
     * @param backlog read and closed here
     */
    BacklogReader(String source, FixScan scan, OrderBacklog backlog, Alarm alarm) {
        this.source = source;
        this.backlog = backlog;
        this.reader = new DropCopyReader(scan, backlog.inlet(), false);
        this.alarm = alarm;
        this.thread = new Thread(this::drain, "leakage-dropcopy-" + source + "-backlog");
        thread.setDaemon(true);
    }

    /** Starts. */
    void start() {
        thread.start();
    }

    /** {@return messages that wait} */
    long depth() {
        return backlog.depth();
    }

    /** {@return messages read from it} */
    long read() {
        return reader.delivered() + reader.ignored() + reader.quarantined();
    }

    private void read(byte[] raw, int length) {
        try {
            if (reader.read(raw, 0, length) == FixScan.Outcome.UNREADABLE) {
                alarm.raise("quarantined a message of the backlog: " + reader.problem());
            }
        } catch (RuntimeException e) {
            alarm.raise("a message of the backlog was neither taken nor quarantined: " + e);
        }
    }

    private void drain() {
        try {
            while (stop.getCount() > 0) {
                if (next()) {
                    read(backlog.raw(), backlog.length());
                }
            }
        } catch (InterruptedException interrupted) {
            LOG.warn("drop copy {}: interrupted, {} messages of the backlog stay on disk", source, backlog.depth());
        } finally {
            backlog.close();
        }
    }

    private boolean next() throws InterruptedException {
        try {
            return backlog.next(WAIT_MILLIS);
        } catch (RuntimeException e) {
            alarm.raise("the backlog cannot be read: " + e);
            stop.await(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            return false;
        }
    }

    /** Ends the thread and waits for it; what was not read stays on disk. An interrupt would close the file it reads, and is not used. */
    void stop() {
        stop.countDown();
        if (thread.getState() == Thread.State.NEW) {
            backlog.close();
            return;
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
