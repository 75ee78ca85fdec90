package io.leakage.core.engine;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;
import io.leakage.core.event.LeakageEvent;

/** A handler of the ring's first stage: does its work, and at the end of a batch says to the second stage that it has. */
final class FirstStage implements EventHandler<LeakageEvent> {
    private final EventHandler<LeakageEvent> work;
    private final Runnable signal;
    private Sequence done;

    /**
     * @param work   what is done with each event
     * @param signal wakes the second stage, if it sleeps
     */
    FirstStage(EventHandler<LeakageEvent> work, Runnable signal) {
        this.work = work;
        this.signal = signal;
    }

    @Override
    public void setSequenceCallback(Sequence callback) {
        done = callback;
    }

    @Override
    public void onBatchStart(long batchSize, long queueDepth) {
        work.onBatchStart(batchSize, queueDepth);
    }

    @Override
    public void onEvent(LeakageEvent event, long sequence, boolean endOfBatch) throws Exception {
        work.onEvent(event, sequence, endOfBatch);
        if (endOfBatch) {
            done.set(sequence);
            signal.run();
        }
    }
}
