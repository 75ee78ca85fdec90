package io.leakage.marketdata.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file as bytes, unpacked on the way when its first bytes say that gzip packed it, whatever its name says. */
final class UnpackedFile {
    private static final int CAPACITY = 1 << 16;
    private static final int MAGIC_FIRST = 0x1F;
    private static final int MAGIC_SECOND = 0x8B;

    private UnpackedFile() {
    }

    /** {@return its bytes; the caller closes} */
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), CAPACITY);
        try {
            in.mark(2);
            boolean packed = in.read() == MAGIC_FIRST && in.read() == MAGIC_SECOND;
            in.reset();
            return packed ? new GZIPInputStream(in, CAPACITY) : in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
