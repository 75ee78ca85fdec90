package io.leakage.core.tail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads what {@link PartWriter} wrote, an event after the other. One thread. */
final class PartReader {
    private ByteBuffer in = ByteBuffer.allocate(0);
    private long[] sequences = new long[4];
    private long[] nanos = new long[4];
    private long number;
    private boolean carried;
    private int tag;
    private int source;
    private long first;
    private long second;

    void begin(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.fill(sequences, 0);
        Arrays.fill(nanos, 0);
        number = in.getLong();
        carried = number < 0;
        number = (carried ? number - Long.MIN_VALUE : number) - 1;
    }

    /** {@return whether there is another; a frame that it brings must be read before the next} */
    boolean next() {
        if (!in.hasRemaining()) {
            return false;
        }
        tag = in.get();
        number += tag == PartWriter.LOST ? 0 : 1;
        switch (tag) {
            case PartWriter.PASS -> pass();
            case PartWriter.ORDER -> {
                source = (int) varint();
                first = in.getLong();
                second = in.getLong();
            }
            default -> { }
        }
        return true;
    }

    private void pass() {
        source = (int) varint();
        if (source >= nanos.length) {
            sequences = Arrays.copyOf(sequences, 2 * source + 2);
            nanos = Arrays.copyOf(nanos, sequences.length);
        }
        second = nanos[source] += signed();
        first = sequences[source] += signed();
    }

    /** {@return what it brought, as {@link PartWriter} numbers it} */
    int tag() {
        return tag;
    }

    /** {@return whether all of it is carried in place of days that were given up} */
    boolean isCarried() {
        return carried;
    }

    /** {@return the number of the event} */
    long number() {
        return number;
    }

    /** {@return OWN, ALSO: the frame, between position and limit; valid until the next} */
    ByteBuffer frame() {
        int length = in.getShort();
        int begin = in.position();
        in.position(begin + length);
        return in.duplicate().order(ByteOrder.LITTLE_ENDIAN).limit(begin + length).position(begin);
    }

    /** {@return PASS: the feed. ORDER: the drop copy} */
    int source() {
        return source;
    }

    /** {@return PASS: the feed's number. ORDER: where the message stands in the drop copy's journal} */
    long place() {
        return first;
    }

    /** {@return PASS, ORDER: the time it told} */
    long nanos() {
        return second;
    }

    private long signed() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                break;
            }
        }
        return value;
    }
}
