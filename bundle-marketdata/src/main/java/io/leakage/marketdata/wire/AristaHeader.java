package io.leakage.marketdata.wire;

/**
 * The header Arista's switches put before a frame's own EtherType: 0xD28B, subtype 1 (2 bytes), version (timescale 1, format and hardware
 * 4 bits each), then the time: 4 bytes of seconds and 4 of nanoseconds, or the lower 2 bytes of the seconds and 4. As decoded by tcpdump.
 */
final class AristaHeader {
    static final int ETHERTYPE = 0xD28B;
    private static final int TIMESTAMP = 1;
    private static final int LONG = 1;
    private static final int SHORT = 2;
    private static final int UTC = 1;
    private static final int SHORT_RANGE = 0x1_0000;

    private AristaHeader() {
    }

    /** {@return bytes between the EtherType 0xD28B and the next, 0 when this is not a header we read} */
    static int lengthOf(byte[] bytes, int at, int end) {
        if (end - at < 4 || BigEndian.u16(bytes, at) != TIMESTAMP || (bytes[at + 2] & 0xFF) > UTC) {
            return 0;
        }
        int format = format(bytes, at);
        return format == LONG ? 12 : format == SHORT ? 10 : 0;
    }

    /** Sets the stamp from the header here; one of 48 bits is read as the time nearest to the capture's. */
    static void read(byte[] bytes, int at, long aboutNanos, HardwareStamp stamp) {
        boolean whole = format(bytes, at) == LONG;
        long seconds = whole ? BigEndian.u32(bytes, at + 4) : nearest(BigEndian.u16(bytes, at + 4), aboutNanos);
        stamp.set(StampFormat.ARISTA_HEADER, seconds * 1_000_000_000L + BigEndian.u32(bytes, at + (whole ? 8 : 6)), aboutNanos);
        if ((bytes[at + 2] & 0x0F) != UTC) {
            stamp.onTai();
        }
    }

    private static int format(byte[] bytes, int at) {
        return bytes[at + 3] >>> 4 & 0x0F;
    }

    /** {@return the seconds with these lower 16 bits that lie nearest; as they are when the capture has no time} */
    private static long nearest(int lower, long aboutNanos) {
        long about = aboutNanos == CapturedPacket.NO_TIME ? lower : Math.floorDiv(aboutNanos, 1_000_000_000L);
        return about + (short) (lower - (int) about % SHORT_RANGE);
    }
}
