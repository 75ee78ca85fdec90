package io.leakage.marketdata.wire;

/**
 * A packet of a session whose messages are numbered from 1, each behind its length: what MoldUDP64 and IEX-TP have in common. Laid over the
 * bytes of one packet after another; holds no copy. One thread; no allocation but for a text.
 */
public interface SequencedPacket {
    /**
     * Lays it over a packet. Only when it is whole may anything else be asked.
     *
     * @param packet holds it
     * @param first  its first byte
     * @param length its bytes
     * @return null when it is whole, else what is wrong with it, for a person
     */
    String wrap(byte[] packet, int first, int length);

    /** {@return whether it carries messages of another kind than we want} */
    boolean isForeign();

    /** {@return which of several numberings that share a line it belongs to, 0 where there is but one} */
    long channel();

    /** {@return the session, or of a longer one its first eight bytes} */
    long sessionHead();

    /** {@return what of the session does not fit into eight bytes, 0 for nothing} */
    int sessionTail();

    /** {@return a session as a person reads it; no packet is needed, and any thread may ask; allocates} */
    String sessionName(long head, int tail);

    /** {@return the number of the first message; in a heartbeat or end of session the number the next one will have} */
    long sequence();

    /** {@return messages in it; of no meaning at the end of a session} */
    int count();

    /** {@return whether it only says that the line lives} */
    boolean isHeartbeat();

    /** {@return whether it says that no message follows} */
    boolean isEndOfSession();

    /** {@return where the first message block begins} */
    int firstBlock();

    /** {@return where the block behind this one begins} */
    int nextBlock(int block);

    /** {@return the bytes of this block's message, which begins two bytes behind the block} */
    int lengthAt(int block);
}
