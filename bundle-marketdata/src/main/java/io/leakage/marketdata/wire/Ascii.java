package io.leakage.marketdata.wire;

import java.nio.charset.StandardCharsets;

/** Texts of fixed width that end with a zero byte or their field. */
public final class Ascii {
    private Ascii() {
    }

    /** {@return the bytes before the zero} */
    public static int length(byte[] bytes, int offset, int width) {
        int length = 0;
        while (length < width && bytes[offset + length] != 0) {
            length++;
        }
        return length;
    }

    /** {@return the text, byte by byte as Latin-1, without padding; allocates} */
    public static String text(byte[] bytes, int offset, int width) {
        return new String(bytes, offset, length(bytes, offset, width), StandardCharsets.ISO_8859_1).strip();
    }
}
