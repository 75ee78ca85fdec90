package io.leakage.core.engine;

import io.leakage.core.history.JournalReader;

/** Where a drop-copy message is made durable before it is acknowledged. */
@FunctionalInterface
interface RawLog {
    /**
     * Writes a message down. One thread at a time.
     *
     * @return its place, to find it again
     * @throws java.io.UncheckedIOException when it could not be written
     */
    long append(byte[] raw, int offset, int length);

    /**
     * Returns when a record is as durable as it shall be. Any thread, several at a time.
     *
     * @throws java.io.UncheckedIOException when it could not be
     */
    default void commit(long position) {
        // nothing more to do
    }

    /** {@return a reader before the record at this position; null where nothing is kept} */
    default JournalReader reader(long from) {
        return null;
    }
}
