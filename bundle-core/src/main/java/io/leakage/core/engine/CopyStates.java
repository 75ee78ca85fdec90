package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What a drop copy says of itself, on its way into the ring. Its session's threads may not wait there, so what finds the ring full goes with
 * the source's next message. Any thread.
 */
final class CopyStates {
    private final Slots slots;
    private final int source;
    private final Queue<Said> waiting = new ArrayDeque<>();
    private volatile boolean waits;

    private record Said(EventKind kind, long sequence, long nanos, long quantity, long orderRef, long otherRef, boolean on) {
    }

    /** @param slots used by nobody else */
    CopyStates(Slots slots, int source) {
        this.slots = slots;
        this.source = source;
    }

    /** Says it, or keeps it. */
    synchronized void say(EventKind kind, long sequence, long nanos, long quantity, boolean on) {
        add(new Said(kind, sequence, nanos, quantity, 0, 0, on));
    }

    /** Says how long the source lets wait, as {@link io.leakage.api.event.OrderInlet#patience}. */
    synchronized void patience(long answerNanos, long correctionNanos, long idNanos) {
        add(new Said(EventKind.PATIENCE, Absent.LONG, Absent.LONG, answerNanos, correctionNanos, idNanos, false));
    }

    private void add(Said said) {
        waiting.add(said);
        waits = true;
        sayAll();
    }

    /** Says what was kept, as far as there is room. */
    void flush() {
        if (waits) {
            sayAll();
        }
    }

    private synchronized void sayAll() {
        LeakageEvent event;
        while (!waiting.isEmpty() && (event = slots.tryClaim()) != null) {
            Said said = waiting.remove();
            event.kind(said.kind);
            event.source = source;
            event.instrument = Absent.NAME;
            event.sequence = said.sequence;
            event.venueNanos = said.nanos;
            event.receiveNanos = Absent.LONG;
            event.quantity = said.quantity;
            event.orderRef = said.orderRef;
            event.otherRef = said.otherRef;
            event.on = said.on;
            slots.publish();
        }
        waits = !waiting.isEmpty();
    }
}
