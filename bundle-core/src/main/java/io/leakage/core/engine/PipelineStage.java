package io.leakage.core.engine;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import io.leakage.core.book.L3Books;
import io.leakage.core.event.LeakageEvent;

/**
 * The pipeline as a handler of the ring. Of the events that wait it looks at some ahead, so that their books and tapes are fetched from
 * memory side by side; with one event waiting it just goes on.
 */
final class PipelineStage implements EventHandler<LeakageEvent> {
    private final Pipeline pipeline;
    private final Outlet outlet;
    private final RingBuffer<LeakageEvent> ring;
    /** Events of this batch not handled yet. */
    private long waiting;
    /** Events foreseen and not handled yet. */
    private long foreseen;

    /**
     * @param pipeline does the work
     * @param outlet   follows on the same thread; null when it has a stage of its own
     * @param ring     where the events wait
     */
    PipelineStage(Pipeline pipeline, Outlet outlet, RingBuffer<LeakageEvent> ring) {
        this.pipeline = pipeline;
        this.outlet = outlet;
        this.ring = ring;
    }

    @Override
    public void onBatchStart(long batchSize, long queueDepth) {
        waiting = batchSize;
        foreseen = 0;
    }

    @Override
    public void onEvent(LeakageEvent event, long sequence, boolean endOfBatch) {
        if (foreseen == 0 && waiting > 1) {
            foresee(sequence);
        }
        foreseen--;
        waiting--;
        pipeline.onEvent(event);
        if (outlet != null) {
            outlet.onEvent(event, endOfBatch);
            pipeline.release(event);
        }
    }

    private void foresee(long from) {
        foreseen = Math.min(waiting, L3Books.FORESEEN);
        try {
            for (long sequence = from; sequence < from + foreseen; sequence++) {
                pipeline.foresee(ring.get(sequence));
            }
            pipeline.touch();
        } catch (RuntimeException unexpected) {
            pipeline.failed("foreseeing", unexpected);   // what could not be fetched ahead is fetched when it is needed
        }
    }
}
