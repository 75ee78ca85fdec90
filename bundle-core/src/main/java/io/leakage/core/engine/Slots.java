package io.leakage.core.engine;

import io.leakage.core.event.LeakageEvent;

/** Where an inlet puts its events: claim a slot, fill it, publish it. One thread at a time; one slot at a time. */
interface Slots {
    /** {@return a slot to fill; waits for one} */
    LeakageEvent claim();

    /** {@return a slot to fill, null when none is free now} */
    LeakageEvent tryClaim();

    /** Lets the slot claimed last go its way. */
    void publish();
}
