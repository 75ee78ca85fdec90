package io.leakage.bench;

import io.leakage.api.event.Side;
import io.leakage.core.book.L3Books;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Ours: the books, driven by the five messages that touch them. */
final class OurBooks {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long PRICE_UNITS = 10_000;

    private final L3Books books = new L3Books();
    private long changes;

    /** Applies length-prefixed messages. {@return how many} */
    long apply(byte[] bytes, int end) {
        long messages = 0;
        long changed = 0;
        int at = 0;
        while (at < end) {
            int length = (short) SHORT.get(bytes, at) & 0xFFFF;
            changed += apply(bytes, at + 2, bytes[at + 2]) ? 1 : 0;
            at += 2 + length;
            messages++;
        }
        changes += changed;
        return messages;
    }

    private boolean apply(byte[] in, int at, byte type) {
        int symbol = (short) SHORT.get(in, at + 1) & 0xFFFF;
        long ref = (long) LONG.get(in, at + 11);
        return switch (type) {
            case 'A' -> books.added(symbol, ref, in[at + 19] == 'B' ? Side.BUY : Side.SELL, shares(in, at + 20), price(in, at + 32));
            case 'D' -> books.deleted(symbol, ref);
            case 'E' -> books.executed(symbol, ref, shares(in, at + 19));
            case 'X' -> books.cancelled(symbol, ref, shares(in, at + 19));
            case 'U' -> books.replaced(symbol, ref, (long) LONG.get(in, at + 19), shares(in, at + 27), price(in, at + 31));
            default -> throw new IllegalArgumentException("type " + (char) type + " at offset " + at + ", expected A, D, E, X or U");
        };
    }

    /** {@return the books} */
    L3Books books() {
        return books;
    }

    /** {@return how often a best price or its size changed} */
    long changes() {
        return changes;
    }

    private static long shares(byte[] in, int at) {
        return (int) INT.get(in, at) & 0xFFFF_FFFFL;
    }

    private static long price(byte[] in, int at) {
        return ((int) INT.get(in, at) & 0xFFFF_FFFFL) * PRICE_UNITS;
    }
}
