package io.leakage.marketdata.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** UDP payloads out of a little-endian pcap file of Ethernet frames, VLAN-tagged or not. */
public final class Capture {
    private static final int VLAN = 0x8100;

    private Capture() {
    }

    /** {@return the payload of each packet} */
    public static List<byte[]> payloads(Path pcap) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(pcap)).order(ByteOrder.LITTLE_ENDIAN).position(24);
        List<byte[]> payloads = new ArrayList<>();
        while (file.remaining() >= 16) {
            int length = file.getInt(file.position() + 8);
            byte[] frame = new byte[length];
            file.position(file.position() + 16).get(frame);
            payloads.add(payload(ByteBuffer.wrap(frame)));
        }
        return payloads;
    }

    private static byte[] payload(ByteBuffer frame) {
        int ip = (frame.getShort(12) & 0xFFFF) == VLAN ? 18 : 14;
        int udp = ip + 4 * (frame.get(ip) & 0x0F);
        return Arrays.copyOfRange(frame.array(), udp + 8, udp + (frame.getShort(udp + 4) & 0xFFFF));
    }
}
