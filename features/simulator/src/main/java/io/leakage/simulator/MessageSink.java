package io.leakage.simulator;

/** Takes market-data messages one by one, in the venue's order: a file, a packet sender, a tape in memory. */
@FunctionalInterface
public interface MessageSink {
    /**
     * Takes one message.
     *
     * @param bytes  holds the message; to be read here and now, the array is used again for the next
     * @param offset first byte
     * @param length number of bytes
     * @throws java.io.UncheckedIOException when it could not be written
     */
    void message(byte[] bytes, int offset, int length);
}
