package io.leakage.marketdata.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as tcpdump writes them, in UTC. */
final class CaptureTimes {
    private static final Pattern TIME = Pattern.compile(" *\\d+  (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+) .*");

    private CaptureTimes() {
    }

    /** {@return the time a line of tcpdump begins with, behind its number} */
    static String of(String line) {
        Matcher matcher = TIME.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(line);
        }
        return matcher.group(1);
    }

    /** {@return a time with so many digits of a second} */
    static String text(long nanos, int digits) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss." + "S".repeat(digits), Locale.ROOT)
                .format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
