package io.leakage.dropcopy.fix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Where fields of a message begin and end: its bytes, eight at a time where that helps. */
final class FixBytes {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = 0x00FF00FF00FF00FFL;
    private static final int AT_ONCE = 128;
    private static final int MOST_TAG_DIGITS = 9;
    private static final byte[] BEGIN = {'8', '=', 'F', 'I', 'X'};
    /** A digit xored with '0' is its value; this is what a '=' is then. */
    private static final int EQUALS = '=' ^ '0';

    private FixBytes() {
    }

    /** {@return eight bytes as a number, the first the lowest} */
    static long eight(byte[] raw, int at) {
        return (long) EIGHT.get(raw, at);
    }

    /** {@return the place of the first SOH among eight bytes, 8 when there is none} */
    static int soh(long eight) {
        // an SOH xored with ones is zero; of the lowest zero byte, and of none below it, the subtraction borrows the highest bit
        long zero = eight ^ ONES;
        return Long.numberOfTrailingZeros(zero - ONES & ~zero & HIGHS) >>> 3;
    }

    /** {@return where the next SOH is from here on, {@code end} when there is none before it} */
    static int soh(byte[] raw, int from, int end) {
        int at = from;
        while (at < end && at <= raw.length - Long.BYTES) {
            int place = soh(eight(raw, at));
            at += place;
            if (place < Long.BYTES) {
                return Math.min(at, end);
            }
        }
        while (at < end && raw[at] != FixScan.SOH) {
            at++;
        }
        return Math.min(at, end);
    }

    /**
     * {@return the tag that eight bytes begin with, times 8, and the number of its digits, when it has one to three and a '=' behind them; −1
     * when not}
     */
    static int tag(long eight) {
        int first = (int) eight & 0xFF ^ '0';
        int second = (int) (eight >>> 8) & 0xFF ^ '0';
        int third = (int) (eight >>> 16) & 0xFF ^ '0';
        if (third == EQUALS && second <= 9) {
            return first <= 9 ? (first * 10 + second) * 8 + 2 : -1;
        }
        if (second == EQUALS) {
            return first <= 9 ? first * 8 + 1 : -1;
        }
        boolean three = ((int) (eight >>> 24) & 0xFF ^ '0') == EQUALS && first <= 9 && second <= 9 && third <= 9;
        return three ? (first * 100 + second * 10 + third) * 8 + 3 : -1;
    }

    /** {@return the sum of the bytes, each from 0 to 255} */
    static int sum(byte[] raw, int from, int end) {
        int sum = 0;
        int at = from;
        while (at <= end - Long.BYTES) {
            // four sums of 16 bits; 128 times two bytes of 255 still fit
            long sums = 0;
            for (int left = Math.min(AT_ONCE, (end - at) / Long.BYTES); left > 0; left--) {
                long eight = eight(raw, at);
                sums += (eight & LOWS) + (eight >>> 8 & LOWS);
                at += Long.BYTES;
            }
            sum += (int) ((sums & 0xFFFF) + (sums >>> 16 & 0xFFFF) + (sums >>> 32 & 0xFFFF) + (sums >>> 48));
        }
        for (; at < end; at++) {
            sum += raw[at] & 0xFF;
        }
        return sum;
    }

    /** {@return whether a message begins there, 8=FIX…} */
    static boolean begins(byte[] raw, int at, int end) {
        return end - at >= BEGIN.length && Arrays.equals(raw, at, at + BEGIN.length, BEGIN, 0, BEGIN.length);
    }

    /** Refuses what does not begin a message. */
    static void begin(byte[] raw, int start, int end) throws Unreadable {
        if (!begins(raw, start, end)) {
            throw Unreadable.bytes(raw, start, start, end, "a FIX message, 8=FIX…");
        }
    }

    /** {@return where a tag of any length ends, at its '='} */
    static int tagEnd(byte[] raw, int start, int at, int end) throws Unreadable {
        int equals = at;
        while (equals < end && raw[equals] >= '0' && raw[equals] <= '9') {
            equals++;
        }
        if (equals == at || equals - at > MOST_TAG_DIGITS || equals == end || raw[equals] != '=') {
            throw Unreadable.bytes(raw, start, at, end, "tag=value");
        }
        return equals;
    }

    /** A data field may hold SOH itself; the length field before it says where it ends. */
    static int dataEnd(byte[] raw, int value, int end, int announced) {
        boolean right = announced > 0 && announced <= end - value && (announced == end - value || raw[value + announced] == FixScan.SOH);
        return right ? value + announced : soh(raw, value, end);
    }

    /** {@return the length that a field of digits announces, 0 when it is none} */
    static int length(byte[] raw, int at, int stop) {
        int length = 0;
        for (int i = at; i < stop; i++) {
            int digit = raw[i] - '0';
            if (digit < 0 || digit > 9 || i - at == MOST_TAG_DIGITS) {
                return 0;
            }
            length = length * 10 + digit;
        }
        return length;
    }
}
