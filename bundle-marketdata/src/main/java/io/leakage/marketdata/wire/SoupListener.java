package io.leakage.marketdata.wire;

/** What a SoupBinTCP connection hears from its server. One thread; bytes are read here and now. */
public interface SoupListener {
    /**
     * The server let us in.
     *
     * @param session  its session's name, without padding
     * @param sequence number of the next sequenced message
     */
    void accepted(String session, long sequence);

    /**
     * The server refused us; it closes the connection.
     *
     * @param reason A: not authorised (user or password), S: it has no such session
     */
    void rejected(char reason);

    /**
     * One sequenced message.
     *
     * @param sequence its number
     * @param bytes    holds it
     * @param offset   its first byte
     * @param length   its bytes, 0 or more
     */
    void sequenced(long sequence, byte[] bytes, int offset, int length);

    /**
     * One message outside the sequence.
     *
     * @param bytes  holds it
     * @param offset its first byte
     * @param length its bytes, 0 or more
     */
    void unsequenced(byte[] bytes, int offset, int length);

    /**
     * The session is at its end.
     *
     * @param next the number the next message would have had
     */
    void ended(long next);
}
