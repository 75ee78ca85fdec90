package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.testing.Garbage;
import org.junit.jupiter.api.Test;

class FeedTimeCheckTest {
    private static final long RECEIVED = 1_767_364_200_000_000_000L;

    private final FeedTimeCheck check = new FeedTimeCheck(100);

    @Test
    void scenario30_aFeedTimeLaterThanOurReceiveTimeBeyondBothClocksBoundsIsInconsistent() {
        assertTrue(check.isConsistent(RECEIVED - 5_000, RECEIVED, 400));
        assertTrue(check.isConsistent(RECEIVED + 500, RECEIVED, 400), "100 of theirs and 400 of ours explain 500");
        assertFalse(check.isConsistent(RECEIVED + 501, RECEIVED, 400));
        assertFalse(check.isConsistent(RECEIVED + 1_500, RECEIVED, 400));

        assertEquals(2, check.inconsistent());
        assertEquals(1_000, check.worstNanos());
    }

    @Test
    void scenario30_aClockWithoutBoundsAccusesNobody() {
        assertTrue(check.isConsistent(RECEIVED + 1_000_000_000, RECEIVED, Absent.LONG));
        assertTrue(check.isConsistent(RECEIVED + 1_000_000_000, Absent.LONG, 400));
        assertTrue(check.isConsistent(Absent.LONG, RECEIVED, 400));

        assertEquals(0, check.inconsistent());
    }

    @Test
    void aCheckLeavesNoGarbage() {
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < 10_000; i++) {
                check.isConsistent(RECEIVED + i, RECEIVED, 400);
            }
        }));
    }
}
