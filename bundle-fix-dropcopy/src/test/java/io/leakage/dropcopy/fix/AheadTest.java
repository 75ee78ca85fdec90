package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void scenario27_whatIsHeldIsBoundedAndAJumpOverWhatIsNotShowsAsAHole() {
        Ahead ahead = new Ahead(10);
        ahead.gapTo(4);
        boolean full = false;
        for (int number = 4; number <= 100; number++) {
            full = ahead.hold(number, "x".repeat(100), false);
            assertEquals(number - 3 > 10, full, "message " + number);
        }
        assertEquals(20, ahead.size(), "twice what may wait, for the end of a connection takes time");
        assertEquals(false, ahead.forgot(3, 24), "4 to 23 are held");
        assertEquals(true, ahead.forgot(3, 25));
        ahead.passed(101);
        assertEquals(0, ahead.size());
        ahead.nothingWaits(true);
        assertEquals(false, ahead.hold(102, "x".repeat(64 * 1024), false));
        assertEquals(false, ahead.hold(103, "x", false), "65 of 20 are held already");
        assertEquals(1, ahead.size());
    }

    @Test
    void scenario19_whatWaitedUnderTheOldNumbersIsToldFromWhatComesUnderTheNew() {
        Ahead ahead = new Ahead(10);
        ahead.hold(4, "old 4", false);
        ahead.hold(5, "old 5", false);
        ahead.renumbered();
        ahead.hold(2, "new 2", false);

        assertEquals("old 4", ahead.firstBefore(1).getValue());
        ahead.taken(4);
        assertEquals("old 5", ahead.firstBefore(1).getValue());
        ahead.taken(5);
        assertNull(ahead.firstBefore(1), "what is new comes in its turn");
        assertEquals("new 2", ahead.firstBefore(3).getValue());
    }
}
