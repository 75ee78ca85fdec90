package io.leakage.marketdata.wire;

/**
 * The capture file of Wireshark and newer tcpdumps: blocks of type, length, body and length again, padded to 4 bytes
 * (draft-ietf-opsawg-pcapng). Read are section header, interface description, and enhanced, simple and obsolete packet blocks; other
 * blocks are passed over. Each section has a byte order and interfaces of its own.
 */
public final class PcapngFormat implements CaptureFormat {
    private static final int SECTION = 0x0A0D0D0A;
    private static final int ORDER = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int OLD_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int BLOCK_HEADER = 12;
    private static final int BODY = 8;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_OFFSET = 14;
    private static final int LAST_KNOWN_TYPE = 0x0C;
    /** Room for options and anything else beside a packet; longer blocks (secrets, statistics) are passed over unread. */
    private static final int LONGEST_READ = MAX_PACKET + (1 << 16);

    private final PcapngInterfaces interfaces = new PcapngInterfaces();
    private boolean swapped;
    private String problem;

    PcapngFormat() {
    }

    static boolean begins(byte[] bytes, int offset) {
        return BigEndian.i32(bytes, offset) == SECTION;
    }

    @Override
    public int recordHeader() {
        return BLOCK_HEADER;
    }

    @Override
    public long lengthOf(byte[] bytes, int offset) {
        problem = null;
        int type = BigEndian.i32(bytes, offset);
        if (type == SECTION) {
            int order = BigEndian.i32(bytes, offset + BODY);
            if (order != ORDER && Integer.reverseBytes(order) != ORDER) {
                problem = String.format("byte order 0x%08X of a section, expected 0x%08X or the reverse", order, ORDER);
                return 0;
            }
            swapped = order != ORDER;
        }
        long length = u32(bytes, offset + 4);
        if (length < BLOCK_HEADER || length % 4 != 0) {
            problem = "a block of " + length + " bytes, expected at least " + BLOCK_HEADER + " and a multiple of 4";
            return 0;
        }
        if (length > LONGEST_READ && holdsPacket(type(bytes, offset))) {
            problem = "a packet block of " + length + " bytes, expected at most " + LONGEST_READ;
            return 0;
        }
        return length;
    }

    private static boolean holdsPacket(int type) {
        return type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OLD_PACKET;
    }

    @Override
    public boolean read(byte[] bytes, int offset, int length, CapturedPacket packet) {
        problem = null;
        int end = offset + length - 4;
        if (u32(bytes, end) != length) {
            problem = "a block of " + length + " bytes that ends with length " + u32(bytes, end) + ", expected the same";
            return false;
        }
        switch (type(bytes, offset)) {
            case ENHANCED_PACKET:
                return timed(bytes, offset, end, packet, (int) Math.min(u32At(bytes, offset + 8, end), Integer.MAX_VALUE));
            case OLD_PACKET:
                return timed(bytes, offset, end, packet, (int) (u32At(bytes, offset + 8, end) >>> (swapped ? 0 : 16) & 0xFFFF));
            case SIMPLE_PACKET:
                return simple(bytes, offset, end, packet);
            case INTERFACE:
                describe(bytes, offset, end);
                return false;
            case SECTION:
                interfaces.clear();
                return false;
            default:
                return false;
        }
    }

    /** Interface, time in two halves, captured length, length on the wire; the obsolete block keeps drops beside the interface. */
    private boolean timed(byte[] bytes, int offset, int end, CapturedPacket packet, int number) {
        int data = offset + BODY + 20;
        if (data > end) {
            problem = "a packet block of " + (end + 4 - offset) + " bytes, expected at least 32";
            return false;
        }
        long captured = u32(bytes, offset + 20);
        if (number >= interfaces.count() || captured > MAX_PACKET || captured > end - data) {
            problem = number >= interfaces.count() ? unknown(number)
                    : "a packet of " + captured + " bytes in a block that has room for " + Math.min(end - data, MAX_PACKET);
            return false;
        }
        long nanos = interfaces.nanos(number, u32(bytes, offset + 12) << 32 | u32(bytes, offset + 16));
        if (nanos == CapturedPacket.NO_TIME) {
            problem = "a time that interface " + number + "'s units put outside of history; the packet is read without a time";
        }
        packet.set(bytes, data, (int) captured, Math.max(captured, u32(bytes, offset + 24)), interfaces.link(number), nanos);
        return true;
    }

    private boolean simple(byte[] bytes, int offset, int end, CapturedPacket packet) {
        int data = offset + BODY + 4;
        if (data > end || interfaces.count() == 0) {
            problem = data > end ? "a simple packet block of 12 bytes, expected at least 16" : unknown(0);
            return false;
        }
        long wire = u32(bytes, offset + 8);
        long captured = interfaces.captured(0, wire);
        if (captured > end - data || captured > MAX_PACKET) {
            problem = "a packet of " + captured + " bytes in a block that has room for " + Math.min(end - data, MAX_PACKET);
            return false;
        }
        packet.set(bytes, data, (int) captured, wire, interfaces.link(0), CapturedPacket.NO_TIME);
        return true;
    }

    private String unknown(int number) {
        return "a packet of interface " + number + ", expected one of the " + interfaces.count() + " the section describes";
    }

    private void describe(byte[] bytes, int offset, int end) {
        if (offset + BODY + 8 > end || interfaces.count() == PcapngInterfaces.MOST) {
            problem = offset + BODY + 8 > end ? "an interface description of " + (end + 4 - offset) + " bytes, expected at least 20"
                    : "more than " + PcapngInterfaces.MOST + " interfaces in a section";
            return;
        }
        interfaces.add(u16(bytes, offset + 8), u32(bytes, offset + 12));
        int option = offset + BODY + 8;
        while (option + 4 <= end && u16(bytes, option) != 0) {
            int length = u16(bytes, option + 2);
            if (option + 4 + length > end) {
                problem = "an option of " + length + " bytes, expected at most " + (end - option - 4);
                return;
            }
            option(bytes, option + 4, u16(bytes, option), length);
            option += 4 + (length + 3 & ~3);
        }
    }

    private void option(byte[] bytes, int value, int code, int length) {
        if (code == OPTION_RESOLUTION && length == 1) {
            interfaces.resolution(bytes[value] & 0xFF);
        } else if (code == OPTION_OFFSET && length == 8) {
            long seconds = BigEndian.i64(bytes, value);
            interfaces.offsetSeconds(swapped ? Long.reverseBytes(seconds) : seconds);
        }
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public boolean plausible(byte[] bytes, int offset) {
        int type = BigEndian.i32(bytes, offset);
        long length = u32(bytes, offset + 4);
        boolean order = BigEndian.i32(bytes, offset + BODY) == (swapped ? Integer.reverseBytes(ORDER) : ORDER);
        int known = type(bytes, offset);
        return (type == SECTION ? order : known > 0 && known <= LAST_KNOWN_TYPE)
                && length > BLOCK_HEADER && length <= LONGEST_READ && length % 4 == 0;
    }

    private int type(byte[] bytes, int offset) {
        int type = BigEndian.i32(bytes, offset);
        return swapped ? Integer.reverseBytes(type) : type;
    }

    private int u16(byte[] bytes, int offset) {
        int value = BigEndian.u16(bytes, offset);
        return swapped ? Short.reverseBytes((short) value) & 0xFFFF : value;
    }

    private long u32(byte[] bytes, int offset) {
        int value = BigEndian.i32(bytes, offset);
        return (swapped ? Integer.reverseBytes(value) : value) & 0xFFFF_FFFFL;
    }

    /** Zero where the block ends before: the caller says so when it looks for the rest. */
    private long u32At(byte[] bytes, int offset, int end) {
        return offset + 4 <= end ? u32(bytes, offset) : 0;
    }
}
