package io.leakage.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How much of what began to wait was filled within a time. */
class IncidenceTest {
    private static final long SECOND = 1_000_000_000L;

    private final Incidence sums = new Incidence();

    /** What became of some shares at an age: filled, withdrawn, or still waiting. */
    private record Part(long age, long shares, char fate) {
    }

    @Test
    void withoutAnyThatWaitsItIsThePlainShare() {
        sums.add(3, 40, 0);
        sums.add(5, 0, 25);
        sums.add(7, 35, 0);

        assertEquals(100, sums.shares());
        assertEquals(0, sums.filledWithin(2));
        assertEquals(40, sums.filledWithin(3));
        assertEquals(75, sums.filledWithin(1_000));
    }

    @Test
    void whatStillWaitsFaresLikeWhatWaitedAsLong() {
        sums.add(SECOND / 2, 500, 0);
        sums.waits(SECOND * 4 / 5, 200);
        sums.add(2 * SECOND, 0, 200);
        sums.add(3 * SECOND, 100, 0);

        assertEquals(500, sums.filledWithin(SECOND));
        assertEquals(500 + 100 * 500 / 300.0, sums.filledWithin(10 * SECOND), 1e-9, "300 of the 500 at risk went on");
    }

    @Test
    void whatIsCensoredAtTheVeryAgeOfAFillWasAtRiskOfIt() {
        sums.waits(10, 50);
        sums.add(10, 50, 0);

        assertEquals(50, sums.filledWithin(10), "half of 100, not all of 50");
    }

    @Test
    void aWithdrawalCompetesAndDoesNotCensor() {
        sums.add(1, 0, 50);
        sums.add(2, 50, 0);

        assertEquals(50, sums.filledWithin(2), "were it censored, all would be filled in the end");
    }

    @Test
    void whatIsTakenOutLeavesNoTrace() {
        sums.add(3, 40, 0);
        sums.add(2, 10, 10);
        sums.add(2, -10, 0);
        sums.add(2, 0, -10);

        assertEquals(40, sums.shares());
        assertEquals(40, sums.filledWithin(3));
    }

    @Test
    void itAgreesWithTheProductLimitOfTheTextbook() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Incidence fast = new Incidence();
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(60); i++) {
                Part part = new Part(random.nextInt(30), 1 + random.nextInt(100), "FWO".charAt(random.nextInt(3)));
                parts.add(part);
                if (part.fate == 'O') {
                    fast.waits(part.age, part.shares);
                } else {
                    fast.add(part.age, part.fate == 'F' ? part.shares : 0, part.fate == 'W' ? part.shares : 0);
                }
            }
            for (int horizon = 0; horizon < 32; horizon++) {
                double share = fast.filledWithin(horizon) / fast.shares();
                assertEquals(textbook(parts, horizon), share, 1e-12, "seed " + seed + ", within " + horizon);
            }
        }
    }

    /** Σ S(t−) · d(t) / n(t) over every time t up to the horizon, S falling by both fates. */
    private static double textbook(List<Part> parts, int horizon) {
        double incidence = 0;
        double survival = 1;
        for (int age = 0; age <= horizon; age++) {
            long now = age;
            double atRisk = parts.stream().filter(part -> part.age >= now).mapToLong(Part::shares).sum();
            double filled = parts.stream().filter(part -> part.age == now && part.fate == 'F').mapToLong(Part::shares).sum();
            double withdrawn = parts.stream().filter(part -> part.age == now && part.fate == 'W').mapToLong(Part::shares).sum();
            if (atRisk > 0) {
                incidence += survival * filled / atRisk;
                survival *= 1 - (filled + withdrawn) / atRisk;
            }
        }
        return incidence;
    }
}
