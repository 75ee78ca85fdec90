package io.leakage.ui.league;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShrinkageTest {
    @Test
    void theWorkedCase() {
        Shrinkage shrinkage = new Shrinkage(new double[] {1, 2, 3, 6}, new double[] {1, 1, 1, 1});

        // weights 1, mean 3, Q = 4 + 1 + 0 + 9 = 14; (14 − 3) / (4 − 4/4) = 11/3; B = 1/3 · 1 / (1 + 11/3) = 1/14
        assertEquals(11 / 3.0, shrinkage.betweenVariance(), 1e-12);
        assertEquals(3, shrinkage.centre(), 1e-12);
        assertEquals(1 / 14.0, shrinkage.pull(0), 1e-12);
        assertEquals(16 / 14.0, shrinkage.mean(0), 1e-12);
        assertEquals(29 / 14.0, shrinkage.mean(1), 1e-12);
        assertEquals(81 / 14.0, shrinkage.mean(3), 1e-12);
        // 13/14 + 1/14 · 1/4 + 2/1 · 1/196 · 9 of the fourth group
        assertEquals(1.959964 * Math.sqrt(13 / 14.0 + 1 / 56.0 + 18 / 196.0), shrinkage.reach(3), 1e-9);
    }

    @Test
    void unequalGroupsWorkedByHand() {
        // weights 1 and 1/4 with means 0 and 10: mean 2, Q = 4 + 16 = 20; (20 − 1) / (5/4 − (17/16) / (5/4)) = 19 / 0.4 = 47.5
        Shrinkage shrinkage = new Shrinkage(new double[] {0, 10}, new double[] {1, 4});

        assertEquals(47.5, shrinkage.betweenVariance(), 1e-9);
        assertEquals(10 / 51.5 / (1 / 48.5 + 1 / 51.5), shrinkage.centre(), 1e-9);
    }

    @Test
    void belowFourGroupsNothingIsPulled() {
        Shrinkage shrinkage = new Shrinkage(new double[] {1, 2, 6}, new double[] {1, 1, 4});

        assertEquals(6, shrinkage.mean(2));
        assertEquals(1.959964 * 2, shrinkage.reach(2), 1e-9);
    }

    @Test
    void groupsThatDifferByNoMoreThanChanceArePulledMost() {
        Shrinkage shrinkage = new Shrinkage(new double[] {1, 2, 1, 2}, new double[] {1, 1, 1, 1});

        // Q = 1 is below k − 1 = 3; a third of the half remains to be lost
        assertEquals(0, shrinkage.betweenVariance());
        assertEquals(1.5 / 3 + 2 / 1.5, shrinkage.mean(1), 1e-12);
    }

    @Test
    void oneGroupAloneStaysWhereItIs() {
        Shrinkage shrinkage = new Shrinkage(new double[] {4}, new double[] {0.25});

        assertEquals(4, shrinkage.mean(0));
        assertEquals(1.959964 * 0.5, shrinkage.reach(0), 1e-9);
    }

    @Test
    void aVarianceThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Shrinkage(new double[] {1}, new double[] {0}));
        assertThrows(IllegalArgumentException.class, () -> new Shrinkage(new double[] {}, new double[] {}));
    }

    /** Groups with true means around 1, one unit apart, of 3 to 60 fills that scatter by five: venues of a day's markouts. */
    @Test
    void shrunkenMeansAreNearerToTheTruthThanRawOnesAndTheIntervalsHoldIt() {
        Random dice = new Random(5);
        double raw = 0;
        double shrunken = 0;
        int held = 0;
        int groups = 0;
        for (int day = 0; day < 1_000; day++) {
            double[] truth = new double[12];
            double[] means = new double[truth.length];
            double[] variances = new double[truth.length];
            for (int i = 0; i < truth.length; i++) {
                int fills = 3 + dice.nextInt(58);
                truth[i] = 1 + dice.nextGaussian();
                variances[i] = 25.0 / fills;
                means[i] = truth[i] + Math.sqrt(variances[i]) * dice.nextGaussian();
            }
            Shrinkage shrinkage = new Shrinkage(means, variances);
            for (int i = 0; i < truth.length; i++) {
                raw += (means[i] - truth[i]) * (means[i] - truth[i]);
                shrunken += (shrinkage.mean(i) - truth[i]) * (shrinkage.mean(i) - truth[i]);
                held += Math.abs(shrinkage.mean(i) - truth[i]) <= shrinkage.reach(i) ? 1 : 0;
                groups++;
            }
        }
        double covered = (double) held / groups;

        assertTrue(shrunken < 0.6 * raw, "mean squared error " + shrunken / groups + " shrunken, " + raw / groups + " raw");
        assertTrue(covered > 0.94 && covered < 0.97, covered + " of the 95 % intervals hold the truth");
    }
}
