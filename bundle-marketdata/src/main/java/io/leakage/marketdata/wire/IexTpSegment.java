package io.leakage.marketdata.wire;

import static io.leakage.marketdata.wire.LittleEndian.i64;
import static io.leakage.marketdata.wire.LittleEndian.u16;
import static io.leakage.marketdata.wire.LittleEndian.u32;
import static io.leakage.marketdata.wire.LittleEndian.u8;

/**
 * A segment of IEX's transport protocol laid over its bytes: 40 bytes of header, then each message behind its length (2 bytes), everything
 * little-endian. One segment rides in one UDP packet. Reused from packet to packet; holds no copy. No segment ends a session.
 */
public final class IexTpSegment implements SequencedPacket {
    /** Bytes before the first message block. */
    public static final int HEADER = 40;
    /** The message protocol of TOPS 1.6. */
    public static final int TOPS = 0x8003;
    /** The message protocol of DEEP 1.0. */
    public static final int DEEP = 0x8004;

    private static final int VERSION = 1;

    private final int wanted;
    private byte[] bytes;
    private int offset;
    private int end;

    /**
     * A segment not laid over anything.
     *
     * @param wanted the message protocol whose segments are not {@linkplain #isForeign foreign}, {@link #TOPS} or {@link #DEEP}
     */
    public IexTpSegment(int wanted) {
        this.wanted = wanted;
    }

    @Override
    public String wrap(byte[] packet, int first, int length) {
        bytes = packet;
        offset = first;
        end = first + length;
        if (length < HEADER) {
            return length + " bytes, expected at least " + HEADER;
        }
        if (u8(packet, first) != VERSION) {
            return "version " + u8(packet, first) + ", expected " + VERSION;
        }
        if (payload() != length - HEADER) {
            return "payload of " + payload() + " bytes, but " + (length - HEADER) + " follow the header";
        }
        return damage();
    }

    private String damage() {
        int count = count();
        int block = firstBlock();
        for (int i = 0; i < count; i++) {
            if (block + 2 > end) {
                return "message count " + count + ", but the segment ends after " + i;
            }
            int next = nextBlock(block);
            if (next > end) {
                return "message " + (i + 1) + " of " + count + " ends " + (next - end) + " bytes beyond the segment";
            }
            block = next;
        }
        return block == end ? null : "message count " + count + ", but " + (end - block) + " bytes more follow";
    }

    /** {@return what the messages are: {@link #TOPS}, {@link #DEEP} or another} */
    public int protocol() {
        return u16(bytes, offset + 2);
    }

    /** {@return whether it is of another message protocol than the one wanted} */
    @Override
    public boolean isForeign() {
        return protocol() != wanted;
    }

    /** {@return the stream the messages belong to} */
    @Override
    public long channel() {
        return u32(bytes, offset + 4);
    }

    /** {@return the session; message numbers begin anew with each} */
    @Override
    public long sessionHead() {
        return u32(bytes, offset + 8);
    }

    @Override
    public int sessionTail() {
        return 0;
    }

    /** {@return the session's number} */
    @Override
    public String sessionName(long head, int tail) {
        return Long.toString(head);
    }

    /** {@return bytes behind the header} */
    public int payload() {
        return u16(bytes, offset + 12);
    }

    /** {@return messages in it, 0 for a heartbeat} */
    @Override
    public int count() {
        return u16(bytes, offset + 14);
    }

    @Override
    public boolean isHeartbeat() {
        return count() == 0;
    }

    /** {@return false: that its day is over, IEX says in a message} */
    @Override
    public boolean isEndOfSession() {
        return false;
    }

    @Override
    public long sequence() {
        return i64(bytes, offset + 24);
    }

    /** {@return when it was sent, nanoseconds since the epoch} */
    public long sendNanos() {
        return i64(bytes, offset + 32);
    }

    @Override
    public int firstBlock() {
        return offset + HEADER;
    }

    @Override
    public int nextBlock(int block) {
        return block + 2 + u16(bytes, block);
    }

    @Override
    public int lengthAt(int block) {
        return u16(bytes, block);
    }
}
