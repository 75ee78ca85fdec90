package io.leakage.marketdata.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The day that a venue's "nanoseconds since midnight" belong to. Midnight is that of the venue's zone on that date, so winter and summer
 * time come right; it is computed once a day, not per message.
 */
public final class VenueDay {
    private static final long NANOS = 1_000_000_000L;
    private static final long LAST_HOUR = 23 * 3_600 * NANOS;
    private static final long FIRST_HOUR = 3_600 * NANOS;

    private final ZoneId zone;
    private final boolean fixed;
    private long midnightNanos;
    private long previousMidnightNanos = Long.MIN_VALUE;
    private long lastSinceMidnight;
    private long backwards;

    private VenueDay(ZoneId zone, boolean fixed, long midnightNanos) {
        this.zone = zone;
        this.fixed = fixed;
        this.midnightNanos = midnightNanos;
    }

    /** {@return the day of a recording} */
    public static VenueDay of(LocalDate date, ZoneId zone) {
        return new VenueDay(zone, true, midnight(date, zone));
    }

    /** {@return whatever day it is at the venue when a session starts; for live feeds} */
    public static VenueDay live(ZoneId zone) {
        return new VenueDay(Objects.requireNonNull(zone, "zone"), false, Long.MIN_VALUE);
    }

    /** {@return no day: times stay nanoseconds since midnight} */
    public static VenueDay undated() {
        return new VenueDay(null, true, 0);
    }

    /**
     * A session starts, or the first packet came. Changes nothing for a recording.
     *
     * @param receiveNanos when, nanoseconds since the epoch
     */
    public void begin(long receiveNanos) {
        if (!fixed) {
            midnightNanos = midnight(date(receiveNanos, zone), zone);
            previousMidnightNanos = Long.MIN_VALUE;
            lastSinceMidnight = 0;
        }
    }

    /** {@return the venue's zone; New York's where there is no day} */
    public ZoneId zone() {
        return zone == null ? ZoneId.of("America/New_York") : zone;
    }

    /** {@return whether a day is known: false for a live day before its first packet} */
    public boolean isKnown() {
        return midnightNanos != Long.MIN_VALUE;
    }

    /**
     * Dates a venue's time. One that falls from the day's last hour into the first has passed midnight: the next day begins, wherever
     * winter or summer time puts it; a straggler of the last hour then still belongs to the day before. Any other that falls back stays
     * what it is, for messages are ordered by their sequence, and is counted.
     *
     * @param sinceMidnight nanoseconds since midnight
     * @return nanoseconds since the epoch
     */
    public long epochNanos(long sinceMidnight) {
        if (sinceMidnight < lastSinceMidnight) {
            fellBack(sinceMidnight);
        } else if (sinceMidnight >= LAST_HOUR && lastSinceMidnight < FIRST_HOUR && previousMidnightNanos != Long.MIN_VALUE) {
            backwards++;
            return previousMidnightNanos + sinceMidnight;
        }
        lastSinceMidnight = sinceMidnight;
        return midnightNanos + sinceMidnight;
    }

    private void fellBack(long sinceMidnight) {
        if (zone != null && isKnown() && lastSinceMidnight >= LAST_HOUR && sinceMidnight < FIRST_HOUR) {
            previousMidnightNanos = midnightNanos;
            midnightNanos = midnight(date(midnightNanos, zone).plusDays(1), zone);
        } else {
            backwards++;
        }
    }

    /** {@return how many times lay before the one told last; nobody's clock may do that} */
    public long backwards() {
        return backwards;
    }

    private static LocalDate date(long epochNanos, ZoneId zone) {
        return Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS)).atZone(zone).toLocalDate();
    }

    private static long midnight(LocalDate date, ZoneId zone) {
        return Math.multiplyExact(date.atStartOfDay(zone).toEpochSecond(), NANOS);
    }
}
