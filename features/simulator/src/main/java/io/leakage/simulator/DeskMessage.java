package io.leakage.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One FIX message of the desk's order flow without its envelope: type, time of sending and the fields of its body in order. What
 * carries it, {@link FixWriter} or a session, adds version, length, sequence number, names and check sum.
 * <pre>  new DeskMessage("D", nanos).text(11, "P1").number(38, 100_000).price(44, 100_02000000L).time(60, nanos)</pre>
 */
public final class DeskMessage {
    private final String type;
    private final long sentNanos;
    private final List<Field> fields = new ArrayList<>();

    /**
     * One field of the body.
     *
     * @param tag   its number
     * @param value its text
     */
    public record Field(int tag, String value) {
    }

    /**
     * Begins a message.
     *
     * @param type      MsgType (35)
     * @param sentNanos when the desk sends it (52), nanoseconds since the epoch
     */
    public DeskMessage(String type, long sentNanos) {
        this.type = type;
        this.sentNanos = sentNanos;
    }

    /** Adds a text; {@return this} */
    public DeskMessage text(int tag, String value) {
        if (value.isEmpty() || value.indexOf('\u0001') >= 0) {
            throw new IllegalArgumentException("tag " + tag + ": a value is not empty and holds no SOH");
        }
        fields.add(new Field(tag, value));
        return this;
    }

    /** Adds a whole number; {@return this} */
    public DeskMessage number(int tag, long value) {
        return text(tag, Long.toString(value));
    }

    /** Adds a price given in units of 1e-8; {@return this} */
    public DeskMessage price(int tag, long price) {
        return text(tag, FixText.decimal(price));
    }

    /** Adds a UTC time given in nanoseconds since the epoch, with all nine digits; {@return this} */
    public DeskMessage time(int tag, long nanos) {
        return text(tag, FixText.time(nanos));
    }

    /** {@return MsgType (35)} */
    public String type() {
        return type;
    }

    /** {@return when it was sent, nanoseconds since the epoch} */
    public long sentNanos() {
        return sentNanos;
    }

    /** {@return the fields of the body, in order} */
    public List<Field> fields() {
        return Collections.unmodifiableList(fields);
    }

    /**
     * Looks up a field.
     *
     * @param tag its number
     * @return the first one's text, null when there is none
     */
    public String get(int tag) {
        for (Field field : fields) {
            if (field.tag() == tag) {
                return field.value();
            }
        }
        return null;
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("35=").append(type);
        for (Field field : fields) {
            line.append('|').append(field.tag()).append('=').append(field.value());
        }
        return line.toString();
    }
}
