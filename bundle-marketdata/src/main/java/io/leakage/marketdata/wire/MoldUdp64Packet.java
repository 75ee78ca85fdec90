package io.leakage.marketdata.wire;

/**
 * A MoldUDP64 packet laid over its bytes: session (10 bytes), sequence number of its first message (8), number of messages (2), then each
 * message behind its length (2). Reused from packet to packet; holds no copy.
 */
public final class MoldUdp64Packet {
    /** Bytes before the first message block. */
    public static final int HEADER = 20;
    /** The count that ends a session. */
    public static final int END_OF_SESSION = 0xFFFF;

    private byte[] bytes;
    private int offset;
    private int end;

    /**
     * Lays it over a packet.
     *
     * @param packet holds it
     * @param first  its first byte
     * @param length its bytes
     * @return null when it is whole, else what is wrong with it, for a person
     */
    public String wrap(byte[] packet, int first, int length) {
        bytes = packet;
        offset = first;
        end = first + length;
        if (length < HEADER) {
            return length + " bytes, expected at least " + HEADER;
        }
        return isHeartbeat() || isEndOfSession() ? null : damage();
    }

    private String damage() {
        int count = count();
        int block = offset + HEADER;
        for (int i = 0; i < count; i++) {
            if (block + 2 > end) {
                return "message count " + count + ", but the packet ends after " + i;
            }
            int next = block + 2 + BigEndian.u16(bytes, block);
            if (next > end) {
                return "message " + (i + 1) + " of " + count + " ends " + (next - end) + " bytes beyond the packet";
            }
            block = next;
        }
        return block == end ? null : "message count " + count + ", but " + (end - block) + " bytes more follow";
    }

    /** {@return the first eight bytes of the session's name} */
    public long sessionHead() {
        return BigEndian.i64(bytes, offset);
    }

    /** {@return the last two bytes of the session's name} */
    public int sessionTail() {
        return BigEndian.u16(bytes, offset + 8);
    }

    /** {@return the number of the first message; in a heartbeat or end of session the number the next one will have} */
    public long sequence() {
        return BigEndian.i64(bytes, offset + 10);
    }

    /** {@return messages in it, 0 for a heartbeat, {@link #END_OF_SESSION}} */
    public int count() {
        return BigEndian.u16(bytes, offset + 18);
    }

    /** {@return whether it only says that the line lives} */
    public boolean isHeartbeat() {
        return count() == 0;
    }

    /** {@return whether it says that no message follows} */
    public boolean isEndOfSession() {
        return count() == END_OF_SESSION;
    }

    /** {@return where the first message block begins} */
    public int firstBlock() {
        return offset + HEADER;
    }

    /** {@return where the block behind this one begins} */
    public int nextBlock(int block) {
        return block + 2 + BigEndian.u16(bytes, block);
    }

    /** {@return the bytes of this block's message, which begins two bytes behind the block} */
    public int lengthAt(int block) {
        return BigEndian.u16(bytes, block);
    }
}
