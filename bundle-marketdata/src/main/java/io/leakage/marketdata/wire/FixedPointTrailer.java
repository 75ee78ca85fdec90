package io.leakage.marketdata.wire;

/**
 * The trailer of Exablaze and of Cisco's Nexus 3550-F HPT: original checksum (4 bytes), device (1), port (1), seconds of UTC (4), fraction
 * of a second in 2^-40 (5), one byte unused, and the frame's new checksum (4) when the capture kept it. Layout as shown by Wireshark.
 */
final class FixedPointTrailer {
    private static final int LENGTH = 16;
    private static final int CHECKSUM = 4;

    private FixedPointTrailer() {
    }

    /** {@return whether a trailer with a time about that of the capture ends the frame; the stamp is set if so} */
    static boolean read(byte[] bytes, int ipEnd, int end, long aboutNanos, HardwareStamp stamp) {
        return ending(bytes, ipEnd, end, aboutNanos, stamp) || ending(bytes, ipEnd, end - CHECKSUM, aboutNanos, stamp);
    }

    private static boolean ending(byte[] bytes, int ipEnd, int end, long aboutNanos, HardwareStamp stamp) {
        int at = end - LENGTH;
        if (at < ipEnd) {
            return false;
        }
        long fraction = BigEndian.u32(bytes, at + 10) << 8 | bytes[at + 14] & 0xFF;
        long time = BigEndian.u32(bytes, at + 6) * 1_000_000_000L + nanos(fraction);
        if (!StampReader.isNear(time, aboutNanos)) {
            return false;
        }
        stamp.set(StampFormat.FIXED_POINT_TRAILER, time, aboutNanos);
        stamp.from(bytes[at + 4] & 0xFF, bytes[at + 5] & 0xFF);
        return true;
    }

    /** 40 bits times a billion would need 70: in two halves of 20 it is exact. */
    private static long nanos(long fraction) {
        long upper = fraction >>> 20;
        long lower = fraction & 0xF_FFFF;
        return upper * 1_000_000_000L + (lower * 1_000_000_000L >>> 20) >>> 20;
    }
}
