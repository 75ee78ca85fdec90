package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;
import io.leakage.api.event.ReferenceInlet;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;

/** Reference data, written into slots; any thread. */
final class ReferenceDoor implements ReferenceInlet {
    private final Names names;
    private final Slots slots;

    ReferenceDoor(Names names, Slots slots) {
        this.names = names;
        this.slots = slots;
    }

    @Override
    public synchronized void tell(CharSequence symbol, ReferenceField field, long value) {
        if (value != Absent.LONG && !field.isPossible(value)) {
            throw new IllegalArgumentException(symbol + ", " + field.id() + ": " + value + ", expected " + field.expected());
        }
        write(names.number(NameKind.INSTRUMENT, symbol, slots), (char) field.ordinal(), value, Absent.NAME);
    }

    @Override
    public synchronized void compare(CharSequence symbol, CharSequence member) {
        int instrument = names.number(NameKind.INSTRUMENT, symbol, slots);
        write(instrument, (char) ReferenceField.count(), Absent.LONG, names.number(NameKind.INSTRUMENT, member, slots));
    }

    private void write(int instrument, char field, long value, int member) {
        LeakageEvent event = slots.claim();
        event.kind(EventKind.REFERENCE);
        event.source = Absent.NAME;
        event.instrument = instrument;
        event.sequence = Absent.LONG;
        event.venueNanos = Absent.LONG;
        event.receiveNanos = Absent.LONG;
        event.side(null);
        event.code = field;
        event.on = false;
        event.tradingState(null);
        event.price = value;
        event.quantity = Absent.LONG;
        event.orderRef = Absent.LONG;
        event.otherRef = member;
        slots.publish();
    }
}
