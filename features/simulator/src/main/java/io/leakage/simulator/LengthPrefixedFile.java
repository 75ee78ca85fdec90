package io.leakage.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Market data as venues hand out their recorded days: each message after its length in two bytes, the high one first. One thread. */
public final class LengthPrefixedFile implements MessageSink, AutoCloseable {
    private final OutputStream out;

    /**
     * Writes to a stream.
     *
     * @param out where to; closed by {@link #close}
     */
    public LengthPrefixedFile(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a file, over what was there.
     *
     * @param file where to
     * @return the open file
     * @throws IOException when it cannot be created
     */
    public static LengthPrefixedFile create(Path file) throws IOException {
        return new LengthPrefixedFile(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    @Override
    public void message(byte[] bytes, int offset, int length) {
        try {
            out.write(length >>> 8);
            out.write(length);
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what is still in memory and closes the stream. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
