package io.leakage.marketdata.wire;

import java.util.Arrays;

/** The interfaces a section of a pcapng file has described: kind of link, longest packet, and how its times are meant. */
final class PcapngInterfaces {
    /** More than any capture has; a file that describes more is not believed. */
    static final int MOST = 4_096;
    private static final int BINARY = 0x80;
    private static final int MICROS = 6;

    private int count;
    private int[] links = new int[4];
    private long[] longest = new long[4];
    private int[] resolutions = new int[4];
    private long[] offsets = new long[4];

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** Describes one more; its times are microseconds since the epoch until told otherwise. */
    void add(int link, long snapLength) {
        if (count == links.length) {
            links = Arrays.copyOf(links, 2 * count);
            longest = Arrays.copyOf(longest, 2 * count);
            resolutions = Arrays.copyOf(resolutions, 2 * count);
            offsets = Arrays.copyOf(offsets, 2 * count);
        }
        links[count] = link;
        longest[count] = snapLength;
        resolutions[count] = MICROS;
        offsets[count] = 0;
        count++;
    }

    /** {@code if_tsresol} of the latest: a negative power of ten, or of two when the highest bit is set. */
    void resolution(int tsresol) {
        resolutions[count - 1] = tsresol;
    }

    /** {@code if_tsoffset} of the latest: seconds to be added to its times. */
    void offsetSeconds(long seconds) {
        offsets[count - 1] = seconds;
    }

    int link(int number) {
        return links[number];
    }

    /** {@return bytes an interface captures of this many, as a packet block without a length of its own leaves to be reckoned} */
    long captured(int number, long wireLength) {
        return longest[number] == 0 ? wireLength : Math.min(longest[number], wireLength);
    }

    /** {@return nanoseconds since the epoch; {@link CapturedPacket#NO_TIME} when the units are not ones that can be meant} */
    long nanos(int number, long ticks) {
        int power = resolutions[number] & ~BINARY;
        boolean binary = (resolutions[number] & BINARY) != 0;
        long seconds;
        long nanos;
        if (ticks < 0 || power > (binary ? 62 : 18)) {
            return CapturedPacket.NO_TIME;
        } else if (binary) {
            seconds = ticks >>> power;
            nanos = binaryNanos(ticks & (1L << power) - 1, power);
        } else {
            long unit = tenTo(power);
            seconds = ticks / unit;
            nanos = power <= 9 ? ticks % unit * tenTo(9 - power) : ticks % unit / tenTo(power - 9);
        }
        return together(seconds, nanos, offsets[number]);
    }

    private static long together(long seconds, long nanos, long offset) {
        boolean possible = offset > -(1L << 33) && offset < 1L << 33 && seconds < 1L << 33;   // to the year 2242 each
        return possible && seconds + offset >= 0 ? (seconds + offset) * 1_000_000_000L + nanos : CapturedPacket.NO_TIME;
    }

    /** Beyond 2^-33 the product would not fit, and the bits beyond are less than a nanosecond. */
    private static long binaryNanos(long fraction, int power) {
        return power > 33 ? (fraction >>> power - 33) * 1_000_000_000L >>> 33 : fraction * 1_000_000_000L >>> power;
    }

    private static long tenTo(int power) {
        long result = 1;
        for (int i = 0; i < power; i++) {
            result *= 10;
        }
        return result;
    }
}
