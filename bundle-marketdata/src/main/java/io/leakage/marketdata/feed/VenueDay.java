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

    private final ZoneId zone;
    private final boolean fixed;
    private long midnightNanos;

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
            Instant now = Instant.ofEpochSecond(Math.floorDiv(receiveNanos, NANOS), Math.floorMod(receiveNanos, NANOS));
            midnightNanos = midnight(now.atZone(zone).toLocalDate(), zone);
        }
    }

    /** {@return whether a day is known: false for a live day before its first packet} */
    public boolean isKnown() {
        return midnightNanos != Long.MIN_VALUE;
    }

    /** {@return nanoseconds since the epoch for a venue's nanoseconds since midnight} */
    public long epochNanos(long sinceMidnight) {
        return midnightNanos + sinceMidnight;
    }

    private static long midnight(LocalDate date, ZoneId zone) {
        return Math.multiplyExact(date.atStartOfDay(zone).toEpochSecond(), NANOS);
    }
}
