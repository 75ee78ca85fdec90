package io.leakage.marketdata.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Network byte order out of an array, unaligned, one machine instruction and a swap each. */
final class BigEndian {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {
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

    /** {@return one byte as a Latin-1 character} */
    static char letter(byte[] bytes, int offset) {
        return (char) (bytes[offset] & 0xFF);
    }
}
