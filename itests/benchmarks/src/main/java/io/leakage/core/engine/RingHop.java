package io.leakage.core.engine;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.WhenFull;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;

/** One producer, one consumer that only counts: through our door, or by the bare Disruptor's own calls. */
public final class RingHop implements AutoCloseable {
    private static final int SLOTS = 16_384;

    private final Disruptor<LeakageEvent> disruptor;
    private final RingBuffer<LeakageEvent> ring;
    private final MarketInlet inlet;
    private volatile long seen;
    private long sent;

    /** A ring with its consumer's wait strategy. */
    public RingHop(WaitStrategy wait) {
        disruptor = new Disruptor<>(LeakageEvent::new, SLOTS, DaemonThreadFactory.INSTANCE, ProducerType.MULTI, wait);
        disruptor.handleEventsWith((event, sequence, endOfBatch) -> {
            if (endOfBatch) {
                seen = sequence;
            }
        });
        ring = disruptor.start();
        inlet = new MarketDoor(new Names(), new RingSlots(ring), "feed", WhenFull.WAIT);
        sent = ring.getCursor();
    }

    /** Sends through the door, and waits until all was seen. {@return how many} */
    public long throughTheDoor(int events) {
        for (int i = 0; i < events; i++) {
            inlet.deleted(i & 1023, i, i, i);
        }
        return awaitSeen(events);
    }

    /** Sends by the Disruptor's own calls, the same fields, and waits until all was seen. {@return how many} */
    public long bare(int events) {
        for (int i = 0; i < events; i++) {
            long sequence = ring.next();
            fill(ring.get(sequence), i);
            ring.publish(sequence);
        }
        return awaitSeen(events);
    }

    /** What a deleted order's event holds, field by field. */
    private static void fill(LeakageEvent event, int i) {
        event.kind(EventKind.DELETED);
        event.source = 0;
        event.instrument = i & 1023;
        event.sequence = i;
        event.venueNanos = i;
        event.receiveNanos = Absent.LONG;
        event.side(null);
        event.price = Absent.LONG;
        event.quantity = Absent.LONG;
        event.orderRef = i;
        event.otherRef = Absent.LONG;
        event.code = 0;
        event.on = false;
        event.tradingState(null);
    }

    private long awaitSeen(int events) {
        sent += events;
        while (seen < sent) {
            Thread.onSpinWait();
        }
        return events;
    }

    @Override
    public void close() {
        disruptor.shutdown();
    }
}
