package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.simulator.LivePlayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseOptionsTest {
    @Test
    void aPersonSeesTheDayAtFiveTimesItsSpeedAndAMachineAsFastAsItGoes() {
        assertEquals(5, CaseOptions.parse("--scenario", "case-study").speed());
        assertEquals(LivePlayer.FULL_SPEED, CaseOptions.parse("--scenario", "case-study", "--headless").speed());
        assertEquals(60, CaseOptions.parse("--headless", "--speed", "60").speed());
    }

    @Test
    void thereIsAPredatorUnlessToldOtherwiseAndNobodyActsByItself() {
        assertEquals(1, CaseOptions.parse().predator());
        assertEquals(0, CaseOptions.parse("--predator", "0").predator());
        assertFalse(CaseOptions.parse().auto());
        assertTrue(CaseOptions.parse("--headless", "--auto").auto());
    }

    @ParameterizedTest(name = "{0} {1} is refused with {2}")
    @CsvSource({"--predator, 6, 0.0 to 5.0", "--predator, much, 0.0 to 5.0", "--scenario, other, case-study", "--port, 0, 1.0 to 65535.0",
        "--cards, x, unknown argument"})
    void whatMakesNoSenseIsRefusedWithWhatWasExpected(String name, String value, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> CaseOptions.parse(name, value)).getMessage();

        assertTrue(message.contains(expected), message);
    }

    @Test
    void toActByItselfNeedsNobodyAtATerminal() {
        assertThrows(IllegalArgumentException.class, () -> CaseOptions.parse("--auto"));
    }
}
