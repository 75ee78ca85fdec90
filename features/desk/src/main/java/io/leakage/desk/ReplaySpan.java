package io.leakage.desk;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ParentRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Which part of a journal is asked for. What comes before it is replayed as well, since scores build on it; orders that were over by
 * then are
 * not printed.
 *
 * @param fromNanos orders that worked then or came later, nanoseconds since the epoch
 * @param toNanos   as all was known then
 */
record ReplaySpan(long fromNanos, long toNanos) {
    /**
     * Reads times as a person writes them: {@code 2026-01-02}, {@code 2026-01-02T15:30} or with seconds, in the zone, or an instant of
     * UTC with
     * a Z behind.
     *
     * @param from null for the beginning
     * @param to   a date means to its end; null for the end
     * @throws IllegalArgumentException when one of them is no time
     */
    static ReplaySpan of(String from, String to, ZoneId zone) {
        return new ReplaySpan(from == null ? Long.MIN_VALUE : nanos("--from", from, zone, 0),
                to == null ? Long.MAX_VALUE : nanos("--to", to, zone, 1));
    }

    private static long nanos(String name, String value, ZoneId zone, int days) {
        try {
            Instant instant = value.endsWith("Z") ? Instant.parse(value)
                    : value.contains("T") ? LocalDateTime.parse(value).atZone(zone).toInstant()
                    : LocalDate.parse(value).plusDays(days).atStartOfDay(zone).toInstant();
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(name + ": YYYY-MM-DD, YYYY-MM-DDTHH:MM or YYYY-MM-DDTHH:MM:SSZ, got \"" + value + '"', e);
        }
    }

    /** {@return whether an order worked in it} */
    boolean has(ParentRow row) {
        return fromNanos == Long.MIN_VALUE || row.endNanos() == Absent.LONG || row.endNanos() >= fromNanos;
    }
}
