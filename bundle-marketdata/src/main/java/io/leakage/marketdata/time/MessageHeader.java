package io.leakage.marketdata.time;

import java.nio.ByteBuffer;

/**
 * The header that recvmsg reads from and writes to (Linux, 64 bits), in one piece of native memory: {@code msghdr} at 0, its one
 * {@code iovec} at 64, control data at 128. Control data is a row of records: length (8 bytes, with this head), level (4), type (4), data,
 * filled up to 8 bytes.
 */
final class MessageHeader {
    private static final int VECTOR = 64;
    private static final int CONTROL = 128;
    private static final int CONTROL_BYTES = 384;

    private static final int VECTOR_AT = 16;
    private static final int VECTORS_AT = 24;
    private static final int CONTROL_AT = 32;
    private static final int CONTROL_LENGTH_AT = 40;

    private static final int HEAD = 16;
    private static final int SOL_SOCKET = 1;
    /** By number of the record's type: old and, on kernels that know it, new form; alike on 64 bits. */
    private static final int STAMP_NANOS = 35;
    private static final int STAMP_NANOS_NEW = 64;
    private static final int STAMPS = 37;
    private static final int STAMPS_NEW = 65;
    private static final int TIME_BYTES = 16;

    private final ByteBuffer memory = Libc.memory(CONTROL + CONTROL_BYTES);
    private final long address = Libc.address(memory);
    private final AnchoredClock clock = new AnchoredClock();
    private long stampNanos;
    private StampSource source = StampSource.JVM;

    MessageHeader() {
        memory.putLong(VECTOR_AT, address + VECTOR);
        memory.putLong(VECTORS_AT, 1);
        memory.putLong(CONTROL_AT, address + CONTROL);
    }

    /** {@return this header's address, ready to receive into {@code bytes} at {@code target}} */
    long into(long target, int bytes) {
        memory.putLong(VECTOR, target);
        memory.putLong(VECTOR + Long.BYTES, bytes);
        memory.putLong(CONTROL_LENGTH_AT, CONTROL_BYTES);
        return address;
    }

    /** Reads what the kernel said beside the packet; its own time where it said none. */
    void read() {
        long kernel = 0;
        long card = 0;
        int end = CONTROL + (int) Math.min(memory.getLong(CONTROL_LENGTH_AT), CONTROL_BYTES);
        for (int at = CONTROL; at + HEAD <= end && memory.getLong(at) >= HEAD; at += (int) (memory.getLong(at) + 7 & ~7L)) {
            int type = memory.getInt(at + 12);
            if (memory.getInt(at + 8) == SOL_SOCKET) {
                if (type == STAMPS || type == STAMPS_NEW) {
                    kernel = nanos(at + HEAD);
                    card = nanos(at + HEAD + 2 * TIME_BYTES);
                } else if (type == STAMP_NANOS || type == STAMP_NANOS_NEW) {
                    kernel = nanos(at + HEAD);
                }
            }
        }
        choose(kernel, card);
    }

    private void choose(long kernel, long card) {
        long cardUtc = CardTime.utc(card, kernel);
        if (cardUtc != CardTime.NONE) {
            stampNanos = cardUtc;
            source = StampSource.NIC_HW;
        } else if (kernel != 0) {
            stampNanos = kernel;
            source = StampSource.KERNEL;
        } else {
            stampNanos = clock.epochNanos();
            source = StampSource.JVM;
        }
    }

    private long nanos(int at) {
        return memory.getLong(at) * 1_000_000_000L + memory.getLong(at + Long.BYTES);
    }

    long stampNanos() {
        return stampNanos;
    }

    StampSource stampSource() {
        return source;
    }
}
