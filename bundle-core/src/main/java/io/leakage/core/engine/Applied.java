package io.leakage.core.engine;

import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.Arrays;

/** How far each drop copy's raw journal had come into the event journal when an earlier run ended. Filled by the replay at the start. */
final class Applied {
    private long[] positions = new long[0];

    /** Learns from an event that is replayed. */
    void take(LeakageEvent event) {
        if (event.kind == EventKind.ORDER || event.kind == EventKind.QUARANTINED) {
            if (event.source >= positions.length) {
                int known = positions.length;
                positions = Arrays.copyOf(positions, event.source + 1);
                Arrays.fill(positions, known, positions.length, Backlog.NONE);
            }
            positions[event.source] = event.order.rawPosition;
        }
    }

    /** {@return position of the last raw record of a source whose event was replayed, {@link Backlog#NONE} for none} */
    long position(int source) {
        return source < positions.length ? positions[source] : Backlog.NONE;
    }
}
