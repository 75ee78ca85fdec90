package io.leakage.core.engine;

import io.leakage.core.event.LeakageEvent;

/** Where an inlet puts its events: claim a slot, fill it, publish it. One thread at a time; one slot at a time. */
interface Slots {
    /** {@return a slot to fill; waits for one} */
    LeakageEvent claim();

    /** {@return a slot to fill, null when none is free now} */
    LeakageEvent tryClaim();

    /** {@return whether so many slots are free now; others may take them in the next moment} */
    boolean hasRoom(int slots);

    /** {@return how many there are; 1 where each is handled at once} */
    int size();

    /** Lets the slot claimed last go its way. */
    void publish();
}
