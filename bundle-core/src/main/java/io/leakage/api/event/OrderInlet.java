package io.leakage.api.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The desk's own orders, from one drop-copy source, in the source's own order, from one thread at a time.
 */
@ProviderType
public interface OrderInlet {
    /**
     * Takes one message. When it returns, the raw bytes are durable in the journal, and the event is in the ring or on its way.
     * Waits while the ring is full: an own order is never dropped.
     *
     * @param message read here and now, free for the next message after the return
     * @throws java.io.UncheckedIOException when the raw bytes could not be made durable: do not acknowledge the message
     */
    void accept(OrderMessage message);

    /**
     * Keeps bytes that could not be read, so that nothing is lost, and counts them.
     *
     * @param raw    holds the message
     * @param offset first byte
     * @param length number of bytes
     * @param reason what was expected and not found, for a person
     */
    void quarantine(byte[] raw, int offset, int length, String reason);
}
