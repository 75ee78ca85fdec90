package io.leakage.marketdata.wire;

/**
 * What a transport (UDP, file) hands on, whatever the format: messages in the feed's order, and what is known of those missing. One class
 * per format implements it. One thread; the bytes are read here and now.
 */
public interface MessageSink {
    /**
     * The messages that follow came in one packet.
     *
     * @param receiveNanos when it was received, nanoseconds since the epoch, {@code Long.MIN_VALUE} when nobody took the time (files)
     */
    void packet(long receiveNanos);

    /**
     * One message.
     *
     * @param sequence the feed's own message number
     * @param buffer   holds the message
     * @param offset   its first byte
     * @param length   its bytes, 0 or more
     * @return false when it could not be read: unknown type or wrong length; the sink has counted it and is unharmed
     */
    boolean message(long sequence, byte[] buffer, int offset, int length);

    /**
     * Messages are lost.
     *
     * @param fromSequence first one lost
     * @param toSequence   first one that is there again
     */
    void gap(long fromSequence, long toSequence);

    /**
     * No message will follow.
     *
     * @param sequence the number the next message would have had
     */
    void ended(long sequence);
}
