package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {
    private final ConfidenceSequence twoSided = new ConfidenceSequence(.05, 100, false);
    private final ConfidenceSequence oneSided = new ConfidenceSequence(.05, 100, true);

    @Test
    void theTwoSidedBoundIsTheReferences() {
        assertEquals(12.60056, twoSided.rho(), 5e-6);
        assertEquals(-.6510052, twoSided.logMixture(10, 100), 5e-8);
        assertEquals(30.35209, twoSided.bound(100), 5e-6);
    }

    @Test
    void theOneSidedBoundIsTheReferences() {
        assertEquals(15.8006, oneSided.rho(), 5e-5);
        assertEquals(-.06502391, oneSided.logMixture(10, 100), 5e-8);
        assertEquals(27.66071, oneSided.bound(100), 5e-6);
    }

    @Test
    void atTheBoundTheMixtureIsOneOverAlpha() {
        for (double v : new double[] {0, 1, 30, 100, 1e4}) {
            assertEquals(Math.log(20), twoSided.logMixture(twoSided.bound(v), v), 1e-9);
            assertEquals(Math.log(20), oneSided.logMixture(oneSided.bound(v), v), 1e-9);
        }
    }

    @Test
    void aWalkThatIsLookedAtEachStepCrossesItAtMostThatOften() {
        Random random = new Random(5);
        int crossed = 0;
        int walks = 4000;
        for (int walk = 0; walk < walks; walk++) {
            double s = 0;
            boolean out = false;
            for (int n = 1; n <= 500; n++) {
                s += random.nextGaussian();
                out |= Math.abs(s) >= twoSided.bound(n);
            }
            crossed += out ? 1 : 0;
        }
        assertTrue(crossed > .01 * walks && crossed <= .05 * walks + 3 * Math.sqrt(.05 * .95 * walks), crossed + " of " + walks);
    }

    @Test
    void theNormalDistributionIsKnownFarIntoItsTails() {
        assertEquals(Math.log(.5), Normal.logOf(0), 1e-15);
        assertEquals(Math.log(.8413447460685429), Normal.logOf(1), 1e-14);
        assertEquals(-53.23128515051247, Normal.logOf(-10), 1e-11);
        assertEquals(-7.61985302416047e-24, Normal.logOf(10), 1e-34);
        assertEquals(Normal.logOf(-6.0000001), Normal.logOf(-5.9999999), 2e-6);
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ConfidenceSequence(0, 100, false));
        assertThrows(IllegalArgumentException.class, () -> new ConfidenceSequence(.05, Double.NaN, false));
    }
}
