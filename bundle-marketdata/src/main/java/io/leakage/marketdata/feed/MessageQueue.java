package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.MessageSink;
import java.util.Arrays;

/**
 * Holds what one packet of a capture brought, so that it can be played message by message. The bytes stay where they are: all must be
 * played before the next packet is read. One thread; allocates only to grow.
 */
final class MessageQueue implements MessageSink {
    private static final int WIDTH = 4;
    private static final int PACKET = 0;
    private static final int MESSAGE = 1;
    private static final int GAP = 2;
    private static final int ENDED = 3;

    private long[] calls = new long[64 * WIDTH];
    private int end;
    private int next;
    private byte[] bytes;
    private long unread;

    @Override
    public void packet(long receiveNanos) {
        put(PACKET, receiveNanos, 0, 0);
    }

    @Override
    public boolean message(long sequence, byte[] buffer, int offset, int length) {
        bytes = buffer;
        put(MESSAGE, sequence, offset, length);
        return true;
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        put(GAP, fromSequence, toSequence, 0);
    }

    @Override
    public void ended(long sequence) {
        put(ENDED, sequence, 0, 0);
    }

    /** {@return messages that the format could not read} */
    long unread() {
        return unread;
    }

    /** Hands on what came up to and with the next message. {@return whether there was one} */
    boolean play(MessageSink sink) {
        while (next < end) {
            int at = next;
            next += WIDTH;
            switch ((int) calls[at]) {
                case MESSAGE -> {
                    if (!sink.message(calls[at + 1], bytes, (int) calls[at + 2], (int) calls[at + 3])) {
                        unread++;
                    }
                    return true;
                }
                case PACKET -> sink.packet(calls[at + 1]);
                case GAP -> sink.gap(calls[at + 1], calls[at + 2]);
                default -> sink.ended(calls[at + 1]);
            }
        }
        next = 0;
        end = 0;
        return false;
    }

    private void put(int kind, long a, long b, long c) {
        if (end == calls.length) {
            calls = Arrays.copyOf(calls, 2 * calls.length);
        }
        calls[end] = kind;
        calls[end + 1] = a;
        calls[end + 2] = b;
        calls[end + 3] = c;
        end += WIDTH;
    }
}
