package io.leakage.marketdata.wire;

/** The packet that asks a MoldUDP64 request server for messages again: session (10 bytes), first sequence number (8), how many (2). */
public final class MoldUdp64Request {
    /** Its bytes. */
    public static final int LENGTH = 20;

    private MoldUdp64Request() {
    }

    /**
     * Writes one.
     *
     * @param into        at least {@link #LENGTH} bytes
     * @param sessionHead first eight bytes of the session's name
     * @param sessionTail last two bytes of the session's name
     * @param sequence    number of the first message wanted
     * @param count       how many, 1 to 65534
     */
    public static void write(byte[] into, long sessionHead, int sessionTail, long sequence, int count) {
        BigEndian.put64(into, 0, sessionHead);
        BigEndian.put16(into, 8, sessionTail);
        BigEndian.put64(into, 10, sequence);
        BigEndian.put16(into, 18, count);
    }
}
