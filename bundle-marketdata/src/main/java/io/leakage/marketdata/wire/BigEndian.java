package io.leakage.marketdata.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Network byte order out of an array, unaligned, one machine instruction and a swap each. */
public final class BigEndian {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {
    }

    /** {@return two bytes, unsigned} */
    public static int u16(byte[] bytes, int offset) {
        return (short) SHORTS.get(bytes, offset) & 0xFFFF;
    }

    /** {@return four bytes as they are} */
    public static int i32(byte[] bytes, int offset) {
        return (int) INTS.get(bytes, offset);
    }

    /** {@return four bytes, unsigned} */
    public static long u32(byte[] bytes, int offset) {
        return (int) INTS.get(bytes, offset) & 0xFFFF_FFFFL;
    }

    /** {@return eight bytes as they are} */
    public static long i64(byte[] bytes, int offset) {
        return (long) LONGS.get(bytes, offset);
    }

    static void put16(byte[] bytes, int offset, int value) {
        SHORTS.set(bytes, offset, (short) value);
    }

    static void put64(byte[] bytes, int offset, long value) {
        LONGS.set(bytes, offset, value);
    }

    /** {@return one byte as a Latin-1 character} */
    public static char letter(byte[] bytes, int offset) {
        return (char) (bytes[offset] & 0xFF);
    }
}
