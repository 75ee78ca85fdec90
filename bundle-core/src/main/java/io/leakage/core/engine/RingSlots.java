package io.leakage.core.engine;

import com.lmax.disruptor.RingBuffer;
import io.leakage.core.event.LeakageEvent;

/** Slots of the ring: what is published is handled by the ring's own threads. */
final class RingSlots implements Slots {
    private final RingBuffer<LeakageEvent> ring;
    private long sequence;

    RingSlots(RingBuffer<LeakageEvent> ring) {
        this.ring = ring;
    }

    @Override
    public LeakageEvent claim() {
        sequence = ring.next();
        return ring.get(sequence);
    }

    @Override
    public LeakageEvent tryClaim() {
        return ring.hasAvailableCapacity(1) ? claim() : null;
    }

    @Override
    public boolean hasRoom(int slots) {
        return ring.hasAvailableCapacity(slots);
    }

    @Override
    public int size() {
        return ring.getBufferSize();
    }

    @Override
    public void publish() {
        ring.publish(sequence);
    }
}
