package io.leakage.core.engine;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Waits on a lock at both stages of the ring. The Disruptor's own blocking strategy lets the second stage spin until the first is done,
 * which on a small machine takes the very core the first stage needs; here the first stage says when it is done.
 */
final class StagedBlockingWait implements WaitStrategy {
    /** A stop is not told to the second stage, so it looks for one so often. */
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final Gate published = new Gate();
    private final Gate measured = new Gate();

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        Gate gate = dependent == cursor ? published : measured;
        return gate.await(sequence, dependent, barrier);
    }

    /** Events were published, or the ring is to stop: the first stage has to look. */
    @Override
    public void signalAllWhenBlocking() {
        published.open();
    }

    /** A handler of the first stage has moved its sequence: the second stage has to look. */
    void signalSecondStage() {
        measured.open();
    }

    /** Lets waiters sleep without missing a signal, and signallers pass without a lock while nobody sleeps. */
    private static final class Gate {
        private final AtomicBoolean awaited = new AtomicBoolean();

        long await(long sequence, Sequence dependent, SequenceBarrier barrier) throws AlertException, InterruptedException {
            long available = dependent.get();
            if (available >= sequence) {
                return available;
            }
            synchronized (this) {
                while (true) {
                    awaited.set(true);
                    available = dependent.get();
                    if (available >= sequence) {
                        return available;
                    }
                    barrier.checkAlert();
                    wait(LOOK_AGAIN_MILLIS);
                }
            }
        }

        void open() {
            if (awaited.get() && awaited.getAndSet(false)) {
                synchronized (this) {
                    notifyAll();
                }
            }
        }
    }
}
