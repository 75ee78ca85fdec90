package io.leakage.marketdata.tape;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Frames as a network card sees them, written layer by layer so that a reader can check them. Checksums are left zero. */
public final class Frames {
    /** Where the frames come from. */
    public static final int SOURCE = 0x0A000001;
    /** The group they go to, 233.54.12.111. */
    public static final int GROUP = 0xE9360C6F;
    /** The port they go to. */
    public static final int PORT = 26_477;

    private Frames() {
    }

    /** {@return arrays one after the other} */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** {@return Ethernet over a packet of this type} */
    public static byte[] ethernet(int type, byte[] packet) {
        return join(Wire.hex("01005e360c6f 001122334455"), type(type), packet);
    }

    /** {@return a VLAN tag's number and the type behind it} */
    public static byte[] tag(int vlan, int type, byte[] packet) {
        return join(type(vlan), type(type), packet);
    }

    /** {@return two bytes} */
    public static byte[] type(int type) {
        return new byte[] {(byte) (type >>> 8), (byte) type};
    }

    /** {@return a UDP packet from port 30,000} */
    public static byte[] udp(int port, byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length).putShort((short) 30_000).putShort((short) port)
                .putShort((short) (8 + payload.length)).putShort((short) 0).put(payload).array();
    }

    /** {@return a TCP segment with options of 4 bytes} */
    public static byte[] tcp(int port, byte[] payload) {
        return ByteBuffer.allocate(24 + payload.length).putShort((short) 30_000).putShort((short) port).putLong(1)
                .put((byte) 0x60).put(24, payload).array();
    }

    /** {@return IPv4 without options from {@link #SOURCE}} */
    public static byte[] ipv4(int group, int protocol, byte[] body) {
        return ipv4(group, protocol, 0, new byte[0], body);
    }

    /** {@return IPv4 with fragment bits and options} */
    public static byte[] ipv4(int group, int protocol, int fragment, byte[] options, byte[] body) {
        int header = 20 + options.length;
        return ByteBuffer.allocate(header + body.length).put((byte) (0x40 | header / 4)).put((byte) 0)
                .putShort((short) (header + body.length)).putShort((short) 7).putShort((short) fragment).put((byte) 64)
                .put((byte) protocol).putShort((short) 0).putInt(SOURCE).putInt(group).put(options).put(body).array();
    }

    /** {@return IPv6 from fe80::1 to ff02::1} */
    public static byte[] ipv6(int next, byte[] body) {
        return ByteBuffer.allocate(40 + body.length).putInt(0x60000000).putShort((short) body.length).put((byte) next).put((byte) 64)
                .putLong(0xFE80L << 48).putLong(1).putLong(0xFF02L << 48).putLong(1).put(body).array();
    }

    /** {@return an Ethernet frame with a UDP packet to {@link #GROUP} and {@link #PORT}} */
    public static byte[] datagram(byte[] payload) {
        return datagram(GROUP, PORT, payload);
    }

    /** {@return an Ethernet frame with a UDP packet} */
    public static byte[] datagram(int group, int port, byte[] payload) {
        return ethernet(0x0800, ipv4(group, 17, udp(port, payload)));
    }
}
