package io.leakage.marketdata.wire;

import java.nio.charset.StandardCharsets;

/**
 * The client's side of a SoupBinTCP 3.00 connection: login with the session and number wanted, heartbeats both ways, messages counted,
 * logout. Each packet is its length (2 bytes, the type included), its type and its payload. Knows no socket: bytes come in, bytes go out,
 * and time comes with every call. One connection after the other, each from {@link #connected} on. One thread; no allocation per message.
 */
public final class SoupBinTcpClient {
    private static final long HEARTBEAT_NANOS = 1_000_000_000L;
    private static final int LARGEST = 2 + 0xFFFF;
    private static final int ACCEPTED = 31;
    private static final byte[] HEARTBEAT = {0, 1, 'R'};
    private static final byte[] LOGOUT = {0, 1, 'O'};

    private final SoupListener listener;
    private final SoupOutput output;
    private final SoupLogin login;
    private final long silenceNanos;
    private final byte[] buffer = new byte[LARGEST];
    private int filled;
    private boolean loggedIn;
    private boolean over;
    private long next;
    private long heardNanos;
    private long sentNanos;
    private long heartbeats;

    /**
     * A client that is not connected yet.
     *
     * @param login        user and password
     * @param silenceNanos how long the server may say nothing, 15 s by the protocol
     * @param output       where bytes go
     * @param listener     hears the server
     */
    public SoupBinTcpClient(SoupLogin login, long silenceNanos, SoupOutput output, SoupListener listener) {
        this.login = login;
        this.silenceNanos = silenceNanos;
        this.output = output;
        this.listener = listener;
    }

    /**
     * The connection stands: logs in.
     *
     * @param session  the session wanted, empty for the one at hand
     * @param sequence number of the first message wanted, 0 for the next one that is new
     * @param now      nanoseconds of a clock that only grows
     */
    public void connected(String session, long sequence, long now) {
        filled = 0;
        loggedIn = false;
        over = false;
        heardNanos = now;
        send(login.packet(session, sequence), now);
    }

    /**
     * Takes bytes as they came; they may end anywhere.
     *
     * @param bytes  holds them
     * @param offset the first
     * @param length how many
     * @param now    nanoseconds of a clock that only grows
     * @return null, or why the connection is of no use any more, for a person
     */
    public String received(byte[] bytes, int offset, int length, long now) {
        heardNanos = now;
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int wanted = filled < 2 ? 2 : 2 + BigEndian.u16(buffer, 0);
            int part = Math.min(wanted - filled, end - at);
            System.arraycopy(bytes, at, buffer, filled, part);
            filled += part;
            at += part;
            String trouble = filled < 2 ? null : whole();
            if (trouble != null) {
                return trouble;
            }
        }
        return null;
    }

    private String whole() {
        int size = BigEndian.u16(buffer, 0);
        if (size == 0) {
            return "a packet of length 0, expected at least its type";
        }
        if (filled < 2 + size) {
            return null;
        }
        filled = 0;
        return packet((char) (buffer[2] & 0xFF), size - 1);
    }

    private String packet(char type, int length) {
        switch (type) {
            case 'S' -> {
                return sequenced(length);
            }
            case 'U' -> listener.unsequenced(buffer, 3, length);
            case 'H' -> heartbeats++;
            case 'A' -> {
                return accepted(length);
            }
            case 'J' -> {
                over = true;
                listener.rejected(length > 0 ? (char) (buffer[3] & 0xFF) : ' ');
            }
            case 'Z' -> {
                over = true;
                listener.ended(next);
            }
            case '+' -> {
                // debug text: for people who read captures
            }
            default -> {
                return "packet type " + (int) type + ", expected one of + A J S U H Z";
            }
        }
        return null;
    }

    private String sequenced(int length) {
        if (!loggedIn) {
            return "a sequenced message before the login was accepted";
        }
        listener.sequenced(next++, buffer, 3, length);
        return null;
    }

    private String accepted(int length) {
        long sequence = length < ACCEPTED - 1 ? -1 : digits(buffer, 13, 20);
        if (sequence < 0) {
            return "login accepted with " + length + " bytes, expected session (10) and sequence number (20 digits)";
        }
        loggedIn = true;
        next = sequence;
        listener.accepted(new String(buffer, 3, 10, StandardCharsets.ISO_8859_1).strip(), sequence);
        return null;
    }

    /**
     * Time went on: says that we live, and looks whether the server does.
     *
     * @param now nanoseconds of a clock that only grows
     * @return null, or why the connection is of no use any more, for a person
     */
    public String tick(long now) {
        if (now - heardNanos >= silenceNanos) {
            return "nothing heard for " + silenceNanos / 1_000_000 + " ms, not even a heartbeat";
        }
        if (now - sentNanos >= HEARTBEAT_NANOS) {
            send(HEARTBEAT, now);
        }
        return null;
    }

    /** {@return when {@link #tick} wants to be called at the latest} */
    public long wakeNanos() {
        return Math.min(heardNanos + silenceNanos, sentNanos + HEARTBEAT_NANOS);
    }

    /**
     * Says that we go.
     *
     * @param now nanoseconds of a clock that only grows
     */
    public void logout(long now) {
        send(LOGOUT, now);
    }

    private void send(byte[] packet, long now) {
        sentNanos = now;
        output.send(packet, packet.length);
    }

    /** {@return whether the server let us in on this connection} */
    public boolean isLoggedIn() {
        return loggedIn;
    }

    /** {@return whether the server said that nothing follows: a refusal, or the session's end} */
    public boolean isOver() {
        return over;
    }

    /** {@return heartbeats heard} */
    public long heartbeats() {
        return heartbeats;
    }

    /**
     * Reads a number padded with spaces on either side.
     *
     * @return −1 when it is none, or does not fit
     */
    static long digits(byte[] bytes, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        if (from == to || to - from > 18 && !zeros(bytes, from, to - 18)) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean zeros(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != '0') {
                return false;
            }
        }
        return true;
    }
}
