package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueDayTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long SECOND = 1_000_000_000L;
    private static final long HALF_PAST_NINE = 34_200_000_000_000L;

    @ParameterizedTest(name = "half past nine in New York on {0} is {1}")
    @CsvSource({"2020-01-30, 2020-01-30T14:30:00Z", "2020-07-30, 2020-07-30T13:30:00Z",
        "2020-03-06, 2020-03-06T14:30:00Z", "2020-03-09, 2020-03-09T13:30:00Z"})
    void midnightIsThatOfTheVenueInWinterAndSummer(LocalDate date, Instant expected) {
        assertEquals(nanos(expected), VenueDay.of(date, NEW_YORK).epochNanos(HALF_PAST_NINE));
    }

    @Test
    void aLiveDayIsTheOneAtTheVenueWhenTheSessionStarts() {
        VenueDay day = VenueDay.live(NEW_YORK);
        assertFalse(day.isKnown());

        day.begin(nanos(Instant.parse("2020-01-31T02:00:00Z")));   // still the 30th in New York

        assertTrue(day.isKnown());
        assertEquals(nanos(Instant.parse("2020-01-30T14:30:00Z")), day.epochNanos(HALF_PAST_NINE));
    }

    @Test
    void aRecordedDayStaysWhatItIs() {
        VenueDay day = VenueDay.of(LocalDate.parse("2020-01-30"), NEW_YORK);
        day.begin(nanos(Instant.parse("2026-06-01T12:00:00Z")));

        assertEquals(nanos(Instant.parse("2020-01-30T14:30:00Z")), day.epochNanos(HALF_PAST_NINE));
    }

    @Test
    void withoutADayTimesStayAsTheyAre() {
        assertEquals(HALF_PAST_NINE, VenueDay.undated().epochNanos(HALF_PAST_NINE));
    }

    @Test
    void scenario29_aTimePastMidnightBelongsToTheNextDayAndAStragglerToTheOneBefore() {
        VenueDay day = VenueDay.of(LocalDate.parse("2020-01-30"), NEW_YORK);

        assertEquals(nanos(Instant.parse("2020-01-31T04:59:59Z")), day.epochNanos(86_399 * SECOND));
        assertEquals(nanos(Instant.parse("2020-01-31T05:00:01Z")), day.epochNanos(SECOND));
        assertEquals(nanos(Instant.parse("2020-01-31T04:59:58Z")), day.epochNanos(86_398 * SECOND));
        assertEquals(nanos(Instant.parse("2020-01-31T05:00:02Z")), day.epochNanos(2 * SECOND));
        assertEquals(nanos(Instant.parse("2020-01-31T14:30:00Z")), day.epochNanos(HALF_PAST_NINE));
        assertEquals(1, day.backwards(), "the straggler");
    }

    @ParameterizedTest(name = "the night of {0} ends at {1}")
    @CsvSource({"2020-03-08, 2020-03-09T04:00:00Z", "2020-11-01, 2020-11-02T05:00:00Z"})
    void scenario29_theDayThatMidnightEndsIsAnHourShorterInSpringAndLongerInAutumn(LocalDate date, Instant next) {
        VenueDay day = VenueDay.of(date, NEW_YORK);
        day.epochNanos(86_399 * SECOND);

        assertEquals(nanos(next), day.epochNanos(0));
    }

    @Test
    void scenario29_aTimeThatGoesBackwardsStaysOnItsDayAndIsCounted() {
        VenueDay day = VenueDay.of(LocalDate.parse("2020-01-30"), NEW_YORK);
        long first = day.epochNanos(HALF_PAST_NINE);

        assertEquals(first - SECOND, day.epochNanos(HALF_PAST_NINE - SECOND));
        assertEquals(first + SECOND, day.epochNanos(HALF_PAST_NINE + SECOND));
        assertEquals(1, day.backwards());
    }

    @Test
    void scenario29_aNewSessionBeginsItsDayAnewAndNothingIsBackwards() {
        VenueDay day = VenueDay.live(NEW_YORK);
        day.begin(nanos(Instant.parse("2020-01-30T14:30:00Z")));
        day.epochNanos(72_000 * SECOND);
        day.begin(nanos(Instant.parse("2020-01-31T08:00:00Z")));

        assertEquals(nanos(Instant.parse("2020-01-31T08:00:00Z")), day.epochNanos(3 * 3_600 * SECOND));
        assertEquals(0, day.backwards());
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
