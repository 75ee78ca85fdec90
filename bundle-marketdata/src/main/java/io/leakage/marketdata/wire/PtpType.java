package io.leakage.marketdata.wire;

import java.util.Arrays;

/** The messages of PTP, IEEE 1588-2008 and later, with the number each has on the wire. */
public enum PtpType {
    /** The master's time, or the promise of it in a follow-up. */
    SYNC(0x0),
    /** A slave asks when this arrived. */
    DELAY_REQUEST(0x1),
    /** A neighbour asks. */
    PEER_DELAY_REQUEST(0x2),
    /** The neighbour's answer. */
    PEER_DELAY_RESPONSE(0x3),
    /** When the sync before it really left. */
    FOLLOW_UP(0x8),
    /** When a delay request arrived. */
    DELAY_RESPONSE(0x9),
    /** When the neighbour's answer really left. */
    PEER_DELAY_FOLLOW_UP(0xA),
    /** Who is master and how good. */
    ANNOUNCE(0xB),
    /** Requests between ports. */
    SIGNALING(0xC),
    /** Questions to a clock and settings of it, and answers. */
    MANAGEMENT(0xD),
    /** A number without a meaning. */
    RESERVED(-1);

    private static final PtpType[] BY_NUMBER = byNumber();

    private final int number;

    PtpType(int number) {
        this.number = number;
    }

    /** {@return the type of this number, {@link #RESERVED} when it has none} */
    static PtpType of(int number) {
        return BY_NUMBER[number & 0x0F];
    }

    private static PtpType[] byNumber() {
        PtpType[] types = new PtpType[16];
        Arrays.fill(types, RESERVED);
        for (PtpType type : values()) {
            if (type.number >= 0) {
                types[type.number] = type;
            }
        }
        return types;
    }
}
