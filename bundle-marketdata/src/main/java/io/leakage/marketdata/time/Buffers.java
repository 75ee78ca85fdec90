package io.leakage.marketdata.time;

import java.nio.ByteBuffer;

/** What every packet source asks of a buffer. */
final class Buffers {
    private Buffers() {
    }

    /** Refuses a buffer that the kernel cannot write into. */
    static void direct(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("buffer: heap buffer of " + buffer.capacity() + " bytes, expected a direct one");
        }
    }
}
