package io.leakage.marketdata.wire;

/** How devices in front of a capture write their time on a frame. */
public enum StampFormat {
    /** Not at all. */
    NONE,
    /** Seconds and nanoseconds of UTC with flags, device and port, behind the frame: Metamako, Arista 7130 MetaWatch. */
    UTC_TRAILER,
    /** Seconds and a 40-bit fraction of one with device and port, behind the frame: Exablaze, Cisco Nexus 3550-F HPT. */
    FIXED_POINT_TRAILER,
    /** A counter of 31 bits behind the frame, whose zero key frames tell: Arista 7150. */
    COUNTER_TRAILER,
    /** A header of EtherType 0xD28B before the frame's own type, UTC or TAI: Arista 7280 and others. */
    ARISTA_HEADER
}
