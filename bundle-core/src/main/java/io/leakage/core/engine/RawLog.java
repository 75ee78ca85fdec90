package io.leakage.core.engine;

/** Where a drop-copy message is made durable before it is acknowledged. */
interface RawLog {
    /**
     * Makes a message durable.
     *
     * @return its place, to find it again
     * @throws java.io.UncheckedIOException when it could not be written
     */
    long append(byte[] raw, int offset, int length);
}
