package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Orders drift by a random walk of 300 seconds, 0.5 bps each, that nobody causes; whoever is 8 bps behind is switched, and what that
 * "saved" by the naive reckoning is the slope so far, drawn on to the end, less what then came.
 */
class SavingsTest {
    private static final int SECONDS = 300;
    private static final double STEP = .5;
    private static final double TRIGGER = 8;
    private static final double HOLD_OUT = .2;

    private final Random random = new Random(20_261_129);

    /** What a switch is decided on, and what then came without one. */
    private record Case(double expected, double gained) {
    }

    /** The next order that gets as far as the trigger. */
    private Case next() {
        while (true) {
            double drift = 0;
            for (int t = 1; t < SECONDS; t++) {
                drift += STEP * random.nextGaussian();
                if (drift > TRIGGER) {
                    double later = STEP * Math.sqrt(SECONDS - t) * random.nextGaussian();
                    return new Case(-drift / t * (SECONDS - t), -later);
                }
            }
        }
    }

    private Savings decide(int decisions, double truth) {
        Savings savings = new Savings();
        for (int i = 0; i < decisions; i++) {
            decide(savings, truth);
        }
        return savings;
    }

    private void decide(Savings savings, double truth) {
        Case one = next();
        boolean switched = random.nextDouble() >= HOLD_OUT;
        Savings.Arm arm = switched ? Savings.Arm.SWITCHED : Savings.Arm.WITHHELD;
        savings.decided(arm, 1 - HOLD_OUT, one.expected(), one.gained() + (switched ? truth : 0));
    }

    @Test
    void drawingTheSlopeOnSavesThirteenPointSevenBasisPointsWithASwitchThatDoesNothing() {
        int orders = 20_000;
        double sum = 0;
        double squares = 0;
        int positive = 0;
        for (int i = 0; i < orders; i++) {
            Case one = next();
            double saved = one.gained() - one.expected();
            sum += saved;
            squares += saved * saved;
            positive += saved > 0 ? 1 : 0;
        }
        double mean = sum / orders;
        double error = Math.sqrt((squares / orders - mean * mean) / orders);
        assertEquals(13.7, mean, .5, "bps, with a standard error of " + error);
        assertEquals(87.5, 100.0 * positive / orders, 1, "percent positive");
    }

    @Test
    void againstThoseWithheldTheSameSwitchSavesNothing() {
        Savings.Saving saving = decide(20_000, 0).saving();

        assertTrue(saving.identified());
        assertEquals(20_000, saving.decisions());
        assertEquals(0, saving.bps(), .4);
        assertTrue(saving.lo() < 0 && saving.hi() > 0 && saving.hi() - saving.lo() < 1.5, saving.toString());
    }

    @Test
    void aSwitchThatSavesIsFoundToSaveThat() {
        Savings.Saving saving = decide(20_000, 5).saving();

        assertEquals(5, saving.bps(), .4);
        assertTrue(saving.lo() > 0 && saving.lo() < 5 && saving.hi() > 5, saving.toString());
    }

    @Test
    void theIntervalHoldsAtEveryLook() {
        int runs = 200;
        int missed = 0;
        for (int run = 0; run < runs; run++) {
            Savings savings = new Savings();
            boolean off = false;
            for (int i = 0; i < 200; i++) {
                decide(savings, 2);
                Savings.Saving saving = savings.saving();
                off |= i >= 50 && (saving.lo() > 2 || saving.hi() < 2);
            }
            missed += off ? 1 : 0;
        }
        assertTrue(missed <= runs * .05 + 3 * Math.sqrt(runs * .05 * .95), missed + " of " + runs);
    }

    @Test
    void withoutHoldOutsTheNumberIsCalledAModelEstimate() {
        Savings savings = new Savings();
        for (int i = 0; i < 1_000; i++) {
            Case one = next();
            savings.decided(Savings.Arm.SWITCHED, 1, one.expected(), one.gained());
        }
        Savings.Saving saving = savings.saving();

        assertFalse(saving.identified());
        assertTrue(saving.bps() > 10, saving.toString());
        assertTrue(Double.isNaN(saving.lo()) && Double.isNaN(saving.hi()));
        assertTrue(saving.toString().endsWith("(model estimate, not identified)"), saving.toString());
    }

    @Test
    void twoDecisionsByHand() {
        Savings savings = new Savings();
        savings.decided(Savings.Arm.SWITCHED, .8, 0, 4);
        assertFalse(savings.saving().identified());
        savings.decided(Savings.Arm.WITHHELD, .8, 0, 1);

        // 4/0.8 = 5; then the line of those switched says 4, that of those withheld nothing: 4 − 1/0.2 = −1; (5 − 1) / 2
        assertEquals(2, savings.saving().bps(), 1e-12);
        assertTrue(Double.isInfinite(savings.saving().hi()));
    }

    @Test
    void whatWasLetThroughAndDeclinedCountsWithWhatWasSwitched() {
        Savings savings = new Savings();
        savings.decided(Savings.Arm.LEFT, .5, 0, -6);
        savings.decided(Savings.Arm.WITHHELD, .5, 0, -2);

        // −6/0.5 = −12; then the line of those let through says −6, that of those withheld nothing: −6 + 2/0.5 = −2; (−12 − 2) / 2
        assertEquals(-7, savings.saving().bps(), 1e-12);
    }

    @Test
    void theModelSpeaksOfWhatWasCarriedOutAloneAndWhereItCan() {
        Savings savings = new Savings();
        savings.decided(Savings.Arm.SWITCHED, 1, -5, 1);
        savings.decided(Savings.Arm.SWITCHED, 1, Double.NaN, 100);
        savings.decided(Savings.Arm.LEFT, 1, -50, 100);

        assertEquals(6, savings.saving().bps(), 1e-12);
        assertEquals(1, savings.saving().decisions());
        assertFalse(savings.saving().identified());
    }

    @Test
    void whatContradictsItselfIsRefused() {
        Savings savings = new Savings();
        assertThrows(IllegalArgumentException.class, () -> savings.decided(Savings.Arm.SWITCHED, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> savings.decided(Savings.Arm.WITHHELD, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> savings.decided(Savings.Arm.SWITCHED, Double.NaN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> savings.decided(Savings.Arm.SWITCHED, .9, 0, Double.NaN));
    }
}
