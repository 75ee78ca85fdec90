package io.leakage.dropcopy.fix;

import java.nio.charset.StandardCharsets;

/** A message sent again (43=Y) under a number that was passed: a replay asked for elsewhere. */
final class LowReplay {
    private LowReplay() {
    }

    /** {@return whether it is one, when {@code expected} is the next number} */
    static boolean isBelow(byte[] raw, long expected) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\u000134=");
        if (!text.contains("\u000143=Y\u0001") || at < 0) {
            return false;
        }
        String number = text.substring(at + 4, Math.max(at + 4, text.indexOf('\u0001', at + 4)));
        return number.matches("\\d{1,18}") && Long.parseLong(number) < expected;
    }
}
