package io.leakage.ui.column;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscriber and its thread: what changes while the subscriber is busy, or before its next turn, is told in one call. A subscriber
 * that throws is logged and goes on being told.
 */
public final class Subscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final long CLOSE_MILLIS = 1_000;

    private final Consumer<BitSet> subscriber;
    private final Consumer<Subscription> onClose;
    private final long intervalNanos;
    private final Thread thread = new Thread(this::run, "leakage-dirty");

    // under this object's monitor
    private BitSet dirty = new BitSet();
    private boolean telling;
    private boolean closed;

    Subscription(Consumer<BitSet> subscriber, int maxHz, Consumer<Subscription> onClose) {
        this.subscriber = subscriber;
        this.onClose = onClose;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / maxHz;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    synchronized void changed(int parent) {
        dirty.set(parent);
        notifyAll();
    }

    /** No call begins after this returns; waits a moment for one under way, unless the subscriber itself closes. */
    @Override
    public void close() {
        onClose.accept(this);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
        synchronized (this) {
            closed = true;
            notifyAll();
            try {
                while (telling && Thread.currentThread() != thread && System.nanoTime() < until) {
                    wait(10);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        long next = System.nanoTime();
        try {
            for (BitSet changed = take(next); changed != null; changed = take(next)) {
                next = System.nanoTime() + intervalNanos;
                tell(changed);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was interrupted and ends", thread.getName());
        }
    }

    private void tell(BitSet changed) {
        try {
            subscriber.accept(changed);
        } catch (RuntimeException | Error e) {
            LOG.warn("a subscriber to dirty orders failed; it will be told of later changes", e);
        } finally {
            synchronized (this) {
                telling = false;
                notifyAll();
            }
        }
    }

    /** {@return what changed, once there is something and the time has come; null when closed} */
    private synchronized BitSet take(long notBeforeNanos) throws InterruptedException {
        for (long early = notBeforeNanos - System.nanoTime(); !closed && (dirty.isEmpty() || early > 0);
                early = notBeforeNanos - System.nanoTime()) {
            if (dirty.isEmpty()) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, early);
            }
        }
        if (closed) {
            return null;
        }
        BitSet taken = dirty;
        dirty = new BitSet();
        telling = true;
        return taken;
    }
}
