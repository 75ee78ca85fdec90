package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.SwitchInlet;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.switching.Decision;
import io.leakage.core.switching.HookSaid;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.LongSupplier;

/** What persons decide about switches and what the hook says of them, written into slots; any thread. */
final class SwitchDoor implements SwitchInlet {
    /** Who killed where nobody said who. */
    private static final String NOBODY = "nobody named";

    private final Names names;
    private final Slots slots;
    private final Kills kills;
    private final LongSupplier clock;

    /**
     * @param kills what a kill is told at once
     * @param clock what the machine's clock was told to be last, nanoseconds since the epoch
     */
    SwitchDoor(Names names, Slots slots, Kills kills, LongSupplier clock) {
        this.names = names;
        this.slots = slots;
        this.kills = kills;
        this.clock = clock;
    }

    @Override
    public void approve(long number, String by) {
        decide(Decision.APPROVE, Absent.NAME, number, by);
    }

    @Override
    public void reject(long number, String by) {
        decide(Decision.REJECT, Absent.NAME, number, by);
    }

    @Override
    public void takeOver(int parent, String by) {
        decide(Decision.TAKE_OVER, Absent.NAME, parent, by);
    }

    @Override
    public void release(int parent, String by) {
        decide(Decision.RELEASE, Absent.NAME, parent, by);
    }

    @Override
    public void kill(String desk, String by) {
        boolean named = by != null && !by.isBlank();
        try {
            kills.kill(desk == null ? Kills.FIRM : desk);
        } finally {
            decide(Decision.KILL, desk, named ? by : NOBODY);   // what the pipeline has not heard of, nobody could end
        }
        if (!named) {
            throw nobody();
        }
    }

    @Override
    public void rearm(String desk, String by) {
        decide(Decision.REARM, desk, by);
    }

    @Override
    public void unlatch(String desk, String by) {
        decide(Decision.UNLATCH_DESK, Objects.requireNonNull(desk, "desk"), by);
    }

    @Override
    public void unlatchParent(int parent, String by) {
        decide(Decision.UNLATCH_PARENT, Absent.NAME, parent, by);
    }

    @Override
    public void autoOn(String desk, String by) {
        decide(Decision.AUTO_ON, Objects.requireNonNull(desk, "desk"), by);
    }

    @Override
    public void autoOff(String desk, String by) {
        decide(Decision.AUTO_OFF, Objects.requireNonNull(desk, "desk"), by);
    }

    private static IllegalArgumentException nobody() {
        return new IllegalArgumentException("by: who decides, got nobody");
    }

    private void decide(Decision decision, String desk, String by) {
        decide(decision, desk == null ? Absent.NAME : names.number(NameKind.DESK, desk, slots), 0, by);
    }

    private synchronized void decide(Decision decision, int desk, long number, String by) {
        if (by == null || by.isBlank()) {
            throw nobody();
        }
        LeakageEvent event = slots.claim();
        event.kind(EventKind.DECISION);
        event.code = (char) decision.ordinal();
        event.name = desk;
        event.quantity = number;
        event.receiveNanos = clock.getAsLong();
        text(event, by);
        slots.publish();
    }

    /** The hook said something of a switch. */
    synchronized void hook(long number, HookSaid said, String reason) {
        LeakageEvent event = slots.claim();
        event.kind(EventKind.HOOK);
        event.code = (char) said.ordinal();
        event.quantity = number;
        text(event, reason);
        slots.publish();
    }

    /** What stands before in the journal is of an earlier run. */
    synchronized void restarted() {
        slots.claim().kind(EventKind.RESTARTED);
        slots.publish();
    }

    /** What is too long is cut, between characters. */
    private static void text(LeakageEvent event, String text) {
        int length = text.length();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        while (bytes.length > LeakageEvent.MAX_TEXT) {
            length -= Character.isLowSurrogate(text.charAt(length - 1)) ? 2 : 1;
            bytes = text.substring(0, length).getBytes(StandardCharsets.UTF_8);
        }
        System.arraycopy(bytes, 0, event.text(), 0, bytes.length);
        event.textLength = bytes.length;
    }
}
