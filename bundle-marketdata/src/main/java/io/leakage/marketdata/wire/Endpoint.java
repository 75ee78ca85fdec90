package io.leakage.marketdata.wire;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address and a port. Version 4 stands as the version 6 address it is mapped to, {@code ::ffff:a.b.c.d}.
 *
 * @param high the address's first 8 bytes
 * @param low  its last 8
 * @param port UDP or TCP port, 0 to 65,535
 */
public record Endpoint(long high, long low, int port) {
    private static final long MAPPED = 0xFFFF_0000_0000L;
    private static final Pattern VERSION_4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}):(\\d{1,5})");
    private static final Pattern VERSION_6 = Pattern.compile("\\[(\\p{XDigit}{1,4}(?::\\p{XDigit}{1,4}){7})]:(\\d{1,5})");

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

    /**
     * {@return the endpoint a person wrote, in one of the forms of {@link #toString}}
     *
     * @throws IllegalArgumentException when it is neither; the message shows both forms
     */
    public static Endpoint parse(String text) {
        Matcher four = VERSION_4.matcher(text);
        Matcher six = VERSION_6.matcher(text);
        if (four.matches()) {
            return new Endpoint(0, MAPPED | groups(four.group(1).split("\\."), 10, 8, text), port(four.group(2), text));
        }
        if (six.matches()) {
            String[] groups = six.group(1).split(":");
            return new Endpoint(groups(Arrays.copyOf(groups, 4), 16, 16, text), groups(Arrays.copyOfRange(groups, 4, 8), 16, 16, text),
                    port(six.group(2), text));
        }
        throw refused(text);
    }

    private static long groups(String[] groups, int radix, int bits, String text) {
        long address = 0;
        for (String group : groups) {
            int value = Integer.parseInt(group, radix);
            if (value >= 1 << bits) {
                throw refused(text);
            }
            address = address << bits | value;
        }
        return address;
    }

    private static int port(String digits, String text) {
        int port = Integer.parseInt(digits);
        if (port > 0xFFFF) {
            throw refused(text);
        }
        return port;
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("'" + text + "', expected address and port like 233.54.12.111:26477 or"
                + " [ff02:0:0:0:0:0:0:1]:26477");
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
