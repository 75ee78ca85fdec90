package io.leakage.marketdata.wire;

/**
 * The trailer of Metamako and Arista 7130 MetaWatch, read from its end: original checksum (4 bytes), extensions, seconds of UTC (4),
 * nanoseconds (4), flags (1), device (2), port (1), and the frame's new checksum (4) when the capture kept it. Layout as published by
 * Metamako (tcpdump-workers, 2018) and shown by Wireshark.
 */
final class UtcTrailer {
    private static final int LENGTH = 12;
    private static final int CHECKSUM = 4;
    private static final int EXTENDED = 0x02;
    private static final int DUPLICATE = 0x04;
    private static final int DEGRADED = 0x10;
    private static final int LAST_EXTENSION = 0x20;
    private static final int TAG = 0x1F;
    private static final int TAG_SUB_NANOS = 1;
    private static final int NONE = -1;

    private UtcTrailer() {
    }

    /** {@return whether a trailer with a time about that of the capture ends the frame; the stamp is set if so} */
    static boolean read(byte[] bytes, int ipEnd, int end, long aboutNanos, HardwareStamp stamp) {
        return ending(bytes, ipEnd, end, aboutNanos, stamp) || ending(bytes, ipEnd, end - CHECKSUM, aboutNanos, stamp);
    }

    private static boolean ending(byte[] bytes, int ipEnd, int end, long aboutNanos, HardwareStamp stamp) {
        int at = end - LENGTH;
        if (at - CHECKSUM < ipEnd) {
            return false;
        }
        long nanos = BigEndian.u32(bytes, at + 4);
        long time = BigEndian.u32(bytes, at) * 1_000_000_000L + nanos;
        int flags = bytes[at + 8];
        int subNanos = (flags & EXTENDED) == 0 ? 0 : extensions(bytes, ipEnd + CHECKSUM, at);
        if (nanos >= 1_000_000_000L || !StampReader.isNear(time, aboutNanos) || subNanos == NONE) {
            return false;
        }
        stamp.set(StampFormat.UTC_TRAILER, time, aboutNanos);
        stamp.quality((flags & DEGRADED) != 0, (flags & DUPLICATE) != 0);
        stamp.from(BigEndian.u16(bytes, at + 9), bytes[at + 11] & 0xFF);
        stamp.fraction(subNanos);
        return true;
    }

    /** Walks back over them: each ends with a tag that says how many words stand before. {@return the part of a nanosecond, or NONE} */
    private static int extensions(byte[] bytes, int least, int behind) {
        int subNanos = 0;
        int at = behind;
        while (at - 4 >= least) {
            at -= 4;
            int word = BigEndian.i32(bytes, at);
            boolean wide = (word & TAG) == TAG;
            if (!wide && (word & TAG) == TAG_SUB_NANOS) {
                subNanos = word >>> 8;
            }
            at -= 4 * (wide ? (word >>> 6 & 0x3FF) + 1 : word >>> 6 & 3);
            if ((word & LAST_EXTENSION) != 0) {
                return at >= least ? subNanos : NONE;
            }
        }
        return NONE;
    }
}
