package io.leakage.api.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What one drop-copy source has on disk and not in the scores yet: left by a crash, or put aside while the ring was full. Whoever reads the
 * source reads these messages again, oldest first, on a thread that may wait; until that is done, new messages queue up behind
 * them on disk.
 * One thread, but for {@link #depth}.
 */
@ProviderType
public interface OrderBacklog extends AutoCloseable {
    /**
     * Goes to the next message, and takes it that the one before was dealt with. Waits for a message, then for room in the ring.
     *
     * @param timeoutMillis how long it waits for each, at least 1
     * @return false when there was none, or no room for it
     * @throws InterruptedException when the thread was interrupted; nothing is lost
     * @throws java.io.UncheckedIOException when the disk could not be read; nothing is lost
     */
    boolean next(long timeoutMillis) throws InterruptedException;

    /** {@return holds the message, from its first byte on; behind it there is room for texts put together} */
    byte[] raw();

    /** {@return bytes of the message} */
    int length();

    /** {@return where the message goes once it is read again: nothing is written to the raw journal a second time} */
    OrderInlet inlet();

    /** {@return messages that wait; any thread} */
    long depth();

    /** Reads no more; what waits stays on disk for the next reader. */
    @Override
    void close();
}
