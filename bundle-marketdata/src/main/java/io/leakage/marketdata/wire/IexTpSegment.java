package io.leakage.marketdata.wire;

import static io.leakage.marketdata.wire.LittleEndian.i64;
import static io.leakage.marketdata.wire.LittleEndian.u16;
import static io.leakage.marketdata.wire.LittleEndian.u32;
import static io.leakage.marketdata.wire.LittleEndian.u8;

/**
 * A segment of IEX's transport protocol laid over its bytes: 40 bytes of header, then each message behind its length (2 bytes), everything
 * little-endian. One segment rides in one UDP packet. Reused from packet to packet; holds no copy.
 */
public final class IexTpSegment {
    /** Bytes before the first message block. */
    public static final int HEADER = 40;
    /** The message protocol of TOPS 1.6. */
    public static final int TOPS = 0x8003;
    /** The message protocol of DEEP 1.0. */
    public static final int DEEP = 0x8004;

    private static final int VERSION = 1;

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

    /** {@return the stream the messages belong to} */
    public long channel() {
        return u32(bytes, offset + 4);
    }

    /** {@return the session; message numbers begin anew with each} */
    public long session() {
        return u32(bytes, offset + 8);
    }

    /** {@return bytes behind the header} */
    public int payload() {
        return u16(bytes, offset + 12);
    }

    /** {@return messages in it, 0 for a heartbeat} */
    public int count() {
        return u16(bytes, offset + 14);
    }

    /** {@return bytes of payload that this session sent before this segment} */
    public long streamOffset() {
        return i64(bytes, offset + 16);
    }

    /** {@return the number of the first message; in a heartbeat the number the next one will have} */
    public long sequence() {
        return i64(bytes, offset + 24);
    }

    /** {@return when it was sent, nanoseconds since the epoch} */
    public long sendNanos() {
        return i64(bytes, offset + 32);
    }

    /** {@return where the first message block begins} */
    public int firstBlock() {
        return offset + HEADER;
    }

    /** {@return where the block behind this one begins} */
    public int nextBlock(int block) {
        return block + 2 + u16(bytes, block);
    }

    /** {@return the bytes of this block's message, which begins two bytes behind the block} */
    public int lengthAt(int block) {
        return u16(bytes, block);
    }
}
