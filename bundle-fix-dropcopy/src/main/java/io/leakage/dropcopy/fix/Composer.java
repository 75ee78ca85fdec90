package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderMessage;
import java.util.Arrays;

/** Puts texts together behind a message, where slices can point at them; the message moves to an array with room for that. One thread. */
final class Composer {
    private static final int ROOM = 1024;

    private byte[] work = new byte[4096];
    private int start;
    private int end;

    /** Begins a text behind a message; slices taken before stay right. */
    void begin(OrderMessage message) {
        if (message.raw != work) {
            end = message.rawOffset + message.rawLength;
            if (work.length < end + ROOM) {
                work = new byte[2 * (end + ROOM)];
            }
            System.arraycopy(message.raw, message.rawOffset, work, message.rawOffset, message.rawLength);
            message.raw = work;
        }
        start = end;
    }

    /** Adds a slice of the message's array. */
    void add(OrderMessage message, long slice) {
        add(message.raw, OrderMessage.offset(slice), OrderMessage.length(slice), message);
    }

    /** Adds bytes. */
    void add(byte[] text, int offset, int length, OrderMessage message) {
        room(length, message);
        System.arraycopy(text, offset, work, end, length);
        end += length;
    }

    /** Adds one byte. */
    void add(byte one, OrderMessage message) {
        room(1, message);
        work[end++] = one;
    }

    /** {@return the text begun last} */
    long text() {
        return OrderMessage.slice(start, end - start);
    }

    private void room(int length, OrderMessage message) {
        if (work.length < end + length) {
            work = Arrays.copyOf(work, 2 * (end + length));
            message.raw = work;
        }
    }
}
