package io.leakage.marketdata.wire;

/**
 * An alphabetic field as a number: its ASCII bytes, left-justified and padded with spaces, packed big-endian into a long (8 bytes: a stock)
 * or an int (4 bytes: a participant, a reason). Two fields are the same text exactly when the numbers are equal.
 */
public final class Alpha {
    /** Eight spaces: no text. */
    public static final long BLANK = 0x2020_2020_2020_2020L;

    private static final int WIDTH = 8;

    private Alpha() {
    }

    /**
     * Packs a text.
     *
     * @param text up to 8 ASCII characters
     * @return the field as a venue would send it
     * @throws IllegalArgumentException on more than 8 characters or on one that is not ASCII
     */
    public static long pack(CharSequence text) {
        if (text.length() > WIDTH) {
            throw new IllegalArgumentException("'" + text + "' has " + text.length() + " characters, expected at most " + WIDTH);
        }
        long packed = 0;
        for (int i = 0; i < WIDTH; i++) {
            char letter = i < text.length() ? text.charAt(i) : ' ';
            if (letter > 0x7F) {
                throw new IllegalArgumentException("'" + text + "' is not ASCII");
            }
            packed = packed << 8 | letter;
        }
        return packed;
    }

    /** {@return the number of characters before the padding} */
    public static int length(long packed) {
        int length = WIDTH;
        while (length > 0 && isPadding(letter(packed, length - 1))) {
            length--;
        }
        return length;
    }

    /** {@return the character at a place, 0 to 7} */
    public static char letter(long packed, int index) {
        return (char) (packed >>> 56 - 8 * index & 0xFF);
    }

    /** {@return the text without its padding; allocates} */
    public static String text(long packed) {
        StringBuilder text = new StringBuilder(WIDTH);
        int length = length(packed);
        for (int i = 0; i < length; i++) {
            text.append(letter(packed, i));
        }
        return text.toString();
    }

    /** {@return the text of a 4-byte field without its padding; allocates} */
    public static String text(int packed) {
        return text((long) packed << 32 | 0x2020_2020L);
    }

    private static boolean isPadding(char letter) {
        return letter == ' ' || letter == 0;
    }
}
