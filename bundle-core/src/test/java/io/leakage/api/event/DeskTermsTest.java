package io.leakage.api.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTermsTest {
    private static final long HOUR = 3_600_000_000_000L;

    @ParameterizedTest(name = "{8}")
    @CsvSource(quoteCharacter = '"', value = {
        "-1, 20, 5, 5, 0, 0.15, 1, 0.2, \"maxSwitchesPerParent: at least 0, got -1\"",
        "1, -1, 5, 5, 0, 0.15, 1, 0.2, \"maxSwitchesPerDesk: at least 0, got -1\"",
        "1, 20, -1, 5, 0, 0.15, 1, 0.2, \"maxSwitchesPerMinute: at least 0, got -1\"",
        "1, 20, 5, -1, 0, 0.15, 1, 0.2, \"maxMessagesPerSecond: at least 0, got -1\"",
        "1, 20, 5, 5, -1, 0.15, 1, 0.2, \"cooldownNanos: at least 0, got -1\"",
        "1, 20, 5, 5, 0, 15, 1, 0.2, \"minimumRemaining: 0 to 1, got 15.0\"",
        "1, 20, 5, 5, 0, NaN, 1, 0.2, \"minimumRemaining: 0 to 1, got NaN\"",
        "1, 20, 5, 5, 0, 0.15, -1, 0.2, \"approvalNanos: at least 0, got -1\"",
        "1, 20, 5, 5, 0, 0.15, 1, 20, \"falseDiscoveryRate: 0 to 1, got 20.0\""})
    void whatMakesNoSenseIsRefusedWithFieldAndRange(int perParent, int perDesk, int perMinute, int messages,
            long cooldown, double remaining, long approval, double rate, String message) {
        var e = assertThrows(IllegalArgumentException.class, () -> new DeskTerms(Set.of(), DeskMode.ADVISE, perParent, perDesk, perMinute,
                messages, cooldown, remaining, approval, rate));

        assertEquals(message, e.getMessage());
    }

    @Test
    void whatIsMissingIsNamed() {
        var features = assertThrows(NullPointerException.class, () -> new DeskTerms(null, DeskMode.ADVISE, 1, 20, 5, 5, 0, 0, 1));
        var mode = assertThrows(NullPointerException.class, () -> new DeskTerms(Set.of(), null, 1, 20, 5, 5, 0, 0, 1));

        assertEquals("features mode", features.getMessage() + ' ' + mode.getMessage());
    }

    @Test
    void theEndsOfItsRangesAreAllowed() {
        assertEquals(0, new DeskTerms(Set.of(), DeskMode.OFF, 0, 0, 0, 0, 0, 0, 0, 0).approvalNanos());
        assertTrue(new DeskTerms(Set.of(DeskFeature.values()), DeskMode.AUTO, 100, 1_000_000, 1_000_000, 1_000, 0, 1, HOUR, 1)
                .has(DeskFeature.SWITCHING));
    }
}
