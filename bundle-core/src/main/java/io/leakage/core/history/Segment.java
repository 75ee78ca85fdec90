package io.leakage.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A segment being written. Its bytes exist on disk before they are mapped, so that a full disk shows when it is made, not when it is used.
 */
final class Segment {
    private static final int CHUNK = 1 << 20;

    private final CRC32C crc = new CRC32C();
    private final MappedByteBuffer bytes;
    private final ByteBuffer checked;
    private Path file;
    private long firstPosition;
    private int offset = Layout.HEADER;
    private volatile int forced;

    private Segment(Path file, MappedByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
        this.checked = bytes.duplicate();
    }

    /**
     * Makes a segment ready under a name no reader looks at.
     *
     * @throws UncheckedIOException when the disk is full or the folder cannot be written
     */
    static Segment prepare(Path file, int size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(CHUNK, size));
            for (int written = 0; written < size;) {
                zeros.clear().limit(Math.min(zeros.capacity(), size - written));
                written += channel.write(zeros);
            }
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            touch(bytes);
            return new Segment(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the journal segment " + file + " of " + size + " bytes", e);
        }
    }

    /** Every page gets its write fault here instead of under an append. */
    private static void touch(ByteBuffer bytes) {
        for (int at = 0; at < bytes.capacity(); at += 4096) {
            bytes.put(at, (byte) 0);
        }
    }

    /** Gives it its place: from now on readers find it. */
    void begin(Path as, long position, String content, int day) {
        Layout.writeHeader(bytes, position, content, day);
        try {
            Files.move(file, as, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot name the journal segment " + as, e);
        }
        file = as;
        firstPosition = position;
    }

    boolean hasRoom(int length) {
        return Layout.aligned(length) <= bytes.capacity() - offset - 2 * Layout.RECORD;
    }

    long append(ByteBuffer from) {
        int length = from.remaining();
        bytes.put(offset + Layout.RECORD, from, from.position(), length);
        return publish(length);
    }

    long append(byte[] from, int start, int length) {
        bytes.put(offset + Layout.RECORD, from, start, length);
        return publish(length);
    }

    private long publish(int length) {
        int payload = offset + Layout.RECORD;
        long position = end();
        bytes.putInt(offset + 4, Layout.check(crc, checked, payload, length));
        Layout.publish(bytes, offset, length);
        offset = payload + Layout.aligned(length);
        return position;
    }

    long end() {
        return firstPosition + offset - Layout.HEADER;
    }

    Path file() {
        return file;
    }

    boolean isEmpty() {
        return offset == Layout.HEADER;
    }

    /** Whether its writer asks for records to survive a power cut. */
    boolean isDurable() {
        return forced > 0;
    }

    int used() {
        return offset;
    }

    int size() {
        return bytes.capacity();
    }

    void force() {
        force(offset);
    }

    /** Two threads may force: what both force, both may. */
    void force(int to) {
        int from = forced;
        if (from == 0) {
            settle();
        }
        if (from < to) {
            bytes.force(from, to - from);
            forced = to;
        }
    }

    /** A file is not there after a power cut unless its length and its name were forced too. */
    private void settle() {
        try (FileChannel self = FileChannel.open(file, StandardOpenOption.WRITE);
                FileChannel dir = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            self.force(true);
            dir.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot force the journal segment " + file, e);
        }
    }

    /** Marks the end and gives back the rest of the file. Readers never look behind the mark. */
    void finish() {
        Layout.publish(bytes, offset, Layout.END);
        truncate(file, offset + Layout.RECORD);
    }

    /** Takes away a segment that holds nothing. */
    void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the empty journal segment " + file, e);
        }
    }

    static void truncate(Path file, long size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot cut the journal segment " + file + " to " + size + " bytes", e);
        }
    }
}
