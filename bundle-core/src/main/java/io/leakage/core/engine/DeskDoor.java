package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.rule.json.RuleReader;
import java.nio.charset.StandardCharsets;

/** Time and decisions, written into slots; any thread. */
final class DeskDoor implements DeskInlet {
    private final Names names;
    private final Slots slots;
    private final Marks marks;
    private volatile long clockNanos = Absent.LONG;

    /** @param marks learns what the bytes of orders are searched for */
    DeskDoor(Names names, Slots slots, Marks marks) {
        this.names = names;
        this.slots = slots;
        this.marks = marks;
    }

    @Override
    public synchronized void clock(long epochNanos, ClockState state, long uncertaintyNanos) {
        clockNanos = epochNanos;
        LeakageEvent event = slots.claim();
        event.kind(EventKind.CLOCK);
        event.venueNanos = epochNanos;
        event.clockState(state);
        event.quantity = uncertaintyNanos;
        slots.publish();
    }

    /** {@return what the clock was told to be last, {@code Absent.LONG} before} */
    long clockNanos() {
        return clockNanos;
    }

    @Override
    public void desk(String desk, String account, boolean enabled) {
        claim(desk, OrderKey.ACCOUNT, account, enabled);
    }

    @Override
    public synchronized void claim(String desk, OrderKey key, String value, boolean given) {
        int deskName = names.number(NameKind.DESK, desk, slots);
        int valueName = names.number(NameKind.TEXT, value, slots);
        LeakageEvent event = slots.claim();
        event.kind(EventKind.DESK);
        event.name = deskName;
        event.account = valueName;
        event.on = given;
        event.code = (char) key.ordinal();
        slots.publish();
        marks.claim(key, value, valueName, given);
    }

    @Override
    public void terms(String desk, DeskTerms terms) {
        terms(names.number(NameKind.DESK, desk, slots), terms);
    }

    /** The same, of a desk's number. */
    synchronized void terms(int deskName, DeskTerms terms) {
        byte[] text = TermsText.of(terms);
        LeakageEvent event = slots.claim();
        event.kind(EventKind.DESK_TERMS);
        event.name = deskName;
        event.textLength = text.length;
        System.arraycopy(text, 0, event.text(), 0, text.length);
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
