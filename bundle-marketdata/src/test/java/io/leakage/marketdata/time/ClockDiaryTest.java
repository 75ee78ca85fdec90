package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.health.ClockReport;
import io.leakage.api.health.ClockReport.Day;
import io.leakage.api.health.ClockReport.StampingPoint;
import io.leakage.api.health.ClockReport.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockDiaryTest {
    /** 2026-01-02T23:59:59Z. */
    private static final long EVENING = 1_767_398_399_000_000_000L;
    private static final long SECOND = 1_000_000_000;

    private final ClockDiary diary = new ClockDiary();

    @Test
    void aDaysWorstIsTheLargestOffsetEitherWayAndTheLargestUncertainty() {
        diary.note(EVENING - 2 * SECOND, quality(ClockState.LOCKED, 200, 3_000));
        diary.note(EVENING - SECOND, quality(ClockState.LOCKED, -700, 2_000));
        diary.note(EVENING, quality(ClockState.LOCKED, 600, 1_000));
        diary.note(EVENING + SECOND, quality(ClockState.UNSYNC, 10, Absent.LONG));
        diary.note(EVENING + 2 * SECOND, quality(ClockState.LOCKED, 5, 1_000));

        assertEquals(List.of(new Day("2026-01-02", -700, EVENING - SECOND, 3_000, 3, 0),
                new Day("2026-01-03", 10, EVENING + SECOND, 1_000, 2, 1)), diary.days());
    }

    @Test
    void onlyAChangeOfStateIsHistory() {
        assertTrue(diary.note(1, quality(ClockState.LOCKED, 0, 1)));
        assertFalse(diary.note(2, quality(ClockState.LOCKED, 0, 1)));
        assertTrue(diary.note(3, quality(ClockState.HOLDOVER, 0, 1)));

        assertEquals(List.of(1L, 3L), diary.changes().stream().map(change -> change.epochNanos()).toList());
    }

    @Test
    void thePageIsReadByARegulator() {
        diary.note(EVENING, quality(ClockState.LOCKED, -300, 3_201));
        ClockReport report = new ClockReport(EVENING + 123_456_789, ClockState.LOCKED, 3_201, true, "follows", -300, 500_000_000,
                "001122fffe334455", 6, 37, 1_782_604_800_000_000_000L, List.of(new Term("offset", 300, "measured by PTP"),
                new Term("truncation", 1, "last digit of the clock")), List.of(new StampingPoint("KERNEL", 1_500, 40_000, 2_000)),
                diary.days(), diary.changes());

        assertEquals("""
                Clock at 2026-01-02T23:59:59.123456Z: LOCKED, traceable to UTC
                  follows
                  source            001122fffe334455 of class 6
                  offset            -300 ns, measured 500,000,000 ns ago
                  TAI-UTC           37 s, certain until 2026-06-28T00:00:00Z
                Uncertainty: at most 3,201 ns
                  offset                      300 ns  measured by PTP
                  truncation                    1 ns  last digit of the clock
                Stamping points for receive times, best first, measured over loopback:
                  KERNEL            median 1,500 ns, p99.9 40,000 ns, of 2000 packets
                Largest divergence, by UTC day since the start:
                  2026-01-02        offset -300 ns at 2026-01-02T23:59:59Z, uncertainty 3,201 ns, unbounded in 0 of 1 looks
                States since the start:
                  2026-01-02T23:59:59Z  LOCKED      because
                """, ClockText.of(report));
    }

    private static ClockQuality quality(ClockState state, long offset, long uncertainty) {
        Budget budget = uncertainty == Absent.LONG ? Budget.NONE : new Budget(List.of(new Term("all", uncertainty, "")));
        return new ClockQuality(state, "because", budget, true, offset, 0, "", -1);
    }
}
