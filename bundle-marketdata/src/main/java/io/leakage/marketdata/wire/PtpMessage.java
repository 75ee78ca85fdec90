package io.leakage.marketdata.wire;

/**
 * A PTP message, version 2 or 2.1 (IEEE 1588-2008, 1588-2019), laid over its bytes: of Ethernet type 0x88F7, or the payload of UDP ports
 * 319 (event) and 320 (general). Reused; holds no copy. Fields of one type may be asked only of a message of that type.
 */
public final class PtpMessage {
    /** What Ethernet calls it. */
    public static final int ETHERTYPE = 0x88F7;
    /** UDP port of messages whose own times matter. */
    public static final int EVENT_PORT = 319;
    /** UDP port of the others. */
    public static final int GENERAL_PORT = 320;

    private static final int HEADER = 34;
    private static final int VERSION = 2;
    private static final int[] LENGTHS = lengths();

    private byte[] bytes;
    private int offset;

    /**
     * Lays it over a message.
     *
     * @param message holds it
     * @param first   its first byte
     * @param there   bytes that are there; padding may follow the message
     * @return null when it is whole, else what is wrong with it, for a person
     */
    public String wrap(byte[] message, int first, int there) {
        bytes = message;
        offset = first;
        if (there < HEADER) {
            return there + " bytes, expected at least " + HEADER;
        }
        if (version() != VERSION) {
            return "PTP version " + version() + ", expected " + VERSION;
        }
        int least = LENGTHS[type().ordinal()];
        if (length() < least || length() > there) {
            return "length " + length() + " of a " + type() + ", expected " + least + " to " + there;
        }
        return null;
    }

    private static int[] lengths() {
        int[] lengths = new int[PtpType.values().length];
        for (PtpType type : PtpType.values()) {
            lengths[type.ordinal()] = switch (type) {
                case SYNC, DELAY_REQUEST, FOLLOW_UP, SIGNALING -> 44;
                case PEER_DELAY_REQUEST, PEER_DELAY_RESPONSE, DELAY_RESPONSE, PEER_DELAY_FOLLOW_UP -> 54;
                case ANNOUNCE -> 64;
                case MANAGEMENT -> 48;
                case RESERVED -> HEADER;
            };
        }
        return lengths;
    }

    /** {@return what it is} */
    public PtpType type() {
        return PtpType.of(bytes[offset]);
    }

    /** {@return the upper half of the first byte: the profile's family, 0 for most} */
    public int majorSdoId() {
        return bytes[offset] >>> 4 & 0x0F;
    }

    /** {@return 2} */
    public int version() {
        return bytes[offset + 1] & 0x0F;
    }

    /** {@return 0, or 1 for version 2.1} */
    public int minorVersion() {
        return bytes[offset + 1] >>> 4 & 0x0F;
    }

    /** {@return its bytes} */
    public int length() {
        return BigEndian.u16(bytes, offset + 2);
    }

    /** {@return the domain, 0 to 255} */
    public int domain() {
        return bytes[offset + 4] & 0xFF;
    }

    /** {@return the lower half of the profile's identity} */
    public int minorSdoId() {
        return bytes[offset + 5] & 0xFF;
    }

    /** {@return 16 bits: 0x0200 two steps, 0x0400 unicast, 0x0008 PTP timescale, 0x0004 UTC offset valid, 0x0010 time traceable, …} */
    public int flags() {
        return BigEndian.u16(bytes, offset + 6);
    }

    /** {@return what the way has added, in 2^-16 ns; signed} */
    public long correction() {
        return BigEndian.i64(bytes, offset + 8);
    }

    /** {@return the correction in whole nanoseconds, rounded down} */
    public long correctionNanos() {
        return correction() >> 16;
    }

    /** {@return four bytes that depend on the type} */
    public long typeSpecific() {
        return BigEndian.u32(bytes, offset + 16);
    }

    /** {@return the sender's clock identity} */
    public long clockIdentity() {
        return BigEndian.i64(bytes, offset + 20);
    }

    /** {@return the sender's port} */
    public int port() {
        return BigEndian.u16(bytes, offset + 28);
    }

    /** {@return the number that binds requests, answers and follow-ups} */
    public int sequence() {
        return BigEndian.u16(bytes, offset + 30);
    }

    /** {@return what version 1 called the type} */
    public int control() {
        return bytes[offset + 32] & 0xFF;
    }

    /** {@return log2 of the seconds between messages of this type; 127 when it has none} */
    public int logInterval() {
        return bytes[offset + 33];
    }

    /** {@return seconds of the message's time, 48 bits; not of signaling and management} */
    public long seconds() {
        return (long) BigEndian.u16(bytes, offset + 34) << 32 | BigEndian.u32(bytes, offset + 36);
    }

    /** {@return nanoseconds of the message's time as written, to be less than a billion; not of signaling and management} */
    public long nanos() {
        return BigEndian.u32(bytes, offset + 40);
    }

    /** {@return delay response and peer delay: the clock that asked} */
    public long requestingClock() {
        return BigEndian.i64(bytes, offset + 44);
    }

    /** {@return delay response and peer delay: the port that asked} */
    public int requestingPort() {
        return BigEndian.u16(bytes, offset + 52);
    }

    /** {@return announce: TAI − UTC in seconds, valid when flag 0x0004 says so} */
    public int utcOffset() {
        return (short) BigEndian.u16(bytes, offset + 44);
    }

    /** {@return announce: a byte without a meaning} */
    public int reserved() {
        return bytes[offset + 46] & 0xFF;
    }

    /** {@return announce: the grandmaster's first priority, lower wins} */
    public int priority1() {
        return bytes[offset + 47] & 0xFF;
    }

    /** {@return announce: the grandmaster's class, 6 when it is locked to a primary source} */
    public int clockClass() {
        return bytes[offset + 48] & 0xFF;
    }

    /** {@return announce: the grandmaster's accuracy as a code, 0x21 is 100 ns, 0xFE unknown} */
    public int clockAccuracy() {
        return bytes[offset + 49] & 0xFF;
    }

    /** {@return announce: the grandmaster's offset scaled log variance} */
    public int clockVariance() {
        return BigEndian.u16(bytes, offset + 50);
    }

    /** {@return announce: the grandmaster's second priority} */
    public int priority2() {
        return bytes[offset + 52] & 0xFF;
    }

    /** {@return announce: the grandmaster's identity} */
    public long grandmaster() {
        return BigEndian.i64(bytes, offset + 53);
    }

    /** {@return announce: clocks between the grandmaster and the sender} */
    public int stepsRemoved() {
        return BigEndian.u16(bytes, offset + 61);
    }

    /** {@return announce: where the grandmaster has its time from, 0x20 GNSS, 0xA0 its own oscillator} */
    public int timeSource() {
        return bytes[offset + 63] & 0xFF;
    }

    /** {@return management and signaling: the clock it is for, all ones for every clock} */
    public long targetClock() {
        return BigEndian.i64(bytes, offset + 34);
    }

    /** {@return management and signaling: the port it is for} */
    public int targetPort() {
        return BigEndian.u16(bytes, offset + 42);
    }

    /** {@return management: boundary clocks it was allowed to pass at first} */
    public int startingBoundaryHops() {
        return bytes[offset + 44] & 0xFF;
    }

    /** {@return management: boundary clocks it may still pass} */
    public int boundaryHops() {
        return bytes[offset + 45] & 0xFF;
    }

    /** {@return management: 0 get, 1 set, 2 response, 3 command, 4 acknowledge} */
    public int action() {
        return bytes[offset + 46] & 0x0F;
    }

    /** {@return management: what it asks about, 0x2001 is the clock's default data set; −1 when it does not say} */
    public int managementId() {
        return length() >= 54 && BigEndian.u16(bytes, offset + 48) == 1 ? BigEndian.u16(bytes, offset + 52) : -1;
    }

    /** {@return management: the first byte of the data behind the id, an index into the bytes it lies over} */
    public int managementData() {
        return offset + 54;
    }
}
