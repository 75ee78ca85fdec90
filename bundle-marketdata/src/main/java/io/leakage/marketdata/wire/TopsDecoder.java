package io.leakage.marketdata.wire;

import static io.leakage.marketdata.wire.LittleEndian.i64;
import static io.leakage.marketdata.wire.LittleEndian.u32;
import static io.leakage.marketdata.wire.LittleEndian.u8;

/**
 * IEX TOPS 1.6: one message's bytes become one call on the listener. Field places are those of the venue's specification ("Investors
 * Exchange TOPS Specification", 1.6). No state but the listener, no allocation, no exception for any content.
 */
public final class TopsDecoder {
    /** The types there are, for messages to people. */
    public static final String TYPES = "QTSDHIOPEXBA";

    private static final int QUOTE = 42;

    private final TopsListener listener;

    /**
     * A decoder that tells this listener.
     *
     * @param listener called on the thread that decodes
     */
    public TopsDecoder(TopsListener listener) {
        this.listener = listener;
    }

    /** {@return the bytes a message of this type has at least, the type byte included; 0 for a type that does not exist} */
    public static int lengthOf(byte type) {
        return type == 'Q' ? QUOTE : IexFields.lengthOf(type);
    }

    /**
     * Tells the listener of one message.
     *
     * @param b      holds the message
     * @param o      its first byte, the type
     * @param length its bytes as the transport says; more than we know of are left alone
     * @return false, and nothing told, when the type does not exist or bytes are missing
     */
    public boolean decode(byte[] b, int o, int length) {
        if (length <= 0 || lengthOf(b[o]) == 0 || length < lengthOf(b[o])) {
            return false;
        }
        if (b[o] == 'Q') {
            listener.quoted(IexFields.nanos(b, o), u8(b, o + 1), IexFields.symbol(b, o), u32(b, o + 18), i64(b, o + 22), i64(b, o + 30),
                    u32(b, o + 38));
        } else {
            IexFields.tell(listener, b, o);
        }
        return true;
    }
}
