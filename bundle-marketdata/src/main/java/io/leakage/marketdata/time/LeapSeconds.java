package io.leakage.marketdata.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TAI−UTC by day, from the list that the IERS publishes ({@code leap-seconds.list}; Debian: {@code /usr/share/zoneinfo}). Built in is the
 * list of Bulletin C 70, July 2025: 37 s since 2017, none announced until 28 June 2026.
 */
final class LeapSeconds {
    private static final long NANOS = 1_000_000_000L;
    /** The list counts seconds from 1900. */
    private static final long TO_1970 = 2_208_988_800L;
    private static final Pattern EXPIRY = Pattern.compile("#@\\s+(\\d+)");
    private static final Pattern ENTRY = Pattern.compile("(\\d+)\\s+(\\d+)\\b.*");

    private final NavigableMap<Long, Integer> seconds;
    private final long expiryNanos;

    private LeapSeconds(NavigableMap<Long, Integer> seconds, long expirySecond) {
        this.seconds = seconds;
        this.expiryNanos = expirySecond * NANOS;
    }

    /** {@return the list built in; of the past it holds what this century knows} */
    static LeapSeconds builtIn() {
        return new LeapSeconds(new TreeMap<>(Map.of(915_148_800L, 32, 1_136_073_600L, 33, 1_230_768_000L, 34, 1_341_100_800L, 35,
                1_435_708_800L, 36, 1_483_228_800L, 37)), 1_782_604_800L);
    }

    /**
     * Reads a list.
     *
     * @throws IOException when the file cannot be read or is no such list
     */
    static LeapSeconds read(Path file) throws IOException {
        NavigableMap<Long, Integer> seconds = new TreeMap<>();
        long expiry = Long.MIN_VALUE;
        for (String line : Files.readAllLines(file)) {
            Matcher expires = EXPIRY.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (expires.matches()) {
                expiry = Long.parseLong(expires.group(1)) - TO_1970;
            } else if (entry.matches()) {
                seconds.put(Long.parseLong(entry.group(1)) - TO_1970, Integer.parseInt(entry.group(2)));
            }
        }
        if (seconds.isEmpty() || expiry == Long.MIN_VALUE) {
            throw new IOException(file + ": no entries or no line of expiry (#@), expected a leap-seconds.list");
        }
        return new LeapSeconds(seconds, expiry);
    }

    /** {@return TAI−UTC in seconds at this time, nanoseconds since the epoch; the first entry's before it} */
    int taiMinusUtc(long epochNanos) {
        Map.Entry<Long, Integer> entry = seconds.floorEntry(Math.floorDiv(epochNanos, NANOS));
        return entry == null ? seconds.firstEntry().getValue() : entry.getValue();
    }

    /** {@return whether the list still speaks of this time; afterwards a leap second may have come that it does not know} */
    boolean covers(long epochNanos) {
        return epochNanos < expiryNanos;
    }

    /** {@return when the list ceases to speak, nanoseconds since the epoch} */
    long expiryNanos() {
        return expiryNanos;
    }
}
