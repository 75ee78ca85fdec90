package io.leakage.marketdata.time;

import java.nio.ByteBuffer;

/**
 * A PTP management message (IEEE 1588 clause 15) of 34 bytes of header, 14 of management, and one TLV: type, length, id, data. Numbers are
 * big-endian, offsets are from the message's start.
 */
final class PtpManagement {
    static final int DEFAULT_DATA_SET = 0x2000;
    static final int CURRENT_DATA_SET = 0x2001;
    static final int PARENT_DATA_SET = 0x2002;
    static final int TIME_PROPERTIES_DATA_SET = 0x2003;
    static final int PORT_DATA_SET = 0x2004;
    static final int TIME_STATUS_NP = 0xC000;
    static final int GRANDMASTER_SETTINGS_NP = 0xC001;

    static final int GET = 0;
    static final int SET = 1;
    static final int RESPONSE = 2;

    static final int LONGEST = 1_500;

    private static final int MANAGEMENT = 0x0D;
    private static final int VERSION = 2;
    private static final int CONTROL = 4;
    private static final int NO_INTERVAL = 0x7F;
    private static final int TLV_MANAGEMENT = 1;
    private static final int TLV_ERROR = 2;

    private static final int DOMAIN_AT = 4;
    private static final int SENDER_PORT_AT = 28;
    private static final int SEQUENCE_AT = 30;
    private static final int TARGET_AT = 34;
    private static final int HOPS_AT = 44;
    private static final int ACTION_AT = 46;
    private static final int TLV_AT = 48;
    private static final int DATA_AT = 54;

    private final ByteBuffer bytes;

    /** A message that came. */
    PtpManagement(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Writes a request to all ports of whoever reads it, from position 0; the buffer is then ready to be read. */
    static void write(ByteBuffer to, int action, int id, int domain, int sender, int sequence, byte[] data) {
        to.clear();
        for (int i = 0; i < DATA_AT; i++) {
            to.put(i, (byte) (i >= TARGET_AT && i < HOPS_AT ? 0xFF : 0));
        }
        int length = DATA_AT + data.length;
        to.put(0, (byte) MANAGEMENT).put(1, (byte) VERSION).putShort(2, (short) length).put(DOMAIN_AT, (byte) domain);
        to.putShort(SENDER_PORT_AT, (short) sender).putShort(SEQUENCE_AT, (short) sequence);
        to.put(SEQUENCE_AT + 2, (byte) CONTROL).put(SEQUENCE_AT + 3, (byte) NO_INTERVAL);
        to.put(HOPS_AT, (byte) 1).put(HOPS_AT + 1, (byte) 1).put(ACTION_AT, (byte) action);
        to.putShort(TLV_AT, (short) TLV_MANAGEMENT).putShort(TLV_AT + 2, (short) (2 + data.length)).putShort(TLV_AT + 4, (short) id);
        to.position(DATA_AT).put(data).flip();
    }

    /** {@return whether this answers that request with {@code bytes} or more of data} */
    boolean answers(int id, int sequence, int dataBytes) {
        return isAnswer(sequence) && u16(TLV_AT) == TLV_MANAGEMENT && u16(TLV_AT + 4) == id && bytes.remaining() >= DATA_AT + dataBytes;
    }

    /** {@return whether this says that the request was refused} */
    boolean refuses(int sequence) {
        return isAnswer(sequence) && u16(TLV_AT) == TLV_ERROR;
    }

    private boolean isAnswer(int sequence) {
        return bytes.remaining() >= DATA_AT && (bytes.get(0) & 0x0F) == MANAGEMENT && (bytes.get(ACTION_AT) & 0x0F) == RESPONSE
                && u16(SEQUENCE_AT) == (sequence & 0xFFFF);
    }

    private int u16(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    /** {@return the answer's data: a view that begins at 0} */
    ByteBuffer data() {
        return bytes.duplicate().position(DATA_AT).slice();
    }
}
