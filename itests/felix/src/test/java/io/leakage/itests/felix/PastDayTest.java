package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.Inlets;
import io.leakage.api.score.Scorecard;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A day that is over, out of the journal of running bundles, over HTTP. */
@Timeout(180)
class PastDayTest {
    private static final long DAY_AFTER = Instant.parse("2026-01-03T14:30:00Z").getEpochSecond() * 1_000_000_000L;

    @Test
    void aDayThatIsOverIsReadFromTheJournalAndAnswered() throws Exception {
        try (Desk desk = new Desk(true)) {
            Inlets inlets = desk.launcher().service(Inlets.class);
            ScorecardCommandsTest.aBuyFilledThreeCentsAboveTheMid(inlets);
            ScorecardCommandsTest.awaitFill(desk.launcher().service(Scorecard.class));
            inlets.desk().clock(DAY_AFTER, ClockState.LOCKED, 100);
            Await.until(() -> answer(desk, "v1/days").body().contains("2026-01-02"), () -> answer(desk, "v1/days").body());

            Await.until(() -> answer(desk, "v1/orders?date=2026-01-02").status() == 200, () -> answer(desk, "v1/orders?date=2026-01-02").body());
            String orders = answer(desk, "v1/orders?date=2026-01-02").body();
            assertTrue(orders.contains("\"parent\":\"P\""), orders);
            Desk.Answer fills = answer(desk, "v1/fills?date=2026-01-02");
            assertTrue(fills.contentType().startsWith("text/csv"), fills.contentType());
            assertTrue(fills.body().contains("E1") && fills.body().contains("100.04"), fills.body());
            assertTrue(!answer(desk, "v1/orders?date=today").body().contains("\"parent\":\"P\""), "it is of yesterday");
            assertEquals(404, answer(desk, "v1/orders?date=2025-12-31").status());
        }
    }

    private static Desk.Answer answer(Desk desk, String path) {
        try {
            return desk.get(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
