package io.leakage.core.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a raw journal's record holds. A message that was read is there as it came, and so begins with an 8. One that could not be read
 * begins with a zero byte; then come the reason's length (2 bytes, big-endian), the reason, and the message as it came.
 */
final class RawRecord {
    private static final int HEAD = 3;
    private static final int MOST_REASON = 4096;

    private RawRecord() {
    }

    /** The record of a message that could not be read; of a very long reason its first 4,096 bytes. */
    static byte[] quarantined(String reason, byte[] raw, int offset, int length) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        int textLength = Math.min(text.length, MOST_REASON);
        ByteBuffer record = ByteBuffer.allocate(HEAD + textLength + length);
        record.put((byte) 0).putShort((short) textLength).put(text, 0, textLength).put(raw, offset, length);
        return record.array();
    }

    /** {@return whether this record is of a message that could not be read} */
    static boolean isQuarantined(ByteBuffer record) {
        return record.remaining() >= HEAD && record.get(record.position()) == 0;
    }

    /** {@return why it could not be read} */
    static String reason(byte[] record) {
        return new String(record, HEAD, reasonLength(record), StandardCharsets.UTF_8);
    }

    /** {@return the message of a record of either sort, as it came} */
    static byte[] message(byte[] record) {
        return isQuarantined(ByteBuffer.wrap(record)) ? Arrays.copyOfRange(record, HEAD + reasonLength(record), record.length) : record;
    }

    /** {@return a record's bytes} */
    static byte[] bytes(ByteBuffer record) {
        byte[] bytes = new byte[record.remaining()];
        record.duplicate().get(bytes);
        return bytes;
    }

    private static int reasonLength(byte[] record) {
        return Math.min(record.length - HEAD, Short.toUnsignedInt(ByteBuffer.wrap(record).getShort(1)));
    }
}
