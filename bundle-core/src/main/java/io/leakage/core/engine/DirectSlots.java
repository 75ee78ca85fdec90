package io.leakage.core.engine;

import io.leakage.core.event.LeakageEvent;
import java.util.function.Consumer;

/** One slot and no ring: what is published is handled at once, on the calling thread. Replay, where time is data. */
final class DirectSlots implements Slots {
    private final LeakageEvent event = new LeakageEvent();
    private final Consumer<LeakageEvent> handler;

    DirectSlots(Consumer<LeakageEvent> handler) {
        this.handler = handler;
    }

    @Override
    public LeakageEvent claim() {
        return event;
    }

    @Override
    public LeakageEvent tryClaim() {
        return event;
    }

    @Override
    public boolean hasRoom(int slots) {
        return true;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void publish() {
        handler.accept(event);
    }
}
