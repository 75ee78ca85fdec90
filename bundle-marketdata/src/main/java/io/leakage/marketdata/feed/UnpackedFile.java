package io.leakage.marketdata.feed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file as bytes, unpacked on the way when its first bytes say that gzip packed it, whatever its name says. */
final class UnpackedFile {
    private static final int CAPACITY = 1 << 15;
    private static final int MAGIC_FIRST = 0x1F;
    private static final int MAGIC_SECOND = 0x8B;

    private UnpackedFile() {
    }

    /** {@return its bytes; the caller closes} The exception names the file. */
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), CAPACITY);
        try {
            return unpacked(in);
        } catch (EOFException | ZipException e) {
            in.close();
            throw new IOException(file + ": begins like a file packed by gzip, but its header cannot be read: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == MAGIC_FIRST && in.read() == MAGIC_SECOND;
        in.reset();
        return packed ? new GZIPInputStream(in, CAPACITY) : in;
    }
}
