package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a block has for one part, as bytes: the number of its first event, then for each event a tag and, by tag, a frame behind its length,
 * or what is left of it. Of passes only what differs from the feed's last one in this block. {@link PartReader} reads it. One thread.
 */
final class PartWriter {
    /** An event that no part needs. */
    static final int NOTHING = 0;
    /** A frame of an instrument of this part, or one that concerns all. */
    static final int OWN = 1;
    /** A frame of an instrument that some of this part are compared with. */
    static final int ALSO = 2;
    /** Of another instrument's market event: when it was. */
    static final int PASS = 3;
    /** Of another instrument's order message: that it was. */
    static final int ORDER = 4;
    /** Frames were lost here. */
    static final int LOST = 5;

    private static final int MOST = 300;

    private byte[] bytes = new byte[1 << 12];
    private int end;
    private long[] sequences = new long[4];
    private long[] nanos = new long[4];

    /** @param carried whether nobody is to be told of it */
    void begin(long number, boolean carried) {
        end = 0;
        Arrays.fill(sequences, 0);
        Arrays.fill(nanos, 0);
        fixed(carried ? Long.MIN_VALUE + number : number);
    }

    void frame(int tag, ByteBuffer block, int at, int length) {
        tag(tag);
        if (tag == NOTHING) {
            return;
        }
        bytes[end++] = (byte) length;
        bytes[end++] = (byte) (length >>> 8);
        block.get(at, bytes, end, length);
        end += length;
    }

    void pass(int feed, long sequence, long venueNanos) {
        tag(PASS);
        if (feed < 0 || venueNanos == Absent.LONG) {
            bytes[end - 1] = NOTHING;
            return;
        }
        if (feed >= nanos.length) {
            sequences = Arrays.copyOf(sequences, 2 * feed + 2);
            nanos = Arrays.copyOf(nanos, sequences.length);
        }
        varint(feed);
        signed(venueNanos - nanos[feed]);
        signed(sequence - sequences[feed]);
        nanos[feed] = venueNanos;
        sequences[feed] = sequence;
    }

    void order(int source, long raw, long venueNanos) {
        tag(ORDER);
        varint(source);
        fixed(raw);
        fixed(venueNanos);
    }

    void lost() {
        tag(LOST);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, end);
    }

    private void tag(int tag) {
        if (end + MOST > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        bytes[end++] = (byte) tag;
    }

    private void fixed(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[end++] = (byte) (value >>> shift);
        }
    }

    private void signed(long value) {
        varint(value << 1 ^ value >> 63);
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[end++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[end++] = (byte) left;
    }
}
