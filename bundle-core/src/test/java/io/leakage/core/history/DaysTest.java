package io.leakage.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void aDayBeginsAtMidnightInItsZoneAndIsOverAtTheNext() {
        Days days = new Days(NEW_YORK);
        assertTrue(days.isOver(nanos("2026-01-02T15:00:00Z")), "nobody has told one yet");
        assertEquals(day("2026-01-02"), days.turn(nanos("2026-01-02T15:00:00Z")));

        assertFalse(days.isOver(nanos("2026-01-03T04:59:59Z")), "midnight in New York is at five in UTC");
        assertTrue(days.isEnding(nanos("2026-01-03T04:59:00Z")) && !days.isEnding(nanos("2026-01-03T04:58:59Z")));
        assertTrue(days.isOver(nanos("2026-01-03T05:00:00Z")));
        assertEquals(day("2026-01-03"), days.turn(nanos("2026-01-03T05:00:00Z")));
    }

    @Test
    void theDayThatChangesTheClockHasItsOwnLength() {
        Days days = new Days(NEW_YORK);
        assertEquals(day("2026-03-08"), days.turn(nanos("2026-03-08T05:00:00Z")));

        assertFalse(days.isOver(nanos("2026-03-09T03:59:59Z")));
        assertTrue(days.isOver(nanos("2026-03-09T04:00:00Z")), "23 hours");
    }

    @Test
    void aClockThatWentBackIsStillInTheDayItWasIn() {
        Days days = new Days(NEW_YORK);
        days.turn(nanos("2026-01-03T05:00:00Z"));

        assertFalse(days.isOver(nanos("2026-01-02T23:00:00Z")));
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }
}
