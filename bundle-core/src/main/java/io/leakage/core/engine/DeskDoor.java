package io.leakage.core.engine;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskInlet;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;

/** Time and decisions, written into slots; any thread. */
final class DeskDoor implements DeskInlet {
    private final Names names;
    private final Slots slots;

    DeskDoor(Names names, Slots slots) {
        this.names = names;
        this.slots = slots;
    }

    @Override
    public synchronized void clock(long epochNanos, ClockState state, long uncertaintyNanos) {
        LeakageEvent event = slots.claim();
        event.kind(EventKind.CLOCK);
        event.venueNanos = epochNanos;
        event.clockState(state);
        event.quantity = uncertaintyNanos;
        slots.publish();
    }

    @Override
    public synchronized void desk(String desk, String account, boolean enabled) {
        int deskName = names.number(NameKind.DESK, desk, slots);
        int accountName = names.number(NameKind.TEXT, account, slots);
        LeakageEvent event = slots.claim();
        event.kind(EventKind.DESK);
        event.name = deskName;
        event.account = accountName;
        event.on = enabled;
        slots.publish();
    }
}
