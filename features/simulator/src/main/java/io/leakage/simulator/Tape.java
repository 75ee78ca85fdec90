package io.leakage.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A day's market data in memory, message after message, each behind its length as in a file. One thread writes, then any read. */
public final class Tape implements MessageSink {
    private byte[] bytes = new byte[1 << 20];
    private int end;
    private int[] starts = new int[1 << 14];
    private int size;

    /** An empty tape. */
    public Tape() {
    }

    @Override
    public void message(byte[] source, int offset, int length) {
        if (end + length + 2 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, bytes.length / 2));
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
        }
        bytes[end++] = (byte) (length >>> 8);
        bytes[end++] = (byte) length;
        starts[size++] = end;
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    /** {@return how many messages there are} */
    public int size() {
        return size;
    }

    /** {@return the type of message number {@code index}, from 0} */
    public char type(int index) {
        return (char) bytes[starts[index]];
    }

    /** {@return when message number {@code index} was sent, nanoseconds since the venue's midnight} */
    public long nanos(int index) {
        long nanos = 0;
        int at = starts[index] + 5;
        for (int i = at; i < at + 6; i++) {
            nanos = nanos << 8 | bytes[i] & 0xFF;
        }
        return nanos;
    }

    /** Hands message number {@code index} on. */
    public void send(int index, MessageSink sink) {
        int start = starts[index];
        int length = (bytes[start - 2] & 0xFF) << 8 | bytes[start - 1] & 0xFF;
        sink.message(bytes, start, length);
    }

    /** Writes the whole tape as a length-prefixed file. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, end);
    }
}
