package io.leakage.marketdata.feed;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file as bytes, unpacked on the way when its first bytes say that gzip or zstd packed it, whatever its name says. Damage met while
 * unpacking is a {@link ZipException}, a packed file cut short an {@link EOFException}. Memory is bounded by zstd's window.
 */
final class UnpackedFile {
    private static final int CAPACITY = 1 << 15;
    private static final int GZIP = 0x1F8B;
    private static final int ZSTD = 0x28B52FFD;

    private UnpackedFile() {
    }

    /** {@return its bytes; the caller closes} The exception names the file. */
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), CAPACITY);
        try {
            return unpack(in);
        } catch (EOFException | ZipException e) {
            in.close();
            throw new IOException(file + ": begins like a file packed by gzip, but its header cannot be read: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream unpack(InputStream in) throws IOException {
        in.mark(Integer.BYTES);
        int magic = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            magic = magic << 8 | Math.max(in.read(), 0);
        }
        in.reset();
        if (magic >>> 16 == GZIP) {
            return new GZIPInputStream(in, CAPACITY);
        }
        return magic == ZSTD ? new Zstd(in) : in;
    }

    /** The unpacker answers damage with unchecked exceptions of its own; here they are what a reader of a packed file expects. */
    private static final class Zstd extends FilterInputStream {
        Zstd(InputStream packed) {
            super(new ZstdInputStream(packed));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (RuntimeException e) {
                throw damage(new ZipException("zstd: " + e.getMessage()), e);
            } catch (IOException e) {
                throw "Not enough input bytes".equals(e.getMessage()) ? damage(new EOFException("zstd: it ends too soon"), e) : e;
            }
        }

        private static IOException damage(IOException told, Exception cause) {
            told.initCause(cause);
            return told;
        }
    }
}
