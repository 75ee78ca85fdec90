package io.leakage.core.history;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * How a segment looks in its file, little-endian:
 * <pre>
 * header   0 magic "LEAKJRNL" · 8 format version · 12 CRC32C of the rest · 16 first position · 24 content, 16 bytes of ASCII · 40 day,
 *          days since 1970, 0 when nobody told · 44 zeros to 64
 *  record   0 length · 4 check · 8 payload · zeros to a multiple of 8
 *  end      0 length −1
 * </pre>
 * The length is written last, with release semantics: whoever sees it sees the record. The check is the CRC32C of payload and padding,
 * mixed with the length so that a damaged length shows too. A position counts bytes of records through all segments, headers left out.
 */
final class Layout {
    static final int HEADER = 64;
    static final int RECORD = 8;
    static final int ALIGNMENT = 8;
    static final int VERSION = 1;
    static final int CONTENT_BYTES = 16;
    static final int END = -1;
    static final String SUFFIX = ".journal";
    static final String PACKED_SUFFIX = ".journal.z";

    private static final String MAGIC = "LEAKJRNL";
    private static final String PACKED_MAGIC = "LEAKJRNZ";
    private static final int CHECKED_FROM = 16;
    private static final int LENGTH_MIX = 0x9E3779B9;
    private static final VarHandle LENGTH = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Layout() {
    }

    /** The file that holds records from this position on. */
    static Path file(Path dir, long firstPosition) {
        return dir.resolve(String.format("%020d%s", firstPosition, SUFFIX));
    }

    /** The same, packed. */
    static Path packedFile(Path dir, long firstPosition) {
        return dir.resolve(String.format("%020d%s", firstPosition, PACKED_SUFFIX));
    }

    static int aligned(int length) {
        return length + 7 & ~7;
    }

    static int length(ByteBuffer segment, int offset) {
        return (int) LENGTH.getAcquire(segment, offset);
    }

    static void publish(ByteBuffer segment, int offset, int length) {
        LENGTH.setRelease(segment, offset, length);
    }

    /** The check of a record whose payload lies at this offset. Moves the buffer's position and limit. */
    static int check(CRC32C crc, ByteBuffer segment, int payload, int length) {
        crc.reset();
        segment.limit(payload + aligned(length)).position(payload);
        crc.update(segment);
        return (int) crc.getValue() ^ length * LENGTH_MIX;
    }

    static void writeHeader(ByteBuffer segment, long firstPosition, String content, int day) {
        segment.putLong(0, number(MAGIC)).putInt(8, VERSION).putLong(16, firstPosition).putInt(40, day);
        byte[] text = content.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < CONTENT_BYTES; i++) {
            segment.put(24 + i, i < text.length ? text[i] : 0);
        }
        segment.putInt(12, headerCheck(segment));
    }

    /** Writes the header of the same segment packed. */
    static void writePackedHeader(ByteBuffer out, ByteBuffer plain) {
        out.put(0, plain, 0, HEADER).putLong(0, number(PACKED_MAGIC));
    }

    /**
     * Maps a segment and checks its header.
     *
     * @throws JournalFormatException when this is not a segment of ours, of this version and content
     */
    static MappedByteBuffer map(Path file, FileChannel channel, FileChannel.MapMode mode, Content content) throws IOException {
        long size = channel.size();
        if (size < HEADER || size > Integer.MAX_VALUE) {
            throw new JournalFormatException(file, "a length of " + HEADER + " to " + Integer.MAX_VALUE + " bytes", size + " bytes");
        }
        MappedByteBuffer segment = channel.map(mode, 0, size);
        segment.order(ByteOrder.LITTLE_ENDIAN);
        checkHeader(file, segment, content);
        return segment;
    }

    /** Whether nobody will write to this segment any more. Read through the channel: a mapping may be longer than the file by now. */
    static boolean endsWithMark(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
        long at = channel.size() - RECORD;
        return at >= HEADER && channel.read(last, at) == RECORD && last.getInt(0) == END;
    }

    static long firstPosition(ByteBuffer segment) {
        return segment.getLong(16);
    }

    static int day(ByteBuffer segment) {
        return segment.getInt(40);
    }

    static String content(ByteBuffer segment) {
        byte[] text = new byte[CONTENT_BYTES];
        segment.get(24, text);
        return new String(text, StandardCharsets.US_ASCII).trim();
    }

    private static long number(String magic) {
        return ByteBuffer.wrap(magic.getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static void checkHeader(Path file, ByteBuffer segment, Content content) {
        String magic = Segments.isPacked(file) ? PACKED_MAGIC : MAGIC;
        if (segment.getLong(0) != number(magic)) {
            throw new JournalFormatException(file, "the first eight bytes " + magic,
                    Long.toHexString(Long.reverseBytes(segment.getLong(0))));
        }
        if (segment.getInt(8) != VERSION) {
            throw new JournalFormatException(file, "format version " + VERSION, "version " + segment.getInt(8));
        }
        if (segment.getInt(12) != headerCheck(segment)) {
            throw new JournalFormatException(file, "header CRC " + Integer.toHexString(headerCheck(segment)),
                    Integer.toHexString(segment.getInt(12)));
        }
        if (!content.reads(content(segment))) {
            throw new JournalFormatException(file, content.toString(), '"' + content(segment) + '"');
        }
    }

    private static int headerCheck(ByteBuffer segment) {
        CRC32C crc = new CRC32C();
        crc.update(segment.duplicate().limit(HEADER).position(CHECKED_FROM));
        return (int) crc.getValue();
    }
}
