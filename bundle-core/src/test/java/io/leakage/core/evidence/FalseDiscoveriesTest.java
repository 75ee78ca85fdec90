package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {
    @Test
    void theTwoStrongestOfFourAreNamed() {
        assertEquals(25, FalseDiscoveries.threshold(new double[] {1, 70, 3, 25}, .2));
    }

    @Test
    void theLastThatReachesItsMarkCountsEvenWhenOneBeforeDoesNot() {
        // 4/(1·.5) = 8 > 5, but 4/(2·.5) = 4 ≤ 4.5
        assertEquals(4.5, FalseDiscoveries.threshold(new double[] {5, 4.5, 1, 1}, .5));
    }

    @Test
    void withoutEvidenceNobodyIsNamed() {
        assertEquals(Double.POSITIVE_INFINITY, FalseDiscoveries.threshold(new double[] {1, 1, 2}, .2));
        assertEquals(Double.POSITIVE_INFINITY, FalseDiscoveries.threshold(new double[0], .2));
    }
}
