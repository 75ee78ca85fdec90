package io.leakage.dropcopy.fix;

/** BodyLength (9) and CheckSum (10) against the bytes themselves. */
final class FixTrailer {
    private FixTrailer() {
    }

    /**
     * Checks both.
     *
     * @param raw   holds the message, SOH-separated
     * @param start its first byte
     * @param end   behind its last byte
     * @throws Unreadable with both numbers when one is wrong, or when one is missing
     */
    static void verify(byte[] raw, int start, int end) throws Unreadable {
        int length = FixBytes.soh(raw, start, end) + 1;
        if (length + 2 > end || raw[length] != '9' || raw[length + 1] != '=') {
            throw Unreadable.missing(9, "BodyLength as the second field");
        }
        int body = FixBytes.soh(raw, length, end) + 1;
        int trailer = lastField(raw, start, end);
        if (trailer + 3 > end || raw[trailer] != '1' || raw[trailer + 1] != '0' || raw[trailer + 2] != '=') {
            throw Unreadable.missing(10, "CheckSum as the last field");
        }
        check(9, raw, start, length + 2, body - 1, trailer - body);
        check(10, raw, start, trailer + 3, FixBytes.soh(raw, trailer, end), FixBytes.sum(raw, start, trailer) & 0xFF);
    }

    private static void check(int tag, byte[] raw, int start, int at, int stop, int right) throws Unreadable {
        if (FixNumber.integer(tag, raw, start, at, stop) != right) {
            throw Unreadable.value(tag, raw, start, at, stop, Integer.toString(right));
        }
    }

    private static int lastField(byte[] raw, int start, int end) {
        int at = end - 1;
        while (at > start && raw[at - 1] != FixScan.SOH) {
            at--;
        }
        return at;
    }
}
