package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * When something happened, as far as is known: within {@code [loNanos, hiNanos]}, nanoseconds since the epoch, both included.
 *
 * @param loNanos not earlier
 * @param hiNanos not later
 */
public record EventTime(long loNanos, long hiNanos) {
    private static final int DIGITS = 9;
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final long MICRO = 1_000L;

    /** Refuses an interval that ends before it begins. */
    public EventTime {
        if (hiNanos < loNanos) {
            throw new IllegalArgumentException("hiNanos: " + hiNanos + " lies before loNanos " + loNanos);
        }
    }

    /**
     * A time as it was written, by a clock of this quality. A stamp of three digits is a millisecond long: t stands for
     * {@code [t, t + 1 ms)}; each end is then as far off as the clock may be.
     *
     * @param epochNanos       as written, the digits not written 0
     * @param digits           of the second that were written, 0 to 9
     * @param uncertaintyNanos what the clock is off by at most
     * @return the interval
     * @throws IllegalArgumentException on other digits, or a negative uncertainty; {@link Absent#LONG}, no bound, is one
     */
    public static EventTime of(long epochNanos, int digits, long uncertaintyNanos) {
        if (digits < 0 || digits > DIGITS) {
            throw new IllegalArgumentException("digits: " + digits + ", expected 0 to 9");
        }
        if (uncertaintyNanos < 0) {
            throw new IllegalArgumentException("uncertaintyNanos: " + uncertaintyNanos + ", expected 0 or more: an unbounded clock gives "
                    + "no interval");
        }
        long last = SECOND;
        for (int i = 0; i < digits; i++) {
            last /= 10;
        }
        return new EventTime(Math.subtractExact(epochNanos, uncertaintyNanos),
                Math.addExact(Math.addExact(epochNanos, last - 1), uncertaintyNanos));
    }

    /** {@return whether this happened before the other for certain}; neither before the other is undecidable. */
    public boolean isBefore(EventTime other) {
        return hiNanos < other.loNanos;
    }

    /** {@return whether the clocks cannot tell which of the two came first} */
    public boolean isUndecidable(EventTime other) {
        return !isBefore(other) && !other.isBefore(this);
    }

    /** {@return the time in UTC with the digits that half the interval allows, as {@link #text(long, long)}} */
    public String text() {
        long half = (hiNanos - loNanos + 1) / 2;
        return text(loNanos + half, half);
    }

    /**
     * Writes a time with no more digits than its clock deserves: nanoseconds below an uncertainty of 1 µs, microseconds below 1 ms, millis
     * below 1 s, and whole seconds otherwise or without a bound.
     *
     * @param epochNanos       nanoseconds since the epoch
     * @param uncertaintyNanos of the clock, {@link Absent#LONG} for no bound
     * @return as in {@code 2026-01-30T14:30:00.123Z}, cut, not rounded
     */
    public static String text(long epochNanos, long uncertaintyNanos) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND));
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + fraction(uncertaintyNanos) + "'Z'")
                .format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static String fraction(long uncertaintyNanos) {
        if (uncertaintyNanos == Absent.LONG || uncertaintyNanos >= SECOND) {
            return "";
        }
        return uncertaintyNanos >= MILLI ? ".SSS" : uncertaintyNanos >= MICRO ? ".SSSSSS" : ".SSSSSSSSS";
    }
}
