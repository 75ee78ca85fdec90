package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {
    private static final long AT = 1_767_364_200_123_000_000L;

    @ParameterizedTest(name = "{0} digits, U {1} ns: [{2}, {3}] about the stamp")
    @CsvSource({"9, 0, 0, 0", "9, 500, -500, 500", "6, 0, 0, 999", "3, 0, 0, 999999", "3, 500, -500, 1000499", "0, 0, 0, 999999999"})
    void aStampIsAsLongAsItsLastDigitAndAsWideAsItsClockIsUncertain(int digits, long uncertainty, long lo, long hi) {
        assertEquals(new EventTime(AT + lo, AT + hi), EventTime.of(AT, digits, uncertainty));
    }

    @Test
    void beforeIsOnlyWhatIsBeforeForCertain() {
        EventTime sent = EventTime.of(AT, 3, 0);
        EventTime within = EventTime.of(AT + 999_999, 9, 0);
        EventTime after = EventTime.of(AT + 1_000_000, 9, 0);

        assertTrue(sent.isBefore(after));
        assertFalse(after.isBefore(sent));
        assertFalse(sent.isUndecidable(after));
        assertFalse(sent.isBefore(within));
        assertFalse(within.isBefore(sent));
        assertTrue(sent.isUndecidable(within) && within.isUndecidable(sent) && sent.isUndecidable(sent));
    }

    @Test
    void oneNanosecondOfUncertaintyOnEitherSideMakesNeighboursUndecidable() {
        assertTrue(EventTime.of(AT, 9, 0).isBefore(EventTime.of(AT + 1, 9, 0)));
        assertTrue(EventTime.of(AT, 9, 1).isUndecidable(EventTime.of(AT + 1, 9, 0)));
        assertTrue(EventTime.of(AT, 9, 1).isUndecidable(EventTime.of(AT + 2, 9, 1)));
        assertTrue(EventTime.of(AT, 9, 1).isBefore(EventTime.of(AT + 3, 9, 1)));
    }

    @ParameterizedTest(name = "U {0} ns: {1}")
    @CsvSource({"0, 2026-01-02T14:30:00.123000007Z", "999, 2026-01-02T14:30:00.123000007Z", "1000, 2026-01-02T14:30:00.123000Z",
        "999999, 2026-01-02T14:30:00.123000Z", "1000000, 2026-01-02T14:30:00.123Z", "999999999, 2026-01-02T14:30:00.123Z",
        "1000000000, 2026-01-02T14:30:00Z", "-9223372036854775808, 2026-01-02T14:30:00Z"})
    void aTimeHasAsManyDigitsAsItsClockAllows(long uncertainty, String text) {
        assertEquals(text, EventTime.text(AT + 7, uncertainty));
    }

    @Test
    void aMillisecondStampIsNotPrintedInNanoseconds() {
        // half of 1 ms: microseconds
        assertEquals("2026-01-02T14:30:00.123500Z", EventTime.of(AT, 3, 0).text());
    }

    @Test
    void nonsenseIsRefused() {
        assertEquals("digits: 10, expected 0 to 9", refusal(AT, 10, 0));
        assertEquals("uncertaintyNanos: " + Absent.LONG + ", expected 0 or more: an unbounded clock gives no interval",
                refusal(AT, 9, Absent.LONG));
        assertEquals("hiNanos: 1 lies before loNanos 2",
                assertThrows(IllegalArgumentException.class, () -> new EventTime(2, 1)).getMessage());
    }

    private static String refusal(long at, int digits, long uncertainty) {
        return assertThrows(IllegalArgumentException.class, () -> EventTime.of(at, digits, uncertainty)).getMessage();
    }
}
