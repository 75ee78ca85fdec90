package io.leakage.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Progress;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardCheckTest {
    private static final String MAP = "Chronicle Map in /var/lib/leakage/scores";

    @Test
    void aScorecardThatTookEverythingIsOk() {
        Result result = ScorecardCheck.of(progress(0, 0, 0, 0), MAP);

        assertEquals(Status.OK, result.getStatus());
        assertEquals(List.of("OK 2,000 market events and 30 order events applied", "OK 0 market events dropped because the ring was full",
                "OK 0 events that did not fit what was known", "OK 0 drop-copy messages that could not be read",
                "OK 0 instruments whose book cannot be trusted", "OK scores are kept in " + MAP), Lines.of(result));
    }

    @ParameterizedTest(name = "dropped {0}, unapplied {1}, quarantined {2}, stale {3}: {4}")
    @CsvSource({"1, 0, 0, 0, 1 market events dropped because the ring was full",
        "0, 1234, 0, 0, '1,234 events that did not fit what was known'",
        "0, 0, 1, 0, 1 drop-copy messages that could not be read", "0, 0, 0, 2, 2 instruments whose book cannot be trusted"})
    void whatNeverReachedAScoreWarns(long dropped, long unapplied, long quarantined, long stale, String line) {
        Result result = ScorecardCheck.of(progress(dropped, unapplied, quarantined, stale), MAP);

        assertEquals(Status.WARN, result.getStatus());
        assertTrue(Lines.of(result).contains("WARN " + line), Lines.of(result)::toString);
    }

    @Test
    void scoresOnTheHeapWarnForARestartLosesThem() {
        Result result = ScorecardCheck.of(progress(0, 0, 0, 0), "heap, Chronicle Map cannot be used here: no sun.misc");

        assertEquals(Status.WARN, result.getStatus());
        assertEquals("WARN scores are kept in heap, Chronicle Map cannot be used here: no sun.misc", Lines.of(result).get(5));
    }

    @Test
    void noScorecardIsCritical() {
        assertEquals(Status.CRITICAL, ScorecardCheck.absent().getStatus());
    }

    private static Progress progress(long dropped, long unapplied, long quarantined, long stale) {
        return new Progress(7, 2_000, 30, 1, 1, dropped, unapplied, quarantined, stale);
    }
}
