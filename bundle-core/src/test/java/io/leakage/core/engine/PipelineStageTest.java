package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.lmax.disruptor.RingBuffer;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import org.junit.jupiter.api.Test;

class PipelineStageTest {
    private final Pipeline pipeline = new Pipeline();
    private final RingBuffer<LeakageEvent> ring = RingBuffer.createSingleProducer(LeakageEvent::new, 4);
    private final PipelineStage stage = new PipelineStage(pipeline, null, ring);

    @Test
    void anEventThatCannotBeLookedAtAheadIsCountedAndStopsNoOther() {
        ring.get(0).kind(EventKind.PASSED);
        ring.get(0).instrument = 0;
        ring.get(0).source = 0;
        long before = pipeline.unapplied();
        stage.onBatchStart(2, 2);

        // nobody has said what the second event is: both looking ahead and applying it fail
        assertDoesNotThrow(() -> stage.onEvent(ring.get(0), 0, false));
        assertEquals(before + 1, pipeline.unapplied());
        assertDoesNotThrow(() -> stage.onEvent(ring.get(1), 1, true));
        assertEquals(before + 2, pipeline.unapplied());
    }
}
