package io.leakage.ui;

import io.leakage.api.event.Absent;
import io.leakage.api.score.PastDays;
import io.leakage.api.score.PastReading;
import io.leakage.api.score.Scorecard;
import io.leakage.core.score.DayScorecard;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The days of a recorded scorecard, told by a test: the day of every order's arrival, and the next, which is today. */
public final class RecordedPastDays implements PastDays {
    /** The day of {@link RecordedScorecard#ARRIVAL}. */
    public static final LocalDate YESTERDAY = LocalDate.of(2026, 3, 2);
    /** The day at hand. */
    public static final LocalDate TODAY = YESTERDAY.plusDays(1);

    /** Number of the run that reads a day. */
    public static final long RUN = 17;

    private final Scorecard live;
    private volatile long named;
    private volatile boolean gaveUp;
    private volatile double progress = 1;
    private volatile String failure = "";
    private volatile long waited = -1;

    /** @param live has the orders of all days */
    public RecordedPastDays(Scorecard live) {
        this.live = live;
    }

    /** Days before yesterday were given up. */
    public void giveUp() {
        gaveUp = true;
    }

    /** So much of a past day is read; 1 for all. */
    public void progress(double share) {
        progress = share;
    }

    /** No past day can be read. */
    public void fail(String why) {
        failure = why;
    }

    /** {@return how long the last who asked would have waited, milliseconds} */
    public long waited() {
        return waited;
    }

    /** {@return the run that the last who asked named} */
    public long named() {
        return named;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("UTC");
    }

    @Override
    public LocalDate today() {
        return TODAY;
    }

    @Override
    public NavigableSet<LocalDate> days() {
        return new TreeSet<>(List.of(YESTERDAY, TODAY));
    }

    @Override
    public boolean gaveUp() {
        return gaveUp;
    }

    @Override
    public PastReading read(LocalDate from, LocalDate to, long waitMillis, long run) {
        named = run;
        waited = waitMillis;
        if (!failure.isEmpty() || progress < 1 && from.isBefore(TODAY)) {
            return new PastReading(null, progress, failure, "", 0, Absent.LONG, RUN);
        }
        Scorecard days = new DayScorecard(live, List.of(), row -> {
            LocalDate day = PastDays.day(row, zone());
            return !(day == null ? TODAY : day).isBefore(from) && !(day == null ? TODAY : day).isAfter(to);
        });
        return new PastReading(days, 1, "", "0f6b0c9e-6a57-4a3c-9a0e-000000000001", 4_096, RecordedScorecard.ARRIVAL, 0);
    }
}
