package io.leakage.marketdata.wire;

/** What stands before the network's packet: the link's own header, VLAN tags, MPLS labels, an Arista timestamp header. */
final class LinkHeader {
    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86DD;
    private static final int VLAN = 0x8100;
    private static final int SERVICE_VLAN = 0x88A8;
    private static final int OLD_SERVICE_VLAN = 0x9100;
    private static final int MPLS = 0x8847;
    private static final int MPLS_MULTICAST = 0x8848;
    private static final int LEAST_ETHERTYPE = 0x0600;

    private byte[] bytes;
    private int end;
    private int etherType;
    private int next;
    private int arista;
    private String problem;

    /** {@return null, or what is wrong with the headers, for a person} */
    String read(CapturedPacket packet) {
        bytes = packet.bytes();
        end = packet.end();
        etherType = -1;
        next = packet.offset();
        arista = -1;
        problem = null;
        switch (packet.link()) {
            case 1 -> typed(12, 14);                        // Ethernet
            case 113 -> typed(14, 16);                      // Linux cooked
            case 276 -> typed(0, 20);                       // Linux cooked, version 2
            case 0, 108 -> bare(4);                         // loopback: 4 bytes of address family, in either order
            case 12, 14, 101, 228, 229 -> bare(0);          // raw IP
            default -> problem = null;                      // a link nobody reads: it carries nothing we know
        }
        return problem;
    }

    int etherType() {
        return etherType;
    }

    int next() {
        return next;
    }

    int arista() {
        return arista;
    }

    private void typed(int typeAt, int length) {
        if (has("link header", length)) {
            int type = BigEndian.u16(bytes, next + typeAt);
            next += length;
            follow(type);
        }
    }

    private void bare(int length) {
        if (has("link header and IP version", length + 1)) {
            next += length;
            byVersion();
        }
    }

    private void follow(int first) {
        int type = first;
        while (problem == null && isTag(type)) {
            if (has("VLAN tag", 4)) {
                type = BigEndian.u16(bytes, next + 2);
                next += 4;
            }
        }
        if (type == AristaHeader.ETHERTYPE && problem == null) {
            arista(type);
        } else if ((type == MPLS || type == MPLS_MULTICAST) && problem == null) {
            labels();
        } else {
            etherType = type >= LEAST_ETHERTYPE ? type : -1;
        }
    }

    /** The header stands before the type of what it was put in front of, which it has once only. */
    private void arista(int type) {
        int length = arista < 0 ? AristaHeader.lengthOf(bytes, next, end) : 0;
        etherType = type;
        if (length > 0 && end - next >= length + 2) {
            arista = next;
            next += length + 2;
            follow(BigEndian.u16(bytes, next - 2));
        }
    }

    private void labels() {
        boolean bottom = false;
        while (!bottom && has("MPLS label", 4)) {
            bottom = (bytes[next + 2] & 1) != 0;
            next += 4;
        }
        if (problem == null && has("IP version", 1)) {
            byVersion();
        }
    }

    private void byVersion() {
        int version = bytes[next] >>> 4 & 0x0F;
        etherType = version == 4 ? IPV4 : version == 6 ? IPV6 : -1;
    }

    private static boolean isTag(int type) {
        return type == VLAN || type == SERVICE_VLAN || type == OLD_SERVICE_VLAN;
    }

    private boolean has(String what, int count) {
        if (end - next < count) {
            problem = what + " of " + (end - next) + " bytes, expected " + count;
        }
        return problem == null;
    }
}
