package io.leakage.core.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How a packed segment looks in its file, little-endian: the header of {@link Layout} but for its magic, then blocks, each at a multiple
 * of 8:
 * <pre>
 * block    0 magic "BLCK" · 4 CRC32C of what follows up to 32 · 8 position of its first record · 16 length unpacked · 20 length packed ·
 *         24 CRC32C of the packed bytes · 28 zeros to 32 · the packed bytes, a raw DEFLATE stream of whole records (RFC 1951)
 * end     a block of length 0 at the position behind the last record
 * </pre>
 * A place in the middle is found by going from header to header; only its own block is unpacked.
 */
final class Blocks {
    static final int HEADER = 32;

    private static final int MAGIC = ByteBuffer.wrap("BLCK".getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    private static final int CHECKED_FROM = 8;

    private Blocks() {
    }

    /** Writes a block's header at an offset. */
    static void write(ByteBuffer out, int at, long position, int length, int packed, int check) {
        out.putInt(at, MAGIC).putLong(at + 8, position).putInt(at + 16, length).putInt(at + 20, packed).putInt(at + 24, check)
                .putInt(at + 28, 0).putInt(at + 4, check(out, at + CHECKED_FROM, HEADER - CHECKED_FROM));
    }

    /** {@return whether a block's header stands there, whole} */
    static boolean isAt(ByteBuffer in, int at) {
        return at + HEADER <= in.capacity() && in.getInt(at) == MAGIC
                && in.getInt(at + 4) == check(in, at + CHECKED_FROM, HEADER - CHECKED_FROM);
    }

    static long position(ByteBuffer in, int at) {
        return in.getLong(at + 8);
    }

    static int length(ByteBuffer in, int at) {
        return in.getInt(at + 16);
    }

    static int packed(ByteBuffer in, int at) {
        return in.getInt(at + 20);
    }

    static int packedCheck(ByteBuffer in, int at) {
        return in.getInt(at + 24);
    }

    /** {@return where the next block begins} */
    static int next(ByteBuffer in, int at) {
        return at + HEADER + Layout.aligned(packed(in, at));
    }

    static int check(ByteBuffer in, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(in.duplicate().limit(from + length).position(from));
        return (int) crc.getValue();
    }
}
