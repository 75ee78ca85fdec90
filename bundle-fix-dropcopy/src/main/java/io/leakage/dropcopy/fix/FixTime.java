package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * FIX UTCTimestamps from raw bytes: {@code YYYYMMDD-HH:MM:SS} with up to 12 digits of a second behind it, of which nine are kept. The leap
 * second {@code :60} is the second after it, as POSIX counts. Remembers the day read last, so that only a new day allocates. One thread.
 */
final class FixTime {
    private static final int SECONDS_LENGTH = 17;
    private static final int MOST_DIGITS = 12;
    private static final int KEPT_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2261;

    /** "-hh:mm:" of the bytes behind the date. */
    private static final long MINUTE = 0x00FFFFFFFFFFFFFFL;
    private static final long[] POWERS = {1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    private int day = -1;
    private long daySeconds;
    /** The date and minute read last, as bytes, and when they began; the bytes of none are 0. */
    private long lastDate;
    private long lastMinute;
    private long minuteNanos;

    /**
     * Reads a timestamp.
     *
     * @return nanoseconds since the epoch, or {@link Absent#LONG} when the bytes are no timestamp of the years 1970 to 2261
     */
    long nanos(byte[] raw, int at, int stop) {
        int length = stop - at;
        if (length < SECONDS_LENGTH || length > SECONDS_LENGTH + 1 + MOST_DIGITS || length == SECONDS_LENGTH + 1
                || raw[at + 8] != '-' || raw[at + 11] != ':' || raw[at + 14] != ':') {
            return Absent.LONG;
        }
        int second = number(raw, at + 15, 2);
        long fraction = fraction(raw, at + SECONDS_LENGTH, stop);
        if (second < 0 || second > 60 || fraction < 0 || !minuteIs(raw, at)) {
            return Absent.LONG;
        }
        return minuteNanos + second * NANOS + fraction;
    }

    private boolean minuteIs(byte[] raw, int at) {
        long dateBytes = FixBytes.eight(raw, at);
        long minuteBytes = FixBytes.eight(raw, at + Long.BYTES) & MINUTE;
        if (dateBytes == lastDate && minuteBytes == lastMinute) {
            return true;
        }
        int date = number(raw, at, 8);
        int hour = number(raw, at + 9, 2);
        int minute = number(raw, at + 12, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || !dayIs(date)) {
            return false;
        }
        lastDate = dateBytes;
        lastMinute = minuteBytes;
        minuteNanos = (daySeconds + hour * 3600L + minute * 60L) * NANOS;
        return true;
    }

    /**
     * {@return for how many nanoseconds from the time read on it may have been, as its digits end there: 10⁶ for milliseconds, 10⁹ for
     * whole seconds, 0 with nine digits or more}
     */
    static long truncation(int at, int stop) {
        long unit = NANOS;
        for (int digits = Math.max(0, stop - at - SECONDS_LENGTH - 1); digits > 0 && unit > 1; digits--) {
            unit /= 10;
        }
        return unit == 1 ? 0 : unit;
    }

    private boolean dayIs(int date) {
        if (date == day) {
            return true;
        }
        int year = date / 10_000;
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return false;
        }
        try {
            daySeconds = LocalDate.of(year, date / 100 % 100, date % 100).toEpochDay() * 86_400L;
            day = date;
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static long fraction(byte[] raw, int at, int stop) {
        if (at == stop) {
            return 0;
        }
        if (raw[at] != '.') {
            return -1;
        }
        long nanos = 0;
        int digits = stop - at - 1;
        for (int i = 0; i < digits; i++) {
            int digit = raw[at + 1 + i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            nanos = i < KEPT_DIGITS ? nanos * 10 + digit : nanos;
        }
        return nanos * POWERS[Math.min(digits, KEPT_DIGITS)];
    }

    /** {@return the number these digits write, −1 when they are not all digits} */
    private static int number(byte[] raw, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = raw[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
