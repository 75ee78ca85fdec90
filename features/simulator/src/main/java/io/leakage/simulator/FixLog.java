package io.leakage.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log of messages as FIX engines keep it: time of sending, a colon, the raw message with its SOHs, one a line. One thread. */
public final class FixLog implements AutoCloseable {
    private final OutputStream out;
    private final FixWriter writer;

    /**
     * Writes to a stream.
     *
     * @param out    where to; closed by {@link #close}
     * @param writer gives the messages their envelope
     */
    public FixLog(OutputStream out, FixWriter writer) {
        this.out = out;
        this.writer = writer;
    }

    /**
     * Writes a file, over what was there, as the desk {@code DESK} sends to {@code SCORECARD} in FIX 4.4.
     *
     * @param file where to
     * @return the open log
     * @throws IOException when it cannot be created
     */
    public static FixLog create(Path file) throws IOException {
        return new FixLog(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), new FixWriter("FIX.4.4", "DESK", "SCORECARD"));
    }

    /**
     * Writes one line.
     *
     * @param message what was sent
     * @throws UncheckedIOException when it could not be written
     */
    public void write(DeskMessage message) {
        try {
            out.write((FixText.time(message.sentNanos()) + ": ").getBytes(StandardCharsets.US_ASCII));
            out.write(writer.encode(message));
            out.write('\n');
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
