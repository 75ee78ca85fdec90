package io.leakage.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/** The day of an instant in a time zone; asks the zone once a day. One thread. */
final class Days {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ZoneId zone;
    private long from = 1;
    private long until;
    private int day;

    Days(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * {@return the day's number since 1970-01-01}
     *
     * @param nanos since the epoch, UTC
     */
    int of(long nanos) {
        if (nanos < from || nanos >= until) {
            LocalDate date = Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND)).atZone(zone).toLocalDate();
            day = (int) date.toEpochDay();
            from = start(date);
            until = start(date.plusDays(1));
        }
        return day;
    }

    private long start(LocalDate date) {
        return date.atStartOfDay(zone).toEpochSecond() * SECOND;
    }
}
