package io.leakage.core.event;

import io.leakage.api.event.Absent;
import java.nio.ByteBuffer;

/**
 * What a {@link Frame} says of where it belongs, read without reading the rest. All of it is asked of a buffer, little-endian, and the
 * place in it at which the frame begins.
 */
public final class FrameHead {
    private static final int SOURCE = 1;
    private static final int INSTRUMENT = 5;
    private static final int SEQUENCE = 9;
    private static final int VENUE_NANOS = 17;
    /** Of a market event and an order message, as far as both have the same. */
    private static final int HEAD = 33;
    private static final int CAME = HEAD + 1;
    private static final int RAW_POSITION = HEAD + 3;
    private static final int ORDER = RAW_POSITION + 8;
    private static final int ORIGINAL = ORDER + 4;
    private static final int PARENT = ORIGINAL + 4;
    private static final int ORDER_ID = PARENT + 12;
    private static final int EXEC_TYPE = ORDER_ID + 18;
    /** An order message is at least so long, in bytes. */
    private static final int ORDER_LENGTH = EXEC_TYPE + 1;
    private static final int REFERENCE_LENGTH = HEAD + 36;
    private static final int CODE = HEAD + 1;
    private static final int OTHER_REF = HEAD + 28;

    private FrameHead() {
    }

    /** {@return what it says, null when that is no kind or the frame is too short for its kind} */
    public static EventKind kind(ByteBuffer in, int at, int length) {
        int place = length > 0 ? in.get(at) : -1;
        if (place < 0 || place >= EventKind.count()) {
            return null;
        }
        EventKind kind = EventKind.at(place);
        boolean asMarket = kind.isMarket() || kind == EventKind.REFERENCE || kind == EventKind.PATIENCE;
        int least = kind == EventKind.ORDER ? ORDER_LENGTH : asMarket ? REFERENCE_LENGTH : 1;
        return length < least ? null : kind;
    }

    /** {@return the feed or drop copy of a market event or order message} */
    public static int source(ByteBuffer in, int at) {
        return in.getInt(at + SOURCE);
    }

    /** {@return the instrument of a market event, an order message or reference data; {@link Absent#NAME} for none} */
    public static int instrument(ByteBuffer in, int at) {
        return in.getInt(at + INSTRUMENT);
    }

    /** {@return the source's own number of a market event or order message} */
    public static long sequence(ByteBuffer in, int at) {
        return in.getLong(at + SEQUENCE);
    }

    /** {@return the time of a market event or order message, nanoseconds since the epoch, {@link Absent#LONG} for none} */
    public static long venueNanos(ByteBuffer in, int at) {
        return in.getLong(at + VENUE_NANOS);
    }

    /** {@return where an order message stands in its drop copy's journal} */
    public static long rawPosition(ByteBuffer in, int at) {
        return in.getLong(at + RAW_POSITION);
    }

    /** {@return the name of an order message's order} */
    public static int order(ByteBuffer in, int at) {
        return in.getInt(at + ORDER);
    }

    /** {@return the name of the order it replaces} */
    public static int original(ByteBuffer in, int at) {
        return in.getInt(at + ORIGINAL);
    }

    /** {@return the name of its parent} */
    public static int parent(ByteBuffer in, int at) {
        return in.getInt(at + PARENT);
    }

    /** {@return its OrderID} */
    public static int orderId(ByteBuffer in, int at) {
        return in.getInt(at + ORDER_ID);
    }

    /** {@return whether an order message begins an order, or says that one is new; not when it may have been sent before} */
    public static boolean begins(ByteBuffer in, int at) {
        byte msgType = in.get(at + HEAD);
        byte execType = in.get(at + EXEC_TYPE);
        return in.get(at + CAME) != Frame.SENT_AGAIN && (msgType == 'D' || msgType == '8' && (execType == '0' || execType == 'A'));
    }

    /** {@return of a drop copy's patience: until when an id may mean another order, nanoseconds, 0 where it does not say} */
    public static long idNanos(ByteBuffer in, int at) {
        return in.getLong(at + OTHER_REF);
    }

    /** {@return which field reference data tells} */
    public static int code(ByteBuffer in, int at) {
        return in.get(at + CODE) & 0xFF;
    }

    /** {@return the member that reference data names} */
    public static int member(ByteBuffer in, int at) {
        return (int) in.getLong(at + OTHER_REF);
    }
}
