package io.leakage.dropcopy.fix;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A field that says something else than FIX lets it say. Names the tag, the value, where it stands and what was expected. */
final class Unreadable extends Exception {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 40;

    private Unreadable(String message) {
        super(message, null, false, false);
    }

    /** A value that is not what its tag asks for; the place is told from the message's first byte. */
    static Unreadable value(int tag, byte[] raw, int start, int at, int stop, String expected) {
        return new Unreadable("tag " + tag + ": value \"" + shown(raw, at, stop) + "\" at byte " + (at - start) + ", expected " + expected);
    }

    /** Bytes that are no field; the place is told from the message's first byte. */
    static Unreadable bytes(byte[] raw, int start, int at, int end, String expected) {
        return new Unreadable("\"" + shown(raw, at, end) + "\" at byte " + (at - start) + ", expected " + expected);
    }

    /** A field that is not there. */
    static Unreadable missing(int tag, String expected) {
        return new Unreadable("tag " + tag + ": missing, expected " + expected);
    }

    /** {@return a text that can neither begin a line of its own nor steer a terminal} */
    static String shown(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    /** Makes bytes fit for a log line: cut, and with everything but printable ASCII as a question mark. */
    static String shown(byte[] raw, int at, int stop) {
        int length = Math.max(0, Math.min(SHOWN, stop - at));
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            byte b = raw[at + i];
            text[i] = b == FixScan.SOH ? (byte) '|' : b >= ' ' && b < 127 ? b : (byte) '?';
        }
        return new String(text, StandardCharsets.US_ASCII) + (stop - at > SHOWN ? "…" : "");
    }
}
