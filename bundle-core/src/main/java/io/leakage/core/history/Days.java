package io.leakage.core.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which day a time belongs to. Days only go on: a clock that went back is still in the day it was in. One thread; a look costs a
 * comparison.
 */
public final class Days {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final ZoneId zone;
    private long end = Long.MIN_VALUE;

    /** @param zone where days begin at midnight */
    public Days(ZoneId zone) {
        this.zone = zone;
    }

    /** {@return whether a time lies behind the day at hand; nanoseconds since the epoch} */
    public boolean isOver(long nanos) {
        return nanos >= end;
    }

    /** {@return whether the day at hand is over within a minute; nanoseconds since the epoch} */
    public boolean isEnding(long nanos) {
        return end != Long.MIN_VALUE && nanos >= end - MINUTE_NANOS;
    }

    /** {@return the day of a time, days since 1970, which is at hand from now on} */
    public int turn(long nanos) {
        LocalDate day = Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)).atZone(zone).toLocalDate();
        end = day.plusDays(1).atStartOfDay(zone).toEpochSecond() * 1_000_000_000L;
        return (int) day.toEpochDay();
    }
}
