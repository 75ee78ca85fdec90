package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What looking after every child costs, by three rules: the e-process, a t-test repeated at each child, and a fixed threshold on the mean. The
 * responses are Gaussian, 200 children a parent, 19 placebos a child, α = 0.05; the two rules that are not valid at every look begin at the
 * fifth child. More parents than the reference had, so that the margin of
 * two points is for its own chance; {@code -Dleakage.parents} sets their number.
 */
class EvidenceTableTest {
    private static final int PARENTS = Integer.getInteger("leakage.parents", 10_000);
    private static final int CHILDREN = 200;
    private static final int FIRST_LOOK = 5;

    private final Random random = new Random(20_261_129);
    private final int[] alarmed = new int[PARENTS];
    private int byBet;
    private int byTest;
    private int byThreshold;

    @ParameterizedTest(name = "leak {0}, drift {1}, volatility times {2} midway")
    @CsvSource({
        "0,  0,  1,  3.1,  35,   20,  0",
        "0,  0,  4,  2.7,  43,   22,  0",
        "0, .3,  1,  3.9,  99.9, 59,  0",
        ".3, 0,  1, 91.5,  99.9, 59, 64",
        ".5, 0,  1, 100,   100,  93, 28",
        "1,  0,  1, 100,   100, 100, 12"})
    void theRulesAlarmAsOftenAsTheReferenceSays(double leak, double drift, double volatility, double bet, double test, double threshold,
            int median) {
        for (int parent = 0; parent < PARENTS; parent++) {
            play(leak, drift, volatility);
        }
        assertEquals(bet, share(byBet), 2, "e-process");
        assertEquals(test, share(byTest), 2, "repeated t-test");
        assertEquals(threshold, share(byThreshold), 2, "fixed threshold");
        if (leak == 0) {
            assertTrue(share(byBet) <= 5 + 3 * 100 * Math.sqrt(.05 * .95 / PARENTS));
        } else {
            Arrays.sort(alarmed, 0, byBet);
            assertEquals(median, alarmed[byBet / 2], 3, "median child at the alarm");
        }
    }

    private static double share(int count) {
        return 100.0 * count / PARENTS;
    }

    private void play(double leak, double drift, double volatility) {
        EProcess process = new EProcess();
        double[] placebos = new double[19];
        double sum = 0;
        double squares = 0;
        boolean tested = false;
        boolean over = false;
        int alarm = 0;
        for (int n = 1; n <= CHILDREN; n++) {
            double sigma = n > CHILDREN / 2 ? volatility : 1;
            double response = sigma * random.nextGaussian() + drift + leak;
            for (int k = 0; k < placebos.length; k++) {
                placebos[k] = sigma * random.nextGaussian() + drift;
            }
            process.count(Rank.of(response, placebos, placebos.length, random.nextDouble()), 1);
            alarm = alarm == 0 && process.value() >= 20 ? n : alarm;
            sum += response;
            squares += response * response;
            double mean = sum / n;
            double error = Math.sqrt((squares - n * mean * mean) / (n - 1) / n);
            tested |= n >= FIRST_LOOK && mean > 1.645 * error;
            over |= n >= FIRST_LOOK && mean > .5;
        }
        byTest += tested ? 1 : 0;
        byThreshold += over ? 1 : 0;
        if (alarm > 0) {
            alarmed[byBet++] = alarm;
        }
    }
}
