package io.leakage.core.engine;

import io.leakage.core.event.LeakageEvent;

/** How far a journal is replayed. */
@FunctionalInterface
interface Until {
    /**
     * Asked before each event.
     *
     * @param event    the next
     * @param position its place in the journal
     * @return false to end before it
     */
    boolean goesOn(LeakageEvent event, long position);
}
