package io.leakage.marketdata.wire;

import java.util.StringJoiner;

/**
 * An address and a port. Version 4 stands as the version 6 address it is mapped to, {@code ::ffff:a.b.c.d}.
 *
 * @param high the address's first 8 bytes
 * @param low  its last 8
 * @param port UDP or TCP port, 0 to 65,535
 */
public record Endpoint(long high, long low, int port) {
    private static final long MAPPED = 0xFFFF_0000_0000L;

    /** Refuses ports there are not. */
    public Endpoint {
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port + ", expected 0 to 65535");
        }
    }

    /** {@return an IPv4 address as the last 8 bytes of the version 6 address it is mapped to} */
    static long mapped(int version4) {
        return MAPPED | version4 & 0xFFFF_FFFFL;
    }

    /** {@return an endpoint of IPv4; the address is its four bytes in network order} */
    public static Endpoint of(int version4, int port) {
        return new Endpoint(0, mapped(version4), port);
    }

    /** {@return {@code 233.54.12.111:26477}, or {@code [ff02:0:0:0:0:0:0:1]:26477}} */
    @Override
    public String toString() {
        if (high == 0 && low >>> 32 == MAPPED >>> 32) {
            return (low >>> 24 & 0xFF) + "." + (low >>> 16 & 0xFF) + "." + (low >>> 8 & 0xFF) + "." + (low & 0xFF) + ":" + port;
        }
        StringJoiner groups = new StringJoiner(":", "[", "]:" + port);
        for (int shift = 112; shift >= 0; shift -= 16) {
            groups.add(Long.toHexString((shift >= 64 ? high >>> shift - 64 : low >>> shift) & 0xFFFF));
        }
        return groups.toString();
    }
}
