package io.leakage.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.desk.DeskState;
import io.leakage.api.event.DeskTerms;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskCheckTest {
    @ParameterizedTest(name = "in force {0}, refused {1}: {2}")
    @CsvSource({"true, , OK", "true, mode: expected one of OFF, WARN", "false, mode: expected one of OFF, CRITICAL"})
    void aDeskIsJudgedByWhetherItIsThereAndWhatWasRefused(boolean inForce, String refused, Status verdict) {
        assertEquals(verdict, DeskCheck.of(desk(inForce, refused), null).getStatus());
    }

    @Test
    void whatWasRefusedIsToldWithTheReason() {
        assertEquals(List.of("WARN refused: mode: expected one of OFF; the last good configuration stays in force",
                "OK us is in force, mode OBSERVE"), Lines.of(DeskCheck.of(desk(true, "mode: expected one of OFF"), null)));
    }

    private static DeskState desk(boolean inForce, String refused) {
        return new DeskState("us", "leakage.desk~us", inForce, refused, DeskTerms.DEFAULT, Map.of(), "", Map.of());
    }
}
