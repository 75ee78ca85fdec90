package io.leakage.marketdata.wire;

/**
 * LOBSTER's CSV: a line of the message file becomes one call, a line of the order book file a {@link LobsterBook}. Times have up to nine
 * decimals, everything else is a whole number. No allocation, no exception for any content.
 */
public final class LobsterDecoder {
    private static final int FIELDS = 6;
    private static final int DECIMALS = 9;
    private static final long LARGEST = 999_999_999_999_999_999L;
    private static final long LAST_SECOND = 86_400L * 2;

    private final LobsterListener listener;
    private final long[] fields = new long[FIELDS];

    /**
     * A decoder that tells this listener.
     *
     * @param listener called on the thread that decodes
     */
    public LobsterDecoder(LobsterListener listener) {
        this.listener = listener;
    }

    /**
     * Tells the listener of one line.
     *
     * @param b      holds the line
     * @param o      its first byte
     * @param length its bytes without the line's end
     * @return null, or, and nothing told, what is wrong with it, for a person
     */
    public String decode(byte[] b, int o, int length) {
        int end = o + length;
        int behindTime = time(b, o, end);
        if (behindTime < 0) {
            return "no time at its beginning, expected seconds since midnight with up to 9 decimals";
        }
        int read = 1 + numbers(b, behindTime, end, fields, 1, FIELDS);
        if (read != FIELDS) {
            return "field " + (read + 1) + " is no whole number, or there are not " + FIELDS + " of them, expected time, type, order, size,"
                    + " price, direction";
        }
        if (fields[1] < 1 || fields[1] > 7) {
            return "type " + fields[1] + ", expected 1 to 7";
        }
        if (fields[3] < 0 || fields[5] != 1 && fields[5] != -1) {
            return "size " + fields[3] + " and direction " + fields[5] + ", expected 0 or more, and 1 or -1";
        }
        listener.event(fields[0], (int) fields[1], fields[2], fields[3], fields[4], fields[5] == 1);
        return null;
    }

    /** {@return where the comma behind the time stands, −1 when there is no time} */
    private int time(byte[] b, int o, int end) {
        long seconds = 0;
        int at = o;
        while (at < end && isDigit(b[at]) && seconds < LAST_SECOND) {
            seconds = seconds * 10 + b[at++] - '0';
        }
        if (at == o || seconds >= LAST_SECOND) {
            return -1;
        }
        long fraction = 0;
        int decimals = 0;
        if (at < end && b[at] == '.') {
            at++;
            while (at < end && isDigit(b[at]) && decimals < DECIMALS) {
                fraction = fraction * 10 + b[at++] - '0';
                decimals++;
            }
        }
        for (; decimals < DECIMALS; decimals++) {
            fraction *= 10;
        }
        fields[0] = seconds * 1_000_000_000L + fraction;
        return at < end && b[at] == ',' ? at : -1;
    }

    /**
     * Reads whole numbers, each behind a comma.
     *
     * @return how many were read before the line's end or something else
     */
    static int numbers(byte[] b, int o, int end, long[] into, int first, int limit) {
        int at = o;
        int place = first;
        while (at < end && b[at] == ',' && place < limit) {
            at++;
            boolean negative = at < end && b[at] == '-';
            at += negative ? 1 : 0;
            int digits = at;
            long number = 0;
            while (at < end && isDigit(b[at]) && number <= LARGEST / 10) {
                number = number * 10 + b[at++] - '0';
            }
            if (at == digits) {
                return place - first;
            }
            into[place++] = negative ? -number : number;
        }
        return at == end ? place - first : Math.max(0, place - first - 1);
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
