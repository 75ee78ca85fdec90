package io.leakage.marketdata.wire;

import java.nio.charset.StandardCharsets;

/**
 * A MoldUDP64 packet laid over its bytes: session (10 bytes), sequence number of its first message (8), number of messages (2), then each
 * message behind its length (2). Reused from packet to packet; holds no copy.
 */
public final class MoldUdp64Packet implements SequencedPacket {
    /** Bytes before the first message block. */
    public static final int HEADER = 20;
    /** The count that ends a session. */
    public static final int END_OF_SESSION = 0xFFFF;

    private byte[] bytes;
    private int offset;
    private int end;

    @Override
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

    /** {@return false: a line carries one kind of messages} */
    @Override
    public boolean isForeign() {
        return false;
    }

    /** {@return 0: a line has one numbering} */
    @Override
    public long channel() {
        return 0;
    }

    /** {@return the first eight bytes of the session's name} */
    @Override
    public long sessionHead() {
        return BigEndian.i64(bytes, offset);
    }

    /** {@return the last two bytes of the session's name} */
    @Override
    public int sessionTail() {
        return BigEndian.u16(bytes, offset + 8);
    }

    @Override
    public String sessionName(long head, int tail) {
        byte[] name = new byte[10];
        BigEndian.put64(name, 0, head);
        BigEndian.put16(name, 8, tail);
        return new String(name, StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public long sequence() {
        return BigEndian.i64(bytes, offset + 10);
    }

    /** {@return messages in it, 0 for a heartbeat, {@link #END_OF_SESSION}} */
    @Override
    public int count() {
        return BigEndian.u16(bytes, offset + 18);
    }

    @Override
    public boolean isHeartbeat() {
        return count() == 0;
    }

    @Override
    public boolean isEndOfSession() {
        return count() == END_OF_SESSION;
    }

    @Override
    public int firstBlock() {
        return offset + HEADER;
    }

    @Override
    public int nextBlock(int block) {
        return block + 2 + BigEndian.u16(bytes, block);
    }

    @Override
    public int lengthAt(int block) {
        return BigEndian.u16(bytes, block);
    }
}
