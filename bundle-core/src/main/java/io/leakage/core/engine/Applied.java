package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.Arrays;

/**
 * How far each drop copy's raw journal had come into the event journal when an earlier run ended, and which of its messages are lacking
 * there. Filled by the replay at the start.
 */
final class Applied {
    private RawProgress[] sources = new RawProgress[0];
    private boolean leftOut;

    /** Learns from an event that is replayed. */
    void take(LeakageEvent event) {
        if (event.kind().isOfOrders() || event.kind() == EventKind.QUARANTINED) {
            of(event.source).take(event.order().rawPosition, event.venueNanos);
        } else if (event.kind() == EventKind.CARRIED && event.code == LeakageEvent.LEFT_OUT && event.source != Absent.NAME) {
            of(event.source).take(event.price, event.venueNanos);
        }
    }

    /** Frames were lost here, nobody knows whose. */
    void leftOut() {
        leftOut = true;
        for (RawProgress source : sources) {
            if (source != null) {
                source.leftOut();
            }
        }
    }

    /** {@return how far a source has come} */
    RawProgress of(int source) {
        if (source >= sources.length) {
            sources = Arrays.copyOf(sources, source + 1);
        }
        if (sources[source] == null) {
            sources[source] = new RawProgress(leftOut);
        }
        return sources[source];
    }
}
