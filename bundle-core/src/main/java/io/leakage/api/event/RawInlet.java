package io.leakage.api.event;

import org.osgi.annotation.versioning.ProviderType;

/** Raw messages of one source, in the source's own order and under its own rising numbers. One thread at a time. */
@ProviderType
public interface RawInlet extends AutoCloseable {
    /**
     * Reads what one message of the bus carries.
     *
     * @param number       the source's number of it
     * @param raw          holds it
     * @param offset       first byte
     * @param length       number of bytes
     * @param receiveNanos when it was received first, nanoseconds since the epoch, or {@link Absent#LONG}
     * @return null, or what was expected and not found, for a person: then it is passed over, and orders' bytes are kept in the quarantine
     * @throws java.io.UncheckedIOException when it could not be made durable: it must be given again
     */
    String read(long number, byte[] raw, int offset, int length, long receiveNanos);

    /**
     * Messages {@code fromNumber} (inclusive) to {@code toNumber} (exclusive) will not come any more.
     *
     * @param untilNanos when the first one that is there again was received, nanoseconds since the epoch
     */
    void lost(long fromNumber, long toNumber, long untilNanos);

    /** {@return whether it builds something from messages, such as books, that must be built again after a start} */
    boolean isBuilt();

    /** What was built is void: what follows was read once already, and only builds it again, until {@link #rebuilt}. */
    void rebuilding();

    /**
     * What was read before is at its end.
     *
     * @param number of the next message
     */
    void rebuilt(long number);

    @Override
    void close();
}
