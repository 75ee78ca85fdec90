package io.leakage.core.engine;

import io.leakage.api.host.ScoreListener;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries news to the host on a thread of its own: which parents changed, and for each the newest row when the host has time for it. A slow
 * or failing listener holds nobody up.
 */
final class HostMailbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostMailbox.class);

    /** Between two deliveries, so that a busy market wakes the host's thread a thousand times a second and not a million. */
    private static final long PAUSE_NANOS = 1_000_000;

    private final Scorecard scorecard;
    private final List<ScoreListener> listeners = new CopyOnWriteArrayList<>();
    private final BitSet batch = new BitSet();
    private final Object monitor = new Object();
    private final BitSet waiting = new BitSet();
    private final Thread thread = new Thread(this::deliver, "leakage-mailbox");
    private boolean closed;

    HostMailbox(Scorecard scorecard) {
        this.scorecard = scorecard;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(ScoreListener listener) {
        listeners.add(listener);
    }

    void remove(ScoreListener listener) {
        listeners.remove(listener);
    }

    /** A parent has a new row; the outlet only. */
    void changed(int parent) {
        batch.set(parent);
    }

    /** The rows can now be read; the outlet only. */
    void flush() {
        if (!batch.isEmpty() && !listeners.isEmpty()) {
            synchronized (monitor) {
                waiting.or(batch);
                monitor.notifyAll();
            }
        }
        batch.clear();
    }

    private void deliver() {
        BitSet taken = new BitSet();
        ParentRow row = new ParentRow();
        while (take(taken)) {
            for (int parent = taken.nextSetBit(0); parent >= 0; parent = taken.nextSetBit(parent + 1)) {
                if (scorecard.read(parent, row)) {
                    tell(row);
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void tell(ParentRow row) {
        for (ScoreListener listener : listeners) {
            try {
                listener.onScore(row);
            } catch (RuntimeException | LinkageError failed) {
                LOG.warn("score listener {} failed on parent {}", listener.getClass().getName(), row.number(), failed);
            }
        }
    }

    private boolean take(BitSet taken) {
        synchronized (monitor) {
            while (waiting.isEmpty() && !closed) {
                try {
                    monitor.wait();
                } catch (InterruptedException stop) {
                    return false;
                }
            }
            taken.clear();
            taken.or(waiting);
            waiting.clear();
            return !closed;
        }
    }

    @Override
    public void close() {
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
