package io.leakage.dropcopy.fix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a connection's bytes into whole FIX messages: those with the right length and checksum go on, what is garbled is kept aside, as FIX
 * has it. A message longer than allowed is never held in memory: its beginning is kept aside, its rest passed over, and a stand-in of type
 * U0 under its number goes on, so that nobody asks for it again. One thread.
 */
final class Frames {
    /** Takes what the connection brought. */
    interface Taker {
        /** A whole message. */
        void message(byte[] bytes, int offset, int length);

        /** Bytes that are none. */
        void garbled(byte[] bytes, int length, String reason);
    }

    private static final byte[] BEGIN = {'8', '=', 'F', 'I', 'X'};
    private static final int TRAILER = 7;
    private static final int LONGEST_HEAD = 32;
    private static final int SHOWN = 1024;

    private final int largest;
    private final Taker taker;
    private byte[] held = new byte[4096];
    private int start;
    private int end;
    private long passOver;

    /** @param largest most bytes of a message */
    Frames(int largest, Taker taker) {
        this.largest = largest;
        this.taker = taker;
    }

    /** Takes bytes. */
    void take(byte[] bytes, int offset, int length) {
        int skipped = (int) Math.min(passOver, length);
        passOver -= skipped;
        hold(bytes, offset + skipped, length - skipped);
        while (start < end && cut()) {
            // the next
        }
        if (start == end) {
            start = 0;
            end = 0;
        }
    }

    private void hold(byte[] bytes, int offset, int length) {
        if (end + length > held.length) {
            System.arraycopy(held, start, held, 0, end - start);
            end -= start;
            start = 0;
            if (end + length > held.length) {
                held = Arrays.copyOf(held, 2 * (end + length));
            }
        }
        System.arraycopy(bytes, offset, held, end, length);
        end += length;
    }

    /** {@return false when more bytes are needed} */
    private boolean cut() {
        int at = begin(start);
        if (at > start) {
            aside(at, "no beginning of a message, 8=FIX");
            return true;
        }
        if (at < 0) {
            return false;
        }
        int body = headEnd();
        if (body == 0) {
            return false;
        }
        long length = body < 0 ? -1 : bodyLength(body);
        if (length < 0) {
            return resync("expected 9=BodyLength as the second field");
        }
        long total = body - start + length + TRAILER;
        if (total > largest) {
            return tooLong(total);
        }
        if (end - start < total) {
            return false;
        }
        int trailer = (int) (body + length);
        if (!isTrailer(trailer)) {
            return resync("expected 10=CheckSum behind " + length + " bytes");
        }
        if (sum(trailer) != number(trailer + 3, trailer + 6)) {
            aside(trailer + TRAILER, "CheckSum (10) " + number(trailer + 3, trailer + 6) + ", expected " + sum(trailer));
            return true;
        }
        taker.message(held, start, (int) total);
        start += (int) total;
        return true;
    }

    /** {@return where a message may begin from a place on, {@code −1} when what is there may yet become a beginning} */
    private int begin(int from) {
        for (int at = from; at < end; at++) {
            int here = 0;
            while (here < BEGIN.length && at + here < end && held[at + here] == BEGIN[here]) {
                here++;
            }
            boolean bounded = at == 0 || at == from && from == start || held[at - 1] == FixScan.SOH || !isDigit(held[at - 1]);
            if (bounded && here == BEGIN.length) {
                return at;
            }
            if (bounded && at + here == end) {
                return at == from ? -1 : at;
            }
        }
        return end;
    }

    /** {@return where the body begins; 0 when that has not come yet, −1 when it is no head} */
    private int headEnd() {
        int fields = 0;
        for (int at = start; at < Math.min(end, start + LONGEST_HEAD); at++) {
            if (held[at] == FixScan.SOH && ++fields == 2) {
                return at + 1;
            }
        }
        return end - start < LONGEST_HEAD ? 0 : -1;
    }

    private long bodyLength(int body) {
        int at = start;
        while (held[at] != FixScan.SOH) {
            at++;
        }
        return held[at + 1] == '9' && held[at + 2] == '=' && body - 1 - (at + 3) <= 9 ? number(at + 3, body - 1) : -1;
    }

    private boolean isTrailer(int at) {
        return held[at - 1] == FixScan.SOH && held[at] == '1' && held[at + 1] == '0' && held[at + 2] == '='
                && held[at + TRAILER - 1] == FixScan.SOH && number(at + 3, at + 6) >= 0;
    }

    private int sum(int trailer) {
        int sum = 0;
        for (int i = start; i < trailer; i++) {
            sum += held[i];
        }
        return sum & 0xFF;
    }

    private long number(int from, int to) {
        long number = from == to ? -1 : 0;
        for (int i = from; i < to && number >= 0; i++) {
            number = isDigit(held[i]) ? number * 10 + held[i] - '0' : -1;
        }
        return number;
    }

    private static boolean isDigit(byte one) {
        return one >= '0' && one <= '9';
    }

    /** Goes on where the next message may begin. */
    private boolean resync(String reason) {
        int next = begin(start + 1);
        aside(next < 0 ? start + 1 : next, reason);
        return true;
    }

    private void aside(int to, String reason) {
        int length = Math.min(to - start, SHOWN);
        taker.garbled(Arrays.copyOfRange(held, start, start + length), length, (to - start) + " bytes: " + reason);
        start = to;
    }

    private boolean tooLong(long total) {
        int here = (int) Math.min(total, end - start);
        if (here < Math.min(total, SHOWN)) {
            return false;
        }
        byte[] standIn = standIn(new String(held, start, Math.min(here, SHOWN), StandardCharsets.ISO_8859_1));
        int length = Math.min(here, SHOWN);
        taker.garbled(Arrays.copyOfRange(held, start, start + length), length, total + " bytes: expected a message of at most " + largest);
        start += here;
        passOver = total - here;
        if (standIn != null) {
            taker.message(standIn, 0, standIn.length);
        }
        return true;
    }

    /** {@return a message with the header of another and no body, null when that has no number} */
    static byte[] standIn(String beginning) {
        StringBuilder body = new StringBuilder("35=U0\u0001");
        String begin = beginning.substring(2, beginning.indexOf('\u0001'));
        boolean numbered = false;
        for (String field : beginning.substring(0, beginning.lastIndexOf('\u0001')).split("\u0001")) {
            if (field.matches("(34|43|49|50|52|56|57|97|122)=.*") && body.indexOf("\u0001" + field.substring(0, 3)) < 0) {
                body.append(field).append('\u0001');
                numbered |= field.startsWith("34=");
            }
        }
        String head = "8=" + begin + "\u00019=" + body.length() + "\u0001" + body;
        int sum = 0;
        for (byte b : head.getBytes(StandardCharsets.ISO_8859_1)) {
            sum += b;
        }
        return numbered ? (head + "10=" + String.format("%03d", sum & 0xFF) + "\u0001").getBytes(StandardCharsets.ISO_8859_1) : null;
    }
}
