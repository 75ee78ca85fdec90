package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTest {
    @Test
    void tiesAreBrokenByChance() {
        double[] placebos = {.1, .2, .3, .9};

        assertEquals(.6, Rank.of(.3, placebos, 4, .5), 1e-15);
        assertEquals(.4, Rank.of(.3, placebos, 4, 0), 1e-15);
    }

    @Test
    void belowAllPlacebosItIsWithinTheLowestTwentieth() {
        assertEquals(.025, Rank.of(-1, new double[19], 19, .5), 1e-15);
    }

    @Test
    void onlyTheFirstPlacebosCount() {
        assertEquals(.25, Rank.of(0, new double[] {1, -1, -1}, 1, .5), 1e-15);
    }

    @Test
    void itIsUniformHoweverCoarseTheResponsesAre() {
        Random random = new Random(11);
        int[] tenths = new int[10];
        double[] placebos = new double[19];
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            for (int k = 0; k < placebos.length; k++) {
                placebos[k] = random.nextInt(3);
            }
            tenths[(int) (10 * Rank.of(random.nextInt(3), placebos, placebos.length, random.nextDouble()))]++;
        }
        double chiSquare = 0;
        for (int count : tenths) {
            chiSquare += (count - draws / 10.0) * (count - draws / 10.0) / (draws / 10.0);
        }
        assertTrue(chiSquare < 27.9, "chi-square of 9 degrees is above 27.9 once in a thousand: " + chiSquare);
    }

    @Test
    void chanceIsRepeatableAndEven() {
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            double drawn = Seed.uniform(Seed.with(Seed.of(1_767_364_200_000_000_000L, 7), i));
            assertEquals(drawn, Seed.uniform(Seed.with(Seed.of(1_767_364_200_000_000_001L, 7), i)), "the same day");
            sum += drawn;
        }
        assertEquals(.5, sum / 10_000, .01);
        assertTrue(Seed.of(0, 1) != Seed.of(86_400_000_000_000L, 1) && Seed.of(0, 1) != Seed.of(0, 2));
    }
}
