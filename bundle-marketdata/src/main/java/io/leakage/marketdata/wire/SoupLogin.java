package io.leakage.marketdata.wire;

import java.nio.charset.StandardCharsets;

/**
 * What a SoupBinTCP server is told at login.
 *
 * @param user     up to 6 ASCII characters
 * @param password up to 10 ASCII characters
 */
public record SoupLogin(String user, String password) {
    /** The whole packet's bytes. */
    static final int LENGTH = 49;

    private static final int USER = 6;
    private static final int PASSWORD = 10;
    private static final int SESSION = 10;
    private static final int SEQUENCE = 20;

    /** Refuses what does not fit, without telling the password. */
    public SoupLogin {
        if (user.length() > USER || !isAscii(user)) {
            throw new IllegalArgumentException("user = '" + user + "', expected up to 6 ASCII characters");
        }
        if (password.length() > PASSWORD || !isAscii(password)) {
            throw new IllegalArgumentException("password has " + password.length() + " characters, expected up to 10 of ASCII");
        }
    }

    /** Writes the login request: text on the left, the sequence number on the right of its field. */
    byte[] packet(String session, long sequence) {
        String text = "L" + left(user, USER) + left(password, PASSWORD) + right(session, SESSION)
                + right(String.valueOf(sequence), SEQUENCE);
        byte[] packet = new byte[LENGTH];
        BigEndian.put16(packet, 0, LENGTH - 2);
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, packet, 2, LENGTH - 2);
        return packet;
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F);
    }

    /** {@return the user; never the password} */
    @Override
    public String toString() {
        return "user " + user;
    }
}
