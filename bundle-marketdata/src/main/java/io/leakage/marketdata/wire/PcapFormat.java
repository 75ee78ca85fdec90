package io.leakage.marketdata.wire;

/**
 * The classic capture file of tcpdump, of either byte order, in microseconds or nanoseconds: a header of 24 bytes, then before each packet
 * seconds, fraction, captured length and length on the wire, 4 bytes each (draft-ietf-opsawg-pcap).
 */
public final class PcapFormat implements CaptureFormat {
    private static final int MICROS = 0xA1B2C3D4;
    private static final int NANOS = 0xA1B23C4D;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int LINK_MASK = 0xFFFF;
    private static final long DAY_SECONDS = 86_400;

    private boolean headed;
    private boolean swapped;
    private long nanosPerUnit;
    private int link;
    private long lastSeconds = -1;
    private String problem;

    PcapFormat() {
    }

    static boolean begins(byte[] bytes, int offset) {
        int magic = BigEndian.i32(bytes, offset);
        return isMagic(magic) || isMagic(Integer.reverseBytes(magic));
    }

    private static boolean isMagic(int magic) {
        return magic == MICROS || magic == NANOS;
    }

    @Override
    public int recordHeader() {
        return headed ? RECORD_HEADER : FILE_HEADER;
    }

    @Override
    public long lengthOf(byte[] bytes, int offset) {
        problem = null;
        if (!headed) {
            return FILE_HEADER;
        }
        long captured = u32(bytes, offset + 8);
        if (captured > MAX_PACKET) {
            problem = "a packet of " + captured + " bytes, expected at most " + MAX_PACKET;
            return 0;
        }
        return RECORD_HEADER + captured;
    }

    @Override
    public boolean read(byte[] bytes, int offset, int length, CapturedPacket packet) {
        problem = null;
        if (!headed) {
            readHeader(bytes, offset);
            return false;
        }
        long captured = length - RECORD_HEADER;
        long wire = u32(bytes, offset + 12);
        if (wire < captured) {
            problem = "a packet of " + captured + " bytes captured, expected at most the " + wire + " it had on the wire";
            return false;
        }
        packet.set(bytes, offset + RECORD_HEADER, (int) captured, wire, link, nanos(bytes, offset));
        return true;
    }

    private void readHeader(byte[] bytes, int offset) {
        int magic = BigEndian.i32(bytes, offset);
        swapped = !isMagic(magic);
        nanosPerUnit = (swapped ? Integer.reverseBytes(magic) : magic) == NANOS ? 1 : 1_000;
        link = (int) u32(bytes, offset + 20) & LINK_MASK;   // above it stands the length of a checksum, which nobody sets
        headed = true;
    }

    private long nanos(byte[] bytes, int offset) {
        long seconds = u32(bytes, offset);
        long fraction = u32(bytes, offset + 4);
        if (!isFraction(fraction)) {
            problem = "time " + seconds + " s and " + fraction + (nanosPerUnit == 1 ? " ns" : " µs") + ", expected less than a second of "
                    + (nanosPerUnit == 1 ? "ns" : "µs") + "; the packet is read without a time";
            return CapturedPacket.NO_TIME;
        }
        lastSeconds = seconds;
        return seconds * 1_000_000_000L + fraction * nanosPerUnit;
    }

    private boolean isFraction(long fraction) {
        return fraction * nanosPerUnit < 1_000_000_000L;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public boolean plausible(byte[] bytes, int offset) {
        long captured = u32(bytes, offset + 8);
        boolean near = lastSeconds < 0 || Math.abs(u32(bytes, offset) - lastSeconds) < DAY_SECONDS;
        return near && isFraction(u32(bytes, offset + 4)) && captured > 0 && captured <= MAX_PACKET
                && captured <= u32(bytes, offset + 12) && u32(bytes, offset + 12) <= MAX_PACKET;
    }

    private long u32(byte[] bytes, int offset) {
        int value = BigEndian.i32(bytes, offset);
        return (swapped ? Integer.reverseBytes(value) : value) & 0xFFFF_FFFFL;
    }
}
