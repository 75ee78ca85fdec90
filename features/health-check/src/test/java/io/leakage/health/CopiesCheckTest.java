package io.leakage.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.health.CopyCondition;
import io.leakage.api.health.CopyState;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiesCheckTest {
    @ParameterizedTest(name = "a drop copy that is {0} makes {1}")
    @CsvSource({"FLOWING, OK", "CLOSED, OK", "WAITING, WARN", "MISSING, WARN", "STALE, CRITICAL", "DOWN, CRITICAL"})
    void aDropCopyIsJudgedByItsCondition(CopyCondition condition, Status verdict) {
        assertEquals(verdict, CopiesCheck.of(List.of(copy(condition, 0))).getStatus());
    }

    @Test
    void aMessageKeptUnreadWarns() {
        assertEquals(Status.WARN, CopiesCheck.of(List.of(copy(CopyCondition.FLOWING, 1))).getStatus());
    }

    @ParameterizedTest(name = "{0} rejected, {1} late, {2} missing inside make {3}")
    @CsvSource({"0, 0, 0, OK", "1, 0, 0, WARN", "0, 1, 0, WARN", "0, 0, 1, WARN"})
    void whatAPersonShouldLookAtWarns(long rejected, long late, long innerMissing, Status verdict) {
        CopyState copy = new CopyState("street", CopyCondition.FLOWING, "", 1, 2, 5, Absent.LONG, Absent.LONG, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, rejected, late, 1, innerMissing, Map.of());

        assertEquals(verdict, CopiesCheck.of(List.of(copy)).getStatus());
    }

    @Test
    void noDropCopyWarns() {
        assertEquals(Status.WARN, CopiesCheck.of(List.of()).getStatus());
    }

    @Test
    void whatIsMissingIsTold() {
        assertEquals(List.of(
                "WARN street is MISSING: last message 2.000 ms ago, missing 5 to 8, gaps 1,001, resends 2, duplicates dropped 6",
                "OK street delivered 12 messages, kept 0 unread, failed on 0, holds 15 back",
                "WARN street rejected 16, late 17, gaps within wrapped messages 18, missing there 19, by type {8=20}"),
                Lines.of(CopiesCheck.of(List.of(copy(CopyCondition.MISSING, 0)))));
    }

    private static CopyState copy(CopyCondition condition, long quarantined) {
        boolean missing = condition == CopyCondition.MISSING;
        return new CopyState("street", condition, "", 1, 2_000_000, 5, missing ? 5 : Absent.LONG, missing ? 9 : Absent.LONG, 1_001, 2, 3, 4,
                5, 6, 7, 8, 9, 10, 11, 12, 13, quarantined, 0, 15,
                missing ? 16 : 0, missing ? 17 : 0, missing ? 18 : 0, missing ? 19 : 0, Map.of("8", 20L));
    }
}
