package io.leakage.core.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/**
 * Packs a closed segment: the packed file is written beside it, forced, compared byte by byte and named; only then the plain one goes.
 * Killed
 * in between, there is always one of them that is whole. A segment with damage in it stays as it is.
 */
final class Packing {
    /** A block is full at this many bytes: small, so that a place in the middle is near. */
    static final int BLOCK_BYTES = 256 << 10;

    private final Path plain;
    private final Content content;
    private final BooleanSupplier stop;
    private final CRC32C crc = new CRC32C();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

    private Packing(Path plain, Content content, BooleanSupplier stop) {
        this.plain = plain;
        this.content = content;
        this.stop = stop;
    }

    /**
     * Packs a segment that nobody writes to.
     *
     * @param stop asked now and then: whether to leave it as it is
     * @return whether it is packed now
     * @throws IOException when a file cannot be read or written; it stays as it was
     */
    static boolean pack(Path plain, Content content, BooleanSupplier stop) throws IOException {
        Packing packing = new Packing(plain, content, stop);
        try {
            return packing.run();
        } finally {
            packing.deflater.end();
        }
    }

    private boolean run() throws IOException {
        long first = Long.parseLong(plain.getFileName().toString().substring(0, 20));
        Path packed = Layout.packedFile(plain.toAbsolutePath().getParent(), first);
        Path part = packed.resolveSibling(String.format("%020d.part%s", first, Layout.PACKED_SUFFIX));
        ByteBuffer from = map();
        boolean whole = Files.exists(packed) && isSame(packed, from);
        if (!whole) {
            whole = write(from, part) && isSame(part, from);
            if (whole) {
                Files.move(part, packed, StandardCopyOption.ATOMIC_MOVE);
                forceFolder(packed);
            } else {
                Files.deleteIfExists(part);
            }
        }
        if (whole) {
            Files.delete(plain);
        }
        return whole;
    }

    private ByteBuffer map() throws IOException {
        try (FileChannel channel = FileChannel.open(plain, StandardOpenOption.READ)) {
            return Layout.map(plain, channel, FileChannel.MapMode.READ_ONLY, content);
        }
    }

    private boolean write(ByteBuffer from, Path part) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.allocate(Layout.HEADER).order(ByteOrder.LITTLE_ENDIAN);
            Layout.writePackedHeader(header, from);
            writeAll(out, header);
            int at = Layout.HEADER;
            while (!isEnd(from, at)) {
                int end = blockEnd(from, at);
                if (end < 0 || stop.getAsBoolean()) {
                    return false;
                }
                writeBlock(out, from, at, end);
                at = end;
            }
            writeBlock(out, from, at, at);
            out.force(true);
            return true;
        }
    }

    private static boolean isEnd(ByteBuffer from, int at) {
        return at + Layout.RECORD > from.capacity() || Layout.length(from, at) == Layout.END;
    }

    /** {@return behind the last record of the block that begins there; −1 when one of them is damaged} */
    private int blockEnd(ByteBuffer from, int start) {
        ByteBuffer checked = from.duplicate();
        int at = start;
        while (at - start < BLOCK_BYTES && !isEnd(from, at)) {
            int length = Layout.length(from, at);
            int room = from.capacity() - at - Layout.RECORD;
            if (length <= 0 || length > room || Layout.aligned(length) > room
                    || from.getInt(at + 4) != Layout.check(crc, checked.clear(), at + Layout.RECORD, length)) {
                return -1;
            }
            at += Layout.RECORD + Layout.aligned(length);
        }
        return at;
    }

    private void writeBlock(FileChannel out, ByteBuffer from, int start, int end) throws IOException {
        int length = end - start;
        ByteBuffer block = ByteBuffer.allocate(Blocks.HEADER + Layout.aligned(length + length / 8 + 64)).order(ByteOrder.LITTLE_ENDIAN);
        block.position(Blocks.HEADER);
        if (length > 0) {
            deflater.reset();
            deflater.setInput(from.duplicate().limit(end).position(start));
            deflater.finish();
            while (!deflater.finished()) {
                deflater.deflate(block);
            }
        }
        int packed = block.position() - Blocks.HEADER;
        Blocks.write(block, 0, Layout.firstPosition(from) + start - Layout.HEADER, length, packed,
                Blocks.check(block, Blocks.HEADER, packed));
        writeAll(out, block.position(0).limit(Blocks.HEADER + Layout.aligned(packed)));
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private boolean isSame(Path packed, ByteBuffer from) throws IOException {
        Stretch stretch;
        try {
            stretch = Stretch.open(packed, content, 0);
        } catch (JournalFormatException torn) {
            return false;
        }
        int at = Layout.HEADER;
        do {
            int length = stretch.bytes().capacity();
            boolean same = stretch.damage() == null && !stop.getAsBoolean() && length <= from.capacity() - at
                    && stretch.bytes().equals(from.slice(at, length));
            if (!same) {
                stretch.close();
                return false;
            }
            at += length;
        } while (stretch.next());
        stretch.close();
        return stretch.damage() == null && isEnd(from, at);
    }

    private static void forceFolder(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
