package io.leakage.marketdata.tape;

import io.leakage.marketdata.wire.Alpha;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Little-endian messages and records written by hand from the published layouts of IEX and Databento. */
public final class Little {
    private Little() {
    }

    /** {@return so many little-endian bytes, to be filled} */
    public static ByteBuffer bytes(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** {@return an IEX message's type, state or flags, time and symbol, and room for the rest} */
    public static ByteBuffer iex(int length, char type, int state, long nanos, String symbol) {
        return bytes(length).put((byte) type).put((byte) state).putLong(nanos).putLong(Long.reverseBytes(Alpha.pack(symbol)));
    }

    /** {@return DEEP 8 or 5, 30 bytes} */
    public static byte[] level(boolean buy, boolean whole, long nanos, String symbol, int shares, long price4) {
        return iex(30, buy ? '8' : '5', whole ? 1 : 0, nanos, symbol).putInt(shares).putLong(price4).array();
    }

    /** {@return TOPS Q, 42 bytes} */
    public static byte[] quote(long nanos, String symbol, int bidShares, long bid4, long offer4, int offerShares) {
        return iex(42, 'Q', 0, nanos, symbol).putInt(bidShares).putLong(bid4).putLong(offer4).putInt(offerShares).array();
    }

    /** {@return T, 38 bytes} */
    public static byte[] trade(int flags, long nanos, String symbol, int shares, long price4, long id) {
        return iex(38, 'T', flags, nanos, symbol).putInt(shares).putLong(price4).putLong(id).array();
    }

    /** {@return an IEX-TP segment with these messages, the first of this number} */
    public static byte[] segment(int protocol, int session, long sequence, byte[]... messages) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            payload.write(message.length);
            payload.write(message.length >>> 8);
            payload.writeBytes(message);
        }
        return bytes(40 + payload.size()).put((byte) 1).put((byte) 0).putShort((short) protocol).putInt(1).putInt(session)
                .putShort((short) payload.size()).putShort((short) messages.length).putLong(0).putLong(sequence).putLong(7)
                .put(payload.toByteArray()).array();
    }

    /** {@return the head of a DBN file of version 3 whose number 1 is ONE and number 2 TWO on 1970-01-01, and the other way on the 2nd} */
    public static byte[] dbnHead() {
        int width = 8;
        int mapping = width + 4 + 2 * (8 + width);
        ByteBuffer head = bytes(8 + 100 + 5 * 4 + 2 * mapping).put((byte) 'D').put((byte) 'B').put((byte) 'N').put((byte) 3);
        head.putInt(head.capacity() - 8).put(text("TEST", 16)).position(50).put((byte) 1).put((byte) 0).put((byte) 0)
                .putShort((short) width).position(108).putInt(0).putInt(0).putInt(0).putInt(0).putInt(2);
        head.put(text("ONE", width)).putInt(2).putInt(19700101).putInt(19700102).put(text("1", width)).putInt(19700102).putInt(19700103)
                .put(text("2", width));
        head.put(text("TWO", width)).putInt(2).putInt(19700101).putInt(19700102).put(text("2", width)).putInt(19700102).putInt(19700103)
                .put(text("1", width));
        return head.array();
    }

    /** {@return a DBN record's length, type, publisher, instrument and time, and room for the rest} */
    public static ByteBuffer dbn(int length, int type, int publisher, int id, long nanos) {
        return bytes(length).put((byte) (length / 4)).put((byte) type).putShort((short) publisher).putInt(id).putLong(nanos);
    }

    /** {@return an mbo record, 56 bytes} */
    public static byte[] order(int publisher, int id, long nanos, long order, long price9, int size, char action, char side) {
        return dbn(56, 0xA0, publisher, id, nanos).putLong(order).putLong(price9).putInt(size).put((byte) 0x80).put((byte) 0)
                .put((byte) action).put((byte) side).putLong(nanos).putInt(0).putInt(0).array();
    }

    /** {@return the event of a trades, mbp-1 or mbp-10 record, 48 bytes, and room for the rest} */
    public static ByteBuffer event(int length, int type, int id, long nanos, long price9, int size, char action, char side) {
        return dbn(length, type, 1, id, nanos).putLong(price9).putInt(size).put((byte) action).put((byte) side).put((byte) 0x80)
                .put((byte) 0).putLong(nanos).putInt(0).putInt(0);
    }

    /** {@return a text in a field of so many bytes, filled with zeros} */
    public static byte[] text(String text, int width) {
        byte[] field = new byte[width];
        for (int i = 0; i < text.length(); i++) {
            field[i] = (byte) text.charAt(i);
        }
        return field;
    }

    /** {@return all of them in a row} */
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
