package io.leakage.core.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A segment's records, a stretch of memory at a time: the whole file where it is plain, a block where it is packed. One thread.
 */
final class Stretch {
    private final Path file;
    private final boolean packed;
    private final boolean closed;
    private final ByteBuffer mapped;
    private final long firstPosition;
    private final Inflater inflater;
    /** Packed: where the block at hand begins. */
    private int block;
    private ByteBuffer room = ByteBuffer.allocateDirect(0);
    private ByteBuffer bytes;
    /** Position of the first byte of {@link #bytes}. */
    private long base;
    private String damage;

    private Stretch(Path file, ByteBuffer mapped, boolean packed, boolean closed) {
        this.file = file;
        this.mapped = mapped;
        this.packed = packed;
        this.closed = closed;
        firstPosition = Layout.firstPosition(mapped);
        inflater = packed ? new Inflater(true) : null;
    }

    /**
     * Opens a segment before its first record.
     *
     * @param wanted a position: blocks that end before it are left out
     * @throws IOException            when the file cannot be read or is not there
     * @throws JournalFormatException when it is no segment that can be read
     */
    static Stretch open(Path file, Content content, long wanted) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            boolean packed = Segments.isPacked(file);
            boolean closed = packed || Layout.endsWithMark(channel);
            Stretch stretch = new Stretch(file, Layout.map(file, channel, FileChannel.MapMode.READ_ONLY, content), packed, closed);
            stretch.begin(wanted);
            return stretch;
        }
    }

    private void begin(long wanted) {
        if (!packed) {
            bytes = mapped;
            base = firstPosition - Layout.HEADER;
            return;
        }
        block = Layout.HEADER;
        while (Blocks.isAt(mapped, block) && Blocks.length(mapped, block) > 0
                && Blocks.position(mapped, block) + Blocks.length(mapped, block) <= wanted) {
            block = Blocks.next(mapped, block);
        }
        unpack();
    }

    Path file() {
        return file;
    }

    boolean isPacked() {
        return packed;
    }

    /** {@return whether nobody writes to it any more} */
    boolean isClosed() {
        return closed;
    }

    long firstPosition() {
        return firstPosition;
    }

    /** {@return days since 1970, 0 when nobody told} */
    int day() {
        return Layout.day(mapped);
    }

    String content() {
        return Layout.content(mapped);
    }

    /** {@return the position behind its last record, as far as it is whole} */
    long end() {
        int at = packed ? block : Layout.HEADER;
        if (packed) {
            return Blocks.isAt(mapped, at) ? Blocks.position(mapped, at) + Blocks.length(mapped, at) : base;
        }
        while (at + Layout.RECORD <= mapped.capacity() && isRecord(at)) {
            at += Layout.RECORD + Layout.aligned(Layout.length(mapped, at));
        }
        return position(at);
    }

    private boolean isRecord(int at) {
        int length = Layout.length(mapped, at);
        return length > 0 && Layout.aligned(length) <= mapped.capacity() - at - Layout.RECORD;
    }

    /** {@return the records at hand, little-endian, from {@link #start} to its capacity; another buffer after {@link #next}} */
    ByteBuffer bytes() {
        return bytes;
    }

    /** {@return where the first record lies in {@link #bytes}} */
    int start() {
        return packed ? 0 : Layout.HEADER;
    }

    /** {@return the position of what lies at an offset of {@link #bytes}} */
    long position(int offset) {
        return base + offset;
    }

    /** {@return where that lies in the file: its block, where it is packed} */
    long fileOffset(int offset) {
        return packed ? block : offset;
    }

    /** {@return what is wrong with the block at hand, null when nothing is} */
    String damage() {
        return damage;
    }

    /** Goes to the next stretch. {@return false when there is none} */
    boolean next() {
        if (!packed || damage != null || Blocks.length(mapped, block) == 0) {
            return false;
        }
        int next = Blocks.next(mapped, block);
        if (Blocks.isAt(mapped, next) && Blocks.length(mapped, next) == 0) {
            return false;   // the end, where it stands already
        }
        block = next;
        unpack();
        return true;
    }

    /** Goes behind a damaged block to the next whole one. {@return false when there is none} */
    boolean skip() {
        for (int at = block + Layout.ALIGNMENT; packed && at + Blocks.HEADER <= mapped.capacity(); at += Layout.ALIGNMENT) {
            if (Blocks.isAt(mapped, at) && Blocks.length(mapped, at) > 0) {
                block = at;
                unpack();
                if (damage == null) {
                    return true;
                }
            }
        }
        return false;
    }

    private void unpack() {
        damage = null;
        if (!Blocks.isAt(mapped, block)) {
            base = bytes == null ? firstPosition : base + bytes.capacity();
            refuse("expected a block, found " + (mapped.capacity() - block) + " bytes without one");
            return;
        }
        base = Blocks.position(mapped, block);
        int length = Blocks.length(mapped, block);
        int from = block + Blocks.HEADER;
        if (length < 0 || Blocks.packed(mapped, block) < 0 || Blocks.packed(mapped, block) > mapped.capacity() - from) {
            refuse("expected " + Blocks.packed(mapped, block) + " packed bytes, found " + (mapped.capacity() - from));
            return;
        }
        int found = Blocks.check(mapped, from, Blocks.packed(mapped, block));
        if (found != Blocks.packedCheck(mapped, block)) {
            refuse("expected CRC " + Integer.toHexString(Blocks.packedCheck(mapped, block)) + " of a block, found "
                    + Integer.toHexString(found));
            return;
        }
        inflate(from, length);
    }

    private void inflate(int from, int length) {
        if (room.capacity() < length) {
            room = ByteBuffer.allocateDirect(length);
        }
        bytes = room.slice(0, length).order(ByteOrder.LITTLE_ENDIAN);
        inflater.reset();
        inflater.setInput(mapped.duplicate().limit(from + Blocks.packed(mapped, block)).position(from));
        try {
            while (bytes.hasRemaining() && inflater.inflate(bytes) > 0) {
                // to the block's end
            }
        } catch (DataFormatException e) {
            refuse("expected a block that unpacks, found " + e.getMessage());
            return;
        }
        if (bytes.hasRemaining()) {
            refuse("expected " + length + " bytes of a block, found " + bytes.position());
            return;
        }
        bytes.clear();
    }

    private void refuse(String what) {
        damage = what;
        bytes = room.slice(0, 0).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Lets its memory go; to call when nothing of it is read any more. */
    void close() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
