package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quickfix.DefaultSessionSchedule;
import quickfix.SessionSchedule;

/** When a session begins anew, by the source's own zone and never by the server's. */
class SessionHoursTest {
    @ParameterizedTest(name = "server in {0}")
    @ValueSource(strings = {"UTC", "Asia/Tokyo", "America/Los_Angeles"})
    void scenario20_aWeeklySessionBeginsOnSundayEveningInChicagoAlsoInTheWeekTheClockChanges(String server) throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(server));
        try {
            SessionSchedule schedule = schedule("SUN 17:00:00-FRI 16:00:00", "America/Chicago");
            // the clock goes forward on Sunday 2026-03-08 at 2:00, and back on 2026-11-01
            same(schedule, true, "2026-03-08T17:00:01-05:00", "2026-03-13T15:59:59-05:00");
            same(schedule, false, "2026-03-06T15:59:59-06:00", "2026-03-08T17:00:01-05:00");
            same(schedule, true, "2026-03-01T17:00:01-06:00", "2026-03-06T15:59:59-06:00");
            same(schedule, true, "2026-10-25T17:00:01-05:00", "2026-10-30T15:59:59-05:00");
            same(schedule, false, "2026-10-30T15:59:59-05:00", "2026-11-01T17:00:01-06:00");
            same(schedule, true, "2026-11-01T17:00:01-06:00", "2026-11-06T15:59:59-06:00");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void scenario20_aDailySessionKeepsItsHourWhenTheClockChanges() throws Exception {
        SessionSchedule schedule = schedule("18:00:00-17:00:00", "America/New_York");
        same(schedule, true, "2026-03-06T18:00:01-05:00", "2026-03-07T16:59:59-05:00");
        same(schedule, true, "2026-03-07T18:00:01-05:00", "2026-03-08T16:59:59-04:00");
        same(schedule, false, "2026-03-08T16:59:59-04:00", "2026-03-08T18:00:01-04:00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"SUN 17:00:00-16:00:00", "17:00:00-FRI 16:00:00", "XXX 17:00:00-FRI 16:00:00", "25:00:00-16:00:00", "9-17",
        "SUN 17:00:00-SUN 17:00:00", "17:00:00-17:00:00"})
    void whatIsNoSessionIsNone(String text) {
        assertNull(SessionHours.of(text));
    }

    private static void same(SessionSchedule schedule, boolean same, String first, String second) {
        assertEquals(same, schedule.isSameSession(calendar(first), calendar(second)), first + " and " + second);
    }

    private static Calendar calendar(String text) {
        Calendar calendar = GregorianCalendar.from(ZonedDateTime.parse(text));
        calendar.setTimeZone(TimeZone.getTimeZone("UTC"));
        return calendar;
    }

    private static SessionSchedule schedule(String session, String zone) throws Exception {
        DropCopySource source = new DropCopySource("n", FixVersion.FIX_4_4, true, "h", 1, "S", "T", 30, 5, 0, "", session, zone, "", 0);
        return new DefaultSessionSchedule(SessionPins.settings(source), SessionPins.id(source));
    }
}
