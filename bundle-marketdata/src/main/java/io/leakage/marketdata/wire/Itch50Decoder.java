package io.leakage.marketdata.wire;

import static io.leakage.marketdata.wire.BigEndian.i32;
import static io.leakage.marketdata.wire.BigEndian.i64;
import static io.leakage.marketdata.wire.BigEndian.letter;
import static io.leakage.marketdata.wire.BigEndian.u16;
import static io.leakage.marketdata.wire.BigEndian.u32;

/**
 * Nasdaq TotalView-ITCH 5.0: one message's bytes become one call on the listener. Field places are those of the venue's specification
 * ("Nasdaq TotalView-ITCH 5.0", all 23 message types). No state but the listener, no allocation, no exception for any content.
 */
public final class Itch50Decoder {
    /** The longest message, in bytes. */
    public static final int MAX_LENGTH = 50;
    /** The types there are, for messages to people. */
    public static final String TYPES = "SRHYLVWKJhAFECXDUPQBINO";

    private static final byte[] LENGTHS = lengths();
    private static final long TIME_MASK = 0xFFFF_FFFF_FFFFL;

    private final Itch50Listener listener;

    /**
     * A decoder that tells this listener.
     *
     * @param listener called on the thread that decodes
     */
    public Itch50Decoder(Itch50Listener listener) {
        this.listener = listener;
    }

    /** {@return the bytes of a message of this type, the type byte included; 0 for a type that does not exist} */
    public static int lengthOf(byte type) {
        return LENGTHS[type & 0xFF];
    }

    /** {@return nanoseconds since midnight of the message that begins here, of any type and at least 11 bytes} */
    public static long nanosOf(byte[] buffer, int offset) {
        return i64(buffer, offset + 3) & TIME_MASK;
    }

    /**
     * Tells the listener of one message.
     *
     * @param b      holds the message
     * @param o      its first byte, the type
     * @param length its bytes as the transport says
     * @return false, and nothing told, when the type does not exist or its length is not {@code length}
     */
    public boolean decode(byte[] b, int o, int length) {
        if (length <= 0 || LENGTHS[b[o] & 0xFF] != length) {
            return false;
        }
        int locate = u16(b, o + 1);
        long stamp = i64(b, o + 3);
        int tracking = (int) (stamp >>> 48);
        long nanos = stamp & TIME_MASK;
        byte type = b[o];
        if (type == 'A') {
            added(b, o, locate, tracking, nanos);
        } else if (type == 'D') {
            listener.deleted(locate, tracking, nanos, i64(b, o + 11));
        } else {
            other(b, o, locate, tracking, nanos);
        }
        return true;
    }

    /** Nine messages of ten are A or D; small methods stay below the size up to which the compiler inlines them. */
    private void added(byte[] b, int o, int locate, int tracking, long nanos) {
        listener.added(locate, tracking, nanos, i64(b, o + 11), letter(b, o + 19), u32(b, o + 20), i64(b, o + 24), u32(b, o + 32));
    }

    private void other(byte[] b, int o, int locate, int tracking, long nanos) {
        switch (b[o]) {
            case 'U' -> listener.replaced(locate, tracking, nanos, i64(b, o + 11), i64(b, o + 19), u32(b, o + 27), u32(b, o + 31));
            case 'E' -> listener.executed(locate, tracking, nanos, i64(b, o + 11), u32(b, o + 19), i64(b, o + 23));
            case 'X' -> listener.cancelled(locate, tracking, nanos, i64(b, o + 11), u32(b, o + 19));
            case 'F' -> listener.addedBy(locate, tracking, nanos, i64(b, o + 11), letter(b, o + 19), u32(b, o + 20), i64(b, o + 24),
                    u32(b, o + 32), i32(b, o + 36));
            case 'C' -> listener.executedAt(locate, tracking, nanos, i64(b, o + 11), u32(b, o + 19), i64(b, o + 23), letter(b, o + 31),
                    u32(b, o + 32));
            default -> rare(b, o, locate, tracking, nanos);
        }
    }

    private void rare(byte[] b, int o, int locate, int tracking, long nanos) {
        switch (b[o]) {
            case 'P' -> listener.traded(locate, tracking, nanos, i64(b, o + 11), letter(b, o + 19), u32(b, o + 20), i64(b, o + 24),
                    u32(b, o + 32), i64(b, o + 36));
            case 'S' -> listener.systemEvent(locate, tracking, nanos, letter(b, o + 11));
            case 'R' -> listener.stockDirectory(locate, tracking, nanos, i64(b, o + 11), letter(b, o + 19), letter(b, o + 20),
                    u32(b, o + 21), letter(b, o + 25), letter(b, o + 26), u16(b, o + 27), letter(b, o + 29), letter(b, o + 30),
                    letter(b, o + 31), letter(b, o + 32), letter(b, o + 33), u32(b, o + 34), letter(b, o + 38));
            case 'H' -> listener.tradingAction(locate, tracking, nanos, i64(b, o + 11), letter(b, o + 19), i32(b, o + 21));
            case 'Y' -> listener.regSho(locate, tracking, nanos, i64(b, o + 11), letter(b, o + 19));
            case 'L' -> listener.participantPosition(locate, tracking, nanos, i32(b, o + 11), i64(b, o + 15), letter(b, o + 23),
                    letter(b, o + 24), letter(b, o + 25));
            case 'V' -> listener.breakerLevels(locate, tracking, nanos, i64(b, o + 11), i64(b, o + 19), i64(b, o + 27));
            case 'W' -> listener.breakerBreached(locate, tracking, nanos, letter(b, o + 11));
            case 'K' -> listener.ipoQuoting(locate, tracking, nanos, i64(b, o + 11), u32(b, o + 19), letter(b, o + 23), u32(b, o + 24));
            case 'J' -> listener.auctionCollar(locate, tracking, nanos, i64(b, o + 11), u32(b, o + 19), u32(b, o + 23), u32(b, o + 27),
                    u32(b, o + 31));
            case 'h' -> listener.operationalHalt(locate, tracking, nanos, i64(b, o + 11), letter(b, o + 19), letter(b, o + 20));
            case 'Q' -> listener.crossed(locate, tracking, nanos, i64(b, o + 11), i64(b, o + 19), u32(b, o + 27), i64(b, o + 31),
                    letter(b, o + 39));
            case 'B' -> listener.broken(locate, tracking, nanos, i64(b, o + 11));
            case 'I' -> listener.imbalance(locate, tracking, nanos, i64(b, o + 11), i64(b, o + 19), letter(b, o + 27), i64(b, o + 28),
                    u32(b, o + 36), u32(b, o + 40), u32(b, o + 44), letter(b, o + 48), letter(b, o + 49));
            case 'N' -> listener.retailInterest(locate, tracking, nanos, i64(b, o + 11), letter(b, o + 19));
            case 'O' -> listener.directListing(locate, tracking, nanos, i64(b, o + 11), letter(b, o + 19), u32(b, o + 20), u32(b, o + 24),
                    u32(b, o + 28), i64(b, o + 32), u32(b, o + 40), u32(b, o + 44));
            default -> throw new AssertionError("type " + b[o] + " has a length but no fields");
        }
    }

    private static byte[] lengths() {
        byte[] lengths = new byte[256];
        int[] inOrderOfTypes = {12, 39, 25, 20, 26, 35, 12, 28, 35, 21, 36, 40, 31, 36, 23, 19, 35, 44, 40, 19, 50, 20, 48};
        for (int i = 0; i < inOrderOfTypes.length; i++) {
            lengths[TYPES.charAt(i)] = (byte) inOrderOfTypes[i];
        }
        return lengths;
    }
}
