package io.leakage.api.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormulaTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"1 + 2 · 3, 7", "(1 + 2) · 3, 9", "8 − 2 − 1, 5", "8 / 2 / 2, 2", "−2 · −3, 6", "1e4 / 2.5, 4000", "−(1 − 3), 2"})
    void pointsBeforeStrokesAndFromTheLeft(String text, double value) {
        assertEquals(value, new Formula(text).value(input -> Double.NaN));
    }

    @Test
    void aNameStandsForItsInput() {
        assertEquals(12, new Formula("{executed} · {average_price}").value(input -> input == Input.EXECUTED ? 3 : 4));
    }

    @ParameterizedTest(name = "{0} is refused at place {1}")
    @CsvSource({"1 +, 3", "(1, 2", "{nobody}, 1", "1 1, 2", "2 * 3, 2", "'', 0"})
    void whatIsNoFormulaIsRefusedWithItsPlace(String text, int place) {
        var e = assertThrows(IllegalArgumentException.class, () -> new Formula(text));
        assertTrue(e.getMessage().contains("place " + place + ":"), e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyMeasureHasAFormulaThatCanBeRead(Measure measure) {
        assertFalse(Formula.of(measure).inputs().isEmpty());
    }

    @Test
    void aMarkoutHasAMeaningForOneFillAloneAndADriftHasNone() {
        assertTrue(Formula.of(Measure.MARKOUT_1S).isOfFill());
        assertTrue(Formula.of(Measure.ARRIVAL_SLIPPAGE).isOfFill());
        assertFalse(Formula.of(Measure.DRIFT).isOfFill());
        assertFalse(Formula.of(Measure.IMPLEMENTATION_SHORTFALL).isOfFill());
    }
}
