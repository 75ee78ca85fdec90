package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactMeanTest {
    private static final ConfidenceSequence SEQUENCE = new ConfidenceSequence(.05, 100, false);

    private static ExactMean of(double... terms) {
        ExactMean mean = new ExactMean();
        for (double term : terms) {
            mean.count(term, 1);
        }
        return mean;
    }

    @Test
    void aHundredThatShowedNothingStillMayMissOneStep() {
        ExactMean none = of(new double[100]);

        assertEquals(0, none.radius(SEQUENCE, 0));
        // ½² / 99, its root times 30.35209 / 100
        assertEquals(.01525, none.radius(SEQUENCE, .5), 5e-6);
        assertEquals(0, none.radius(SEQUENCE, 0), "the last question is not answered again");
    }

    @Test
    void aStepThatWasShownCountsBesideTheOneThatWasNot() {
        double[] terms = new double[100];
        terms[7] = .5;
        // 0.25 − 100 · 0.005² = 0.2475, and 0.25 more, over 99
        assertEquals(Math.sqrt(.4975 / 99) * 30.35209 / 100, of(terms).radius(SEQUENCE, .5), 1e-6);
    }

    @Test
    void halfATickIsTheLeastStepOfAMid() {
        assertEquals(.5, MarketState.grain(100), 1e-12);
        assertEquals(1, MarketState.grain(.5), 1e-12, "below a dollar a tick is a hundredth of a cent");
        assertEquals(0, MarketState.grain(Double.NaN));
    }

    /**
     * Half a tick up or down, once in 75 footprints on average, and as often in the 128 instants that all 100 of them draw their placebos from:
     * the truth is zero.
     */
    @Test
    void rareStepsAreCoveredAtEveryLook() {
        Random random = new Random(4);
        int without = 0;
        int with = 0;
        for (int order = 0; order < 1_000; order++) {
            double[] pool = random.doubles(128).map(chance -> step(random)).toArray();
            ExactMean mean = new ExactMean();
            boolean held = true;
            boolean heldBefore = true;
            for (int i = 0; i < 100; i++) {
                mean.count(step(random) - placebo(pool, random), 1);
                boolean enough = mean.count() >= 20;
                heldBefore &= !enough || Math.abs(mean.mean()) <= mean.radius(SEQUENCE, 0);
                held &= !enough || Math.abs(mean.mean()) <= mean.radius(SEQUENCE, .5);
            }
            with += held ? 1 : 0;
            without += heldBefore ? 1 : 0;
        }
        assertTrue(with >= .95 * 1_000, "held " + with);
        assertTrue(without < .8 * 1_000, "without the step that was not shown " + without);
    }

    private static double step(Random random) {
        return random.nextInt(75) == 0 ? random.nextBoolean() ? .5 : -.5 : 0;
    }

    /** The mean of 19 of them. */
    private static double placebo(double[] pool, Random random) {
        double sum = 0;
        for (int i = 0; i < 19; i++) {
            int other = i + random.nextInt(pool.length - i);
            double drawn = pool[other];
            pool[other] = pool[i];
            pool[i] = drawn;
            sum += drawn;
        }
        return sum / 19;
    }
}
