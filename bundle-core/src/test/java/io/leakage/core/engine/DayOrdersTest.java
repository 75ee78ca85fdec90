package io.leakage.core.engine;

import static io.leakage.core.engine.ToldDesk.child;
import static io.leakage.core.engine.ToldDesk.fill;
import static io.leakage.core.engine.ToldDesk.nanos;
import static io.leakage.core.engine.ToldDesk.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Flag;
import org.junit.jupiter.api.Test;

/** An order of the day, which ends 100 ms after the first message; what is told of it, and when. */
class DayOrdersTest {
    private static final double END = 100;
    private static final double NEXT_DAY = 1_000;

    private final ToldDesk desk = new ToldDesk().tell(child(0, "C", 300).dayEnds(nanos(END)), report(1, "C", '0', '0'));

    /** Anything at all of a later time. */
    private void nextDay() {
        desk.tell(child(NEXT_DAY, "OTHER", 100));
    }

    private boolean isOver() {
        return Flag.DAY_OVER.in(desk.child().flags());
    }

    @Test
    void whatNobodyEndedIsTakenAsExpiredAndSaysSo() {
        desk.tell(fill(2, "C", "E1", 100, "100"), child(END, "OTHER", 100));
        assertEquals('1', desk.child().state(), "until the end of the day");

        desk.tell(child(END + 1e-6, "ANOTHER", 100));
        assertEquals('C', desk.child().state());
        assertEquals(0, desk.child().leaves());
        assertEquals(100, desk.child().executed());
        assertTrue(isOver());
        assertTrue(desk.flagged(Flag.DAY_OVER));
    }

    @Test
    void whatWasEndedByAMessageIsNot() {
        desk.tell(report(50, "C", '4', '4'));
        nextDay();

        assertEquals('4', desk.child().state());
        assertFalse(isOver());
    }

    @Test
    void anEndToldLateStandsInPlaceOfTheCalendars() {
        nextDay();
        desk.tell(report(99, "C", '3', '3'));

        assertEquals('3', desk.child().state());
        assertFalse(isOver());
    }

    @Test
    void aFillOfTheDayToldLateIsNotLateAndOneOfTheNextDayIs() {
        nextDay();
        desk.tell(fill(50, "C", "E1", 100, "100"));
        assertEquals('C', desk.child().state(), "what was before the end opens nothing");
        assertFalse(desk.flagged(Flag.LATE_FILL));

        desk.tell(fill(NEXT_DAY + 1, "C", "E2", 100, "100"));
        assertEquals(200, desk.child().executed());
        assertTrue(desk.flagged(Flag.LATE_FILL));
    }

    @Test
    void aReportOfTheDayToldLateOpensNothingAndOneOfTheNextDayDoes() {
        nextDay();
        desk.tell(report(99, "C", '5', '0').quantity(200));
        assertEquals('C', desk.child().state());
        assertTrue(isOver());

        desk.tell(report(NEXT_DAY + 1, "C", 'I', '0'));
        assertEquals('0', desk.child().state(), "it works on: the calendar was wrong");
        assertFalse(isOver());
    }

    @Test
    void aReplaceThatLetsItLiveOnTakesItOffTheCalendar() {
        desk.tell(report(50, "C2", '5', '0').original("C").quantity(300).dayEnds(Long.MAX_VALUE));
        nextDay();

        assertEquals('0', desk.child().state());
        assertFalse(isOver());
    }

    @Test
    void aRequestThatIsPendingChangesNothing() {
        desk.tell(report(50, "C2", 'E', 'E').original("C").quantity(300).dayEnds(Long.MAX_VALUE));
        nextDay();

        assertEquals('C', desk.child().state(), "nobody will answer any more");
        assertTrue(isOver());
    }

    @Test
    void ofAnOrderToldUnderTwoIdsTheDayIsOneAsWell() {
        desk.tell(fill(3, "C2", "E1", 100, "100").dayEnds(nanos(END)), report(4, "C2", '5', '1').original("C").quantity(400));
        nextDay();

        assertEquals('C', desk.child().state());
        assertEquals(100, desk.parent("P").executed());
        assertTrue(isOver());
    }
}
