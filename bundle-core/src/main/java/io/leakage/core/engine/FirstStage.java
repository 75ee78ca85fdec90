package io.leakage.core.engine;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;
import io.leakage.core.event.LeakageEvent;
import java.util.function.Consumer;

/** A handler of the ring's first stage: does its work, and at the end of a batch says to the second stage that it has. */
final class FirstStage implements EventHandler<LeakageEvent> {
    private final Consumer<LeakageEvent> work;
    private final Runnable signal;
    private Sequence done;

    /**
     * @param work   what is done with each event
     * @param signal wakes the second stage, if it sleeps
     */
    FirstStage(Consumer<LeakageEvent> work, Runnable signal) {
        this.work = work;
        this.signal = signal;
    }

    @Override
    public void setSequenceCallback(Sequence callback) {
        done = callback;
    }

    @Override
    public void onEvent(LeakageEvent event, long sequence, boolean endOfBatch) {
        work.accept(event);
        if (endOfBatch) {
            done.set(sequence);
            signal.run();
        }
    }
}
