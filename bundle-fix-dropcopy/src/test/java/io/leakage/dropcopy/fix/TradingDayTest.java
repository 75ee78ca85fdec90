package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;
import io.leakage.dropcopy.profile.Profiles;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day that ends at five in Chicago: 23:00 UTC in winter, 22:00 in summer. */
class TradingDayTest {
    private final FixScan scan = new FixScan(Profiles.of("generic-44", List.of("day.end=17:00 America/Chicago")), false, () -> null);

    @ParameterizedTest(name = "{0} is of the day that ends at {1}")
    @CsvSource({"20260302-14:30:00, 2026-03-02T23:00:00Z", "20260302-23:00:00, 2026-03-02T23:00:00Z",
        "20260302-23:00:00.000000001, 2026-03-03T23:00:00Z", "20260307-23:30:00, 2026-03-08T22:00:00Z",
        "20260308-22:00:01, 2026-03-09T22:00:00Z", "20261031-22:30:00, 2026-11-01T23:00:00Z"})
    void aDayEndsAtItsHourInItsOwnZoneAlsoWhenTheClockChanges(String time, String end) {
        assertEquals(nanos(end), ends("35=8|59=0|60=" + time + "|"));
    }

    @ParameterizedTest(name = "35={0}|59={1}: {2}")
    @CsvSource({"D, 0, day", "8, 0, day", "8, 3, day", "8, 4, day", "D, 2, day", "G, 7, day", "8, 1, on",
        "D, 6, on", "8, A, on", "8, 10, on"})
    void timeInForceSaysWhetherItOutlivesIt(char type, String timeInForce, String lives) {
        assertEquals("on".equals(lives) ? Long.MAX_VALUE : nanos("2026-03-02T23:00:00Z"),
                ends("35=" + type + "|59=" + timeInForce + "|60=20260302-14:30:00|"));
    }

    @Test
    void anOrderWithoutTimeInForceIsOfTheDayAndAReportWithoutItDoesNotSay() {
        assertEquals(nanos("2026-03-02T23:00:00Z"), ends("35=D|60=20260302-14:30:00|"));
        assertEquals(nanos("2026-03-02T23:00:00Z"), ends("35=D|52=20260302-14:30:00|"), "when it was sent stands in");
        assertEquals(Absent.LONG, ends("35=8|60=20260302-14:30:00|"));
        assertEquals(Absent.LONG, ends("35=D|"), "nobody knows which day");
    }

    @Test
    void withoutACalendarNobodySays() {
        OrderMessage message = new OrderMessage();
        byte[] raw = Fix.bytes("8=FIX.4.4|35=D|11=A|59=0|60=20260302-14:30:00|");
        new FixScan(Profiles.of("generic-44"), false, () -> null).scan(raw, 0, raw.length, message);
        assertEquals(Absent.LONG, message.dayEndNanos);
    }

    private long ends(String fields) {
        OrderMessage message = new OrderMessage();
        byte[] raw = Fix.bytes("8=FIX.4.4|11=A|" + fields);
        assertEquals(FixScan.Outcome.ORDER, scan.scan(raw, 0, raw.length, message), scan.problem());
        return message.dayEndNanos;
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }
}
