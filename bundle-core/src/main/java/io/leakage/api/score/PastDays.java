package io.leakage.api.score;

import io.leakage.api.event.Absent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableSet;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Trading days, past ones merged with today's: an OSGi service beside the {@link Scorecard}. A past day's orders come from the journal
 * through the same pipeline once more, off the live threads; what the live scorecard knows in a newer version (a late fill, a bust, an
 * order that still works) comes from there. An order is of one day, that of its arrival, and is told there whole, also when it lived over
 * midnight: no order counts twice. Any thread may call.
 */
@ProviderType
public interface PastDays {
    /** {@return the zone at whose midnight a trading day begins: that of the journal's days} */
    ZoneId zone();

    /** {@return the trading day at hand, by the time told to the live scorecard; null before any was told} */
    LocalDate today();

    /** {@return the days that can be asked for, today among them: those the journal or the live scorecard knows of, and still has whole} */
    NavigableSet<LocalDate> days();

    /** {@return whether the journal gave up days before the first of {@link #days}} */
    boolean gaveUp();

    /**
     * Reads days from the first to the last, both among them. Days that nobody asked for lately are run first; who asks for the same day
     * meanwhile shares that run.
     *
     * @param waitMillis how long to wait for it at most, 0 for not at all
     * @throws InterruptedException when the caller's thread is to stop waiting
     */
    default PastReading read(LocalDate from, LocalDate to, long waitMillis) throws InterruptedException {
        return read(from, to, waitMillis, 0);
    }

    /**
     * The same for who asks once more: with the number of the {@linkplain PastReading#run run} that was told before, it is told when that
     * run failed. Who asks without a number, or with that of another, is told of no run but its own.
     *
     * @param run what the reading before said, 0 for the first time
     * @throws InterruptedException when the caller's thread is to stop waiting
     */
    PastReading read(LocalDate from, LocalDate to, long waitMillis, long run) throws InterruptedException;

    /** {@return an order's trading day: that of its arrival, else of its first fill; null while neither is known, it is of today} */
    static LocalDate day(ParentRow row, ZoneId zone) {
        long nanos = row.arrivalNanos() != Absent.LONG ? row.arrivalNanos() : row.firstFillNanos();
        return nanos == Absent.LONG ? null : day(nanos, zone);
    }

    /** {@return the trading day of a time, nanoseconds since the epoch} */
    static LocalDate day(long nanos, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)), zone);
    }
}
