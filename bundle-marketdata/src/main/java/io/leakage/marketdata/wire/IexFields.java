package io.leakage.marketdata.wire;

import static io.leakage.marketdata.wire.BigEndian.letter;
import static io.leakage.marketdata.wire.LittleEndian.i64;
import static io.leakage.marketdata.wire.LittleEndian.u32;
import static io.leakage.marketdata.wire.LittleEndian.u8;

/**
 * The messages that TOPS and DEEP share. A type byte, a byte of flags or state, the time (8 bytes), mostly a symbol (8 letters), then the
 * rest; numbers little-endian. IEX may lengthen a message without notice: bytes behind those we know are left alone.
 */
final class IexFields {
    /** Bytes that each type has at least; 0 for a type not shared. */
    private static final byte[] LENGTHS = new byte[256];

    static {
        String types = "SDHIOPETXBA";
        int[] lengths = {10, 31, 22, 18, 18, 19, 18, 38, 26, 38, 80};
        for (int i = 0; i < lengths.length; i++) {
            LENGTHS[types.charAt(i)] = (byte) lengths[i];
        }
    }

    private IexFields() {
    }

    static int lengthOf(byte type) {
        return LENGTHS[type & 0xFF];
    }

    /** {@return the symbol, packed as {@link Alpha} is: letters stand in reading order, so it is big-endian} */
    static long symbol(byte[] b, int o) {
        return BigEndian.i64(b, o + 10);
    }

    static long nanos(byte[] b, int o) {
        return i64(b, o + 2);
    }

    /** Tells of one shared message of which enough bytes are there. */
    static void tell(IexListener listener, byte[] b, int o) {
        long nanos = nanos(b, o);
        char state = letter(b, o + 1);
        switch (b[o]) {
            case 'T' -> listener.traded(nanos, state, symbol(b, o), u32(b, o + 18), i64(b, o + 22), i64(b, o + 30));
            case 'S' -> listener.systemEvent(nanos, state);
            case 'D' -> listener.securityDirectory(nanos, state, symbol(b, o), u32(b, o + 18), i64(b, o + 22), u8(b, o + 30));
            case 'H' -> listener.tradingStatus(nanos, state, symbol(b, o), BigEndian.i32(b, o + 18));
            case 'I' -> listener.retailLiquidity(nanos, state, symbol(b, o));
            case 'O' -> listener.operationalHalt(nanos, state, symbol(b, o));
            case 'P' -> listener.shortSaleTest(nanos, state != 0, symbol(b, o), letter(b, o + 18));
            case 'E' -> listener.securityEvent(nanos, state, symbol(b, o));
            case 'X' -> listener.officialPrice(nanos, state, symbol(b, o), i64(b, o + 18));
            case 'B' -> listener.broken(nanos, state, symbol(b, o), u32(b, o + 18), i64(b, o + 22), i64(b, o + 30));
            case 'A' -> listener.auction(nanos, state, symbol(b, o), u32(b, o + 18), i64(b, o + 22), i64(b, o + 30), u32(b, o + 38),
                    letter(b, o + 42), u8(b, o + 43), u32(b, o + 44), i64(b, o + 48), i64(b, o + 56), i64(b, o + 64), i64(b, o + 72));
            default -> throw new AssertionError("type " + b[o] + " has a length but no fields");
        }
    }
}
