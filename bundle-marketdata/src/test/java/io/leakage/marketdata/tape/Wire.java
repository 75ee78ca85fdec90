package io.leakage.marketdata.tape;

import io.leakage.marketdata.wire.Alpha;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes as a venue sends them, written so that a reader can check them. */
public final class Wire {
    private Wire() {
    }

    /** {@return bytes written as hexadecimal digits; spaces are for the reader} */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** {@return ITCH 'A', 36 bytes} */
    public static byte[] add(int locate, long nanos, long order, char side, int shares, String stock, int price4) {
        return head(36, 'A', locate, nanos).putLong(order).put((byte) side).putInt(shares).putLong(Alpha.pack(stock))
                .putInt(price4).array();
    }

    /** {@return ITCH 'D', 19 bytes} */
    public static byte[] delete(int locate, long nanos, long order) {
        return head(19, 'D', locate, nanos).putLong(order).array();
    }

    /** {@return ITCH 'S', 12 bytes} */
    public static byte[] system(long nanos, char event) {
        return head(12, 'S', 0, nanos).put((byte) event).array();
    }

    /** {@return ITCH 'H', 25 bytes} */
    public static byte[] tradingAction(int locate, long nanos, String stock, char state) {
        return head(25, 'H', locate, nanos).putLong(Alpha.pack(stock)).put((byte) state).put((byte) ' ').putInt(0x20202020).array();
    }

    /** {@return ITCH 'h', 21 bytes} */
    public static byte[] operationalHalt(int locate, long nanos, String stock, char action) {
        return head(21, 'h', locate, nanos).putLong(Alpha.pack(stock)).put((byte) 'Q').put((byte) action).array();
    }

    /** {@return type, locate, tracking number 0 and time, and room for the rest} */
    public static ByteBuffer head(int length, char type, int locate, long nanos) {
        return ByteBuffer.allocate(length).put((byte) type).putShort((short) locate).putShort((short) 0)
                .putShort((short) (nanos >>> 32)).putInt((int) nanos);
    }

    /** {@return messages, each behind its length} */
    public static byte[] prefixed(byte[]... messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            bytes.write(message.length >>> 8);
            bytes.write(message.length);
            bytes.writeBytes(message);
        }
        return bytes.toByteArray();
    }

    /** {@return messages, each behind 00 00} */
    public static byte[] zeroPrefixed(byte[]... messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            bytes.write(0);
            bytes.write(0);
            bytes.writeBytes(message);
        }
        return bytes.toByteArray();
    }

    /** {@return a MoldUDP64 packet with these messages, the first of this number} */
    public static byte[] mold(String session, long sequence, byte[]... messages) {
        return mold(session, sequence, messages.length, prefixed(messages));
    }

    /** {@return a MoldUDP64 packet with any count and any bytes behind it} */
    public static byte[] mold(String session, long sequence, int count, byte[] blocks) {
        byte[] name = String.format("%10s", session).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(20 + blocks.length).put(name).putLong(sequence).putShort((short) count).put(blocks).array();
    }
}
