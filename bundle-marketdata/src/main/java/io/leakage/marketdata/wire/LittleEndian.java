package io.leakage.marketdata.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers out of an array, unaligned, one machine instruction each. */
final class LittleEndian {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {
    }

    /** {@return one byte, unsigned} */
    static int u8(byte[] bytes, int offset) {
        return bytes[offset] & 0xFF;
    }

    /** {@return two bytes, unsigned} */
    static int u16(byte[] bytes, int offset) {
        return (short) SHORTS.get(bytes, offset) & 0xFFFF;
    }

    /** {@return four bytes as they are} */
    static int i32(byte[] bytes, int offset) {
        return (int) INTS.get(bytes, offset);
    }

    /** {@return four bytes, unsigned} */
    static long u32(byte[] bytes, int offset) {
        return (int) INTS.get(bytes, offset) & 0xFFFF_FFFFL;
    }

    /** {@return eight bytes as they are} */
    static long i64(byte[] bytes, int offset) {
        return (long) LONGS.get(bytes, offset);
    }
}
