package io.leakage.marketdata.tape;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** SoupBinTCP packets as a server sends them. */
public final class Soup {
    private Soup() {
    }

    /** {@return a packet of any type} */
    public static byte[] packet(char type, byte[] payload) {
        return ByteBuffer.allocate(3 + payload.length).putShort((short) (1 + payload.length)).put((byte) type).put(payload).array();
    }

    /** {@return a packet of any type, its payload as text} */
    public static byte[] packet(char type, String payload) {
        return packet(type, payload.getBytes(StandardCharsets.US_ASCII));
    }

    /** {@return the packet that lets a client in; both fields are padded on the left} */
    public static byte[] accepted(String session, long next) {
        return packet('A', String.format("%10s%20d", session, next));
    }

    /** {@return the end of a snapshot, its number padded on the right} */
    public static byte[] endOfSnapshot(long next) {
        return packet('S', String.format("G%-20d", next));
    }

    /** {@return packets one behind the other} */
    public static byte[] join(byte[]... packets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            bytes.writeBytes(packet);
        }
        return bytes.toByteArray();
    }
}
