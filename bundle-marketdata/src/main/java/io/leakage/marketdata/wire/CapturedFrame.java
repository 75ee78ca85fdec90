package io.leakage.marketdata.wire;

/**
 * A captured packet seen from its link to its payload. Links: Ethernet with any number of VLAN tags, Linux cooked v1 and v2, loopback, raw
 * IP; then MPLS labels, the Arista timestamp header, IPv4 with options, IPv6 with extension headers, UDP and TCP. Reused from frame to
 * frame; holds no copy, allocates only for what is {@link FrameKind#DAMAGED}. One thread.
 */
public final class CapturedFrame {
    private static final int FRAGMENT_BITS = 0x3FFF;
    private static final int PROTOCOL_TCP = 6;
    private static final int PROTOCOL_UDP = 17;

    private final LinkHeader header = new LinkHeader();
    private final HardwareStamp stamp = new HardwareStamp();
    private CapturedPacket packet;
    private byte[] bytes;
    private int end;
    private FrameKind kind;
    private String problem;
    private int ipEnd;
    private int protocol;
    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;
    private int sourcePort;
    private int destinationPort;
    private int payload;
    private int payloadEnd;

    /**
     * Lays it over a captured packet.
     *
     * @param captured the packet
     * @return what it carries
     */
    public FrameKind wrap(CapturedPacket captured) {
        packet = captured;
        bytes = captured.bytes();
        end = captured.end();
        stamp.clear();
        forget();
        kind = fromLink();
        return kind;
    }

    private void forget() {
        problem = null;
        protocol = -1;
        sourceHigh = sourceLow = destinationHigh = destinationLow = 0;
        sourcePort = destinationPort = 0;
        ipEnd = payloadEnd = end;
    }

    private FrameKind fromLink() {
        problem = header.read(packet);
        payload = header.next();
        if (problem != null) {
            return FrameKind.DAMAGED;
        }
        return switch (header.etherType()) {
            case LinkHeader.IPV4 -> ipv4(header.next());
            case LinkHeader.IPV6 -> ipv6(header.next());
            default -> FrameKind.LINK;
        };
    }

    private FrameKind ipv4(int ip) {
        if (end - ip < 20) {
            return damaged("IPv4 header", end - ip, 20);
        }
        int headerLength = 4 * (bytes[ip] & 0x0F);
        int total = BigEndian.u16(bytes, ip + 2);
        if ((bytes[ip] & 0xF0) != 0x40 || headerLength < 20 || total != 0 && total < headerLength) {
            return damaged("IPv4 version and lengths " + (bytes[ip] >>> 4 & 0x0F) + ", " + headerLength + ", " + total + ", expected 4, 20"
                    + " or more, and no less than that");
        }
        sourceLow = Endpoint.mapped(BigEndian.i32(bytes, ip + 12));
        destinationLow = Endpoint.mapped(BigEndian.i32(bytes, ip + 16));
        boolean fragment = (BigEndian.u16(bytes, ip + 6) & FRAGMENT_BITS) != 0;
        // a total of 0 is left by cards that cut big packets up themselves: it goes to the end of what was captured
        return transport(ip + headerLength, total == 0 ? packetEnd() : ip + (long) total, bytes[ip + 9] & 0xFF, fragment);
    }

    private FrameKind ipv6(int ip) {
        if (end - ip < 40) {
            return damaged("IPv6 header", end - ip, 40);
        }
        if ((bytes[ip] & 0xF0) != 0x60) {
            return damaged("IPv6 version " + (bytes[ip] >>> 4 & 0x0F) + ", expected 6");
        }
        int length = BigEndian.u16(bytes, ip + 4);
        sourceHigh = BigEndian.i64(bytes, ip + 8);
        sourceLow = BigEndian.i64(bytes, ip + 16);
        destinationHigh = BigEndian.i64(bytes, ip + 24);
        destinationLow = BigEndian.i64(bytes, ip + 32);
        return extended(ip + 40, length == 0 ? packetEnd() : ip + 40L + length, bytes[ip + 6] & 0xFF);
    }

    /** Hop-by-hop, routing and destination options say how long they are; a fragment that is the whole packet is none. */
    private FrameKind extended(int first, long packetEnd, int firstHeader) {
        int at = first;
        int next = firstHeader;
        boolean fragment = false;
        while (next == 0 || next == 43 || next == 60 || next == 51 || next == 44) {
            if (end - at < 8) {
                return damaged("IPv6 extension header", end - at, 8);
            }
            fragment |= next == 44 && (BigEndian.u16(bytes, at + 2) & ~6) != 0;
            int units = bytes[at + 1] & 0xFF;
            int length = next == 44 ? 8 : next == 51 ? 4 * (units + 2) : 8 * (units + 1);
            next = bytes[at] & 0xFF;
            at += length;
        }
        return transport(at, packetEnd, next, fragment);
    }

    private FrameKind transport(int at, long packetEnd, int number, boolean fragment) {
        protocol = number;
        payload = Math.min(at, end);
        if (packetEnd > end || at > packetEnd) {
            return damaged("IP packet", end - (long) header.next(), Math.max(packetEnd, at) - header.next());
        }
        ipEnd = (int) packetEnd;
        payloadEnd = ipEnd;
        if (fragment) {
            return FrameKind.FRAGMENT;
        }
        return switch (number) {
            case PROTOCOL_UDP -> udp(at);
            case PROTOCOL_TCP -> tcp(at);
            default -> FrameKind.IP;
        };
    }

    private FrameKind udp(int at) {
        if (ipEnd - at < 8) {
            return damaged("UDP header", ipEnd - at, 8);
        }
        int length = BigEndian.u16(bytes, at + 4);
        if (length != 0 && length < 8 || length > ipEnd - at) {
            return damaged("UDP length " + length + ", expected 8 to " + (ipEnd - at));
        }
        ports(at);
        payload = at + 8;
        payloadEnd = length == 0 ? ipEnd : at + length;
        return FrameKind.UDP;
    }

    private FrameKind tcp(int at) {
        if (ipEnd - at < 20) {
            return damaged("TCP header", ipEnd - at, 20);
        }
        int length = bytes[at + 12] >>> 2 & 0x3C;
        if (length < 20 || length > ipEnd - at) {
            return damaged("TCP header length " + length + ", expected 20 to " + (ipEnd - at));
        }
        ports(at);
        payload = at + length;
        return FrameKind.TCP;
    }

    private void ports(int at) {
        sourcePort = BigEndian.u16(bytes, at);
        destinationPort = BigEndian.u16(bytes, at + 2);
    }

    /** Where the packet would end had nothing been cut off. */
    private long packetEnd() {
        return packet.offset() + packet.wireLength();
    }

    private FrameKind damaged(String what, long there, long expected) {
        boolean cut = packet.wireLength() > packet.length();
        String kept = cut ? " (the capture kept " + packet.length() + " of " + packet.wireLength() + ")" : "";
        return damaged(what + " of " + there + " bytes" + kept + ", expected " + expected);
    }

    private FrameKind damaged(String what) {
        problem = what;
        payloadEnd = payload;
        return FrameKind.DAMAGED;
    }

    /** {@return what it carries} */
    public FrameKind kind() {
        return kind;
    }

    /** {@return what is wrong with it, for a person; null unless it is {@link FrameKind#DAMAGED}} */
    public String problem() {
        return problem;
    }

    /** {@return the packet it lies over} */
    public CapturedPacket packet() {
        return packet;
    }

    /** {@return what holds the frame} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return the first byte of the payload} */
    public int payload() {
        return payload;
    }

    /** {@return bytes of the payload, 0 or more} */
    public int payloadLength() {
        return payloadEnd - payload;
    }

    /** {@return the byte behind the IP packet, where padding and trailers stand; the frame's end when it is not IP} */
    public int ipEnd() {
        return ipEnd;
    }

    /** {@return what the link says it carries, behind tags and headers: 0x0800, 0x88F7, …; −1 when it says nothing} */
    public int etherType() {
        return header.etherType();
    }

    /** {@return the first byte of an Arista timestamp header behind its EtherType, −1 when there is none} */
    public int aristaHeader() {
        return header.arista();
    }

    /** {@return the IP protocol, 17 is UDP; −1 when it is not IP} */
    public int protocol() {
        return protocol;
    }

    /** {@return who sent it; allocates} */
    public Endpoint source() {
        return new Endpoint(sourceHigh, sourceLow, sourcePort);
    }

    /** {@return where it went, for multicast the group; allocates} */
    public Endpoint destination() {
        return new Endpoint(destinationHigh, destinationLow, destinationPort);
    }

    /** {@return whether it went there; does not allocate} */
    public boolean isTo(Endpoint there) {
        return destinationPort == there.port() && destinationLow == there.low() && destinationHigh == there.high();
    }

    /** {@return the port it went to, 0 when neither UDP nor TCP} */
    public int destinationPort() {
        return destinationPort;
    }

    /** {@return the time a device wrote on it, absent until a {@link StampReader} has looked} */
    public HardwareStamp stamp() {
        return stamp;
    }

    /** {@return when it was received, nanoseconds since the epoch: by the device that stamped it, else by the capture} */
    public long receiveNanos() {
        return stamp.isPresent() ? stamp.utcNanos() : packet.nanos();
    }
}
