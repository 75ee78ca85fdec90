package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import java.nio.charset.StandardCharsets;

/** Fields of a raw message's header, looked up one by one: before any library has read or dropped it. */
final class RawFields {
    private static final char SOH = '\u0001';
    private static final int MOST_DIGITS = 18;

    private RawFields() {
    }

    /** {@return the first value of a tag, null when it is not there} */
    static String text(String raw, int tag) {
        String wanted = SOH + Integer.toString(tag) + '=';
        int at = raw.indexOf(wanted);
        int stop = at < 0 ? -1 : raw.indexOf(SOH, at + 1);
        return stop < 0 ? null : raw.substring(at + wanted.length(), stop);
    }

    /** {@return the first value of a tag as a number, {@code Absent.LONG} when it is not there or none} */
    static long number(String raw, int tag) {
        String text = text(raw, tag);
        long number = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i == MOST_DIGITS) {
                return Absent.LONG;
            }
            number = number * 10 + digit;
        }
        return text == null || text.isEmpty() ? Absent.LONG : number;
    }

    /** {@return whether a tag says Y} */
    static boolean yes(String raw, int tag) {
        return "Y".equals(text(raw, tag));
    }

    /** {@return a time in nanoseconds since the epoch, {@code Absent.LONG} when it is not there or none} */
    static long nanos(String raw, int tag) {
        String text = text(raw, tag);
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.ISO_8859_1);
        return new FixTime().nanos(bytes, 0, bytes.length);
    }
}
