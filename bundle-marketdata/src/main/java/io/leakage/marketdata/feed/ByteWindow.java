package io.leakage.marketdata.feed;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * A window that moves over a file's bytes: who reads asks whether so many lie ahead, reads them out of {@link #bytes}, and moves on. The
 * buffer never grows. A packed file that is damaged ends there, and {@link #broken} says why; only a disk that fails throws. One thread.
 */
final class ByteWindow implements Closeable {
    private final InputStream in;
    private final byte[] buffer;
    private int position;
    private int limit;
    private long bufferOffset;
    private boolean atEnd;
    private String damage;

    ByteWindow(InputStream in, int capacity) {
        this(in, new byte[capacity]);
    }

    /** A window over a buffer that may have served before. */
    ByteWindow(InputStream in, byte[] buffer) {
        this.in = in;
        this.buffer = buffer;
    }

    /** {@return whether so many bytes lie ahead, at most the capacity; reads them when they are not here yet} */
    boolean has(int count) throws IOException {
        while (limit - position < count && !atEnd) {
            fill();
        }
        return limit - position >= count;
    }

    /** {@return what holds the bytes ahead, from {@link #position} on; moves with every {@link #has}} */
    byte[] bytes() {
        return buffer;
    }

    /** {@return where in {@link #bytes} the next byte stands} */
    int position() {
        return position;
    }

    /** {@return bytes here, from {@link #position} on} */
    int left() {
        return limit - position;
    }

    /** Moves on over bytes that are here. */
    void skip(int count) {
        position += count;
    }

    /** {@return the next byte's place in the unpacked file} */
    long offset() {
        return bufferOffset + position;
    }

    /**
     * {@return the bytes before the next line end or, at the file's end, those left; −1 when nothing is left, the line is too long, or the
     * file is torn inside it}
     */
    int line() throws IOException {
        int length = 0;
        while (has(length + 1)) {
            if (buffer[position + length] == '\n') {
                return length;
            }
            if (++length == buffer.length) {
                return -1;
            }
        }
        return length == 0 || damage != null ? -1 : length;
    }

    /** {@return why the file ended before its end; null when it did not} */
    String broken() {
        return damage == null ? null : "the packed file is damaged here (" + damage + ")";
    }

    /** {@return what the unpacking says of it; null when the file is not broken} */
    String damage() {
        return damage;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        bufferOffset += position;
        limit -= position;
        position = 0;
        try {
            int read = in.read(buffer, limit, buffer.length - limit);
            atEnd = read < 0;
            limit += Math.max(read, 0);
        } catch (EOFException | ZipException e) {
            atEnd = true;
            damage = e.getMessage() == null ? "it ends too soon" : e.getMessage();
        }
    }
}
