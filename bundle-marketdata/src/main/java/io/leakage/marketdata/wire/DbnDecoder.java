package io.leakage.marketdata.wire;

import static io.leakage.marketdata.wire.BigEndian.letter;
import static io.leakage.marketdata.wire.LittleEndian.i32;
import static io.leakage.marketdata.wire.LittleEndian.i64;
import static io.leakage.marketdata.wire.LittleEndian.u16;
import static io.leakage.marketdata.wire.LittleEndian.u32;
import static io.leakage.marketdata.wire.LittleEndian.u8;

/**
 * Databento's DBN, versions 1 to 3: one record's bytes become one call on the listener. A record begins with its length in words of four
 * bytes, its type, publisher, instrument and time (16 bytes together), little-endian; field places are those of Databento's published
 * structures. A record may be longer than we know of: the rest is left alone. No allocation, no exception for any content.
 */
public final class DbnDecoder {
    /** Bytes every record has. */
    public static final int HEADER = 16;
    /** No record is longer. */
    public static final int MAX_LENGTH = 255 * 4;

    private static final int WORD = 4;
    private static final int TRADE = 0x00;
    private static final int TOP = 0x01;
    private static final int DEPTH = 0x0A;
    private static final int STATUS = 0x12;
    private static final int DEFINITION = 0x13;
    private static final int MAPPING = 0x16;
    private static final int ORDER = 0xA0;
    private static final int EVENT = 48;
    private static final int[] DEFINITION_LENGTHS = {360, 400, 520};
    private static final int MAPPING_V1 = 80;
    private static final int MAPPING_V2 = 176;

    private final DbnListener listener;
    private final int version;
    private final int[] lengths = new int[256];
    private final DbnLevels levels = new DbnLevels();
    private final DbnDefinition definition = new DbnDefinition();

    /**
     * A decoder that tells this listener.
     *
     * @param listener called on the thread that decodes
     * @param version  the file's, 1 to 3
     * @throws IllegalArgumentException on another version
     */
    public DbnDecoder(DbnListener listener, int version) {
        if (version < 1 || version > DbnMetadata.LATEST) {
            throw new IllegalArgumentException("DBN version " + version + ", expected 1 to " + DbnMetadata.LATEST);
        }
        this.listener = listener;
        this.version = version;
        lengths[TRADE] = EVENT;
        lengths[TOP] = EVENT + DbnLevels.WIDTH;
        lengths[DEPTH] = EVENT + DbnLevels.COUNT * DbnLevels.WIDTH;
        lengths[STATUS] = 40;
        lengths[DEFINITION] = DEFINITION_LENGTHS[version - 1];
        lengths[MAPPING] = version == 1 ? MAPPING_V1 : MAPPING_V2;
        lengths[ORDER] = 56;
    }

    /** {@return bytes of the record that begins here; less than {@link #HEADER} when it is none} */
    public static int lengthOf(byte[] bytes, int offset) {
        return WORD * (bytes[offset] & 0xFF);
    }

    /** {@return the venue's time of the record that begins here, nanoseconds since the epoch} */
    public static long nanosOf(byte[] bytes, int offset) {
        return i64(bytes, offset + 8);
    }

    /** {@return the type of the record that begins here} */
    public static int typeOf(byte[] bytes, int offset) {
        return bytes[offset + 1] & 0xFF;
    }

    /** {@return whether records of this type are told} */
    public boolean knows(int type) {
        return lengths[type] != 0;
    }

    /**
     * Tells the listener of one record.
     *
     * @param b      holds the record
     * @param o      its first byte
     * @param length its bytes, as {@link #lengthOf} says
     * @return false, and nothing told, when the type is none of ours or bytes are missing
     */
    public boolean decode(byte[] b, int o, int length) {
        if (length < HEADER) {
            return false;
        }
        int type = typeOf(b, o);
        int expected = lengths[type];
        if (expected == 0 || length < expected) {
            return false;
        }
        int publisher = u16(b, o + 2);
        long id = u32(b, o + 4);
        long eventNanos = i64(b, o + 8);
        if (type == ORDER) {
            listener.order(publisher, id, eventNanos, i64(b, o + 16), i64(b, o + 24), u32(b, o + 32), u8(b, o + 36), u8(b, o + 37),
                    letter(b, o + 38), letter(b, o + 39), i64(b, o + 40), i32(b, o + 48), u32(b, o + 52));
        } else if (type == TOP) {
            top(b, o, publisher, id, eventNanos);
        } else {
            other(type, b, o, publisher, id, eventNanos);
        }
        return true;
    }

    private void top(byte[] b, int o, int publisher, long id, long eventNanos) {
        listener.top(publisher, id, eventNanos, i64(b, o + 16), u32(b, o + 24), letter(b, o + 28), letter(b, o + 29), u8(b, o + 30),
                u8(b, o + 31), i64(b, o + 32), i32(b, o + 40), u32(b, o + 44), i64(b, o + 48), i64(b, o + 56), u32(b, o + 64),
                u32(b, o + 68), u32(b, o + 72), u32(b, o + 76));
    }

    private void other(int type, byte[] b, int o, int publisher, long id, long eventNanos) {
        switch (type) {
            case TRADE -> listener.traded(publisher, id, eventNanos, i64(b, o + 16), u32(b, o + 24), letter(b, o + 28), letter(b, o + 29),
                    u8(b, o + 30), u8(b, o + 31), i64(b, o + 32), i32(b, o + 40), u32(b, o + 44));
            case DEPTH -> listener.depth(publisher, id, eventNanos, i64(b, o + 16), u32(b, o + 24), letter(b, o + 28), letter(b, o + 29),
                    u8(b, o + 30), u8(b, o + 31), i64(b, o + 32), i32(b, o + 40), u32(b, o + 44), levels.over(b, o + EVENT));
            case STATUS -> listener.status(publisher, id, eventNanos, i64(b, o + 16), u16(b, o + 24), u16(b, o + 26), u16(b, o + 28),
                    letter(b, o + 30), letter(b, o + 31), letter(b, o + 32));
            case DEFINITION -> listener.defined(publisher, id, eventNanos, definition.over(b, o, version));
            case MAPPING -> mapping(b, o, publisher, id, eventNanos);
            default -> throw new AssertionError("type " + type + " has a length but no fields");
        }
    }

    private void mapping(byte[] b, int o, int publisher, long id, long eventNanos) {
        if (version == 1) {
            listener.mapped(publisher, id, eventNanos, b, o + 16, o + 38, 22, i64(b, o + 64), i64(b, o + 72));
        } else {
            listener.mapped(publisher, id, eventNanos, b, o + 17, o + 89, 71, i64(b, o + 160), i64(b, o + 168));
        }
    }
}
