package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskInlet;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.rule.json.RuleReader;
import java.nio.charset.StandardCharsets;

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

    @Override
    public synchronized void rules(String desk, String json) {
        if (json != null) {
            RuleReader.read(json);
        }
        int deskName = desk == null ? Absent.NAME : names.number(NameKind.DESK, desk, slots);
        byte[] text = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        do {
            int length = Math.min(LeakageEvent.MAX_TEXT, text.length - from);
            LeakageEvent event = slots.claim();
            event.kind(EventKind.RULES);
            event.name = deskName;
            event.quantity = from;
            event.textLength = length;
            System.arraycopy(text, from, event.text(), 0, length);
            from += length;
            event.on = from == text.length;
            slots.publish();
        } while (from < text.length);
    }
}
