package io.leakage.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.simulator.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code itests/oracle.sh} in short: few parents of every world, and bounds that allow for their number, which {@code -Dleakage.parents}
 * sets.
 */
class OracleTest {
    private static final int PARENTS = Integer.getInteger("leakage.parents", 40);
    private static final double LEAST_COVERAGE = .93;

    private static List<WorldResult> nulls;
    private static WorldResult predator;

    @BeforeAll
    static void examine(@TempDir Path folder) {
        List<World> worlds = new ArrayList<>(World.nulls());
        worlds.add(World.predator(1));
        List<WorldResult> results = new Oracle(folder, 2, (world, done, of) -> { }).examine(worlds, PARENTS);
        nulls = results.subList(0, worlds.size() - 1);
        predator = results.get(worlds.size() - 1);
        System.out.print(OracleTable.of(results));
    }

    @Test
    void whereNobodyReactsToUsItAlarmsNoOftenerThanPromised() {
        for (WorldResult result : nulls) {
            for (double alpha : WorldResult.ALPHAS) {
                double most = alpha + 3 * result.error(alpha);
                assertTrue(result.alarms(alpha) <= most, result.world().name() + ": " + result.alarms(alpha) + " at " + alpha);
                assertTrue(result.unfilledAlarms(alpha) <= most,
                        result.world().name() + ", unfilled: " + result.unfilledAlarms(alpha) + " at " + alpha);
            }
        }
    }

    @Test
    void aPredatorThatTakesALevelIsFoundWithinAHundredFootprints() {
        assertTrue(predator.power(100) >= .9, "power " + predator.power(100));
    }

    @Test
    void whereNothingIsOursEveryMeanCoversZero() {
        WorldResult nothing = nulls.get(0);
        assertEquals(World.NOTHING, nothing.world());
        for (Quantity quantity : Quantity.values()) {
            if (quantity.isOfFootprints()) {
                assertTrue(nothing.said(quantity) == nothing.parents() && nothing.coverage(quantity) >= LEAST_COVERAGE,
                        quantity + ": " + nothing.coverage(quantity) + " of " + nothing.said(quantity));
            }
        }
    }

    @Test
    void whereOurOrdersRestAndLeaveWhatTheySignalCoversZero() {
        WorldResult mechanical = nulls.get(1);
        assertEquals(World.MECHANICAL, mechanical.world());
        for (Quantity quantity : List.of(Quantity.SIGNAL_10MS, Quantity.SIGNAL_100MS, Quantity.SIGNAL_1S)) {
            assertTrue(mechanical.coverage(quantity) >= LEAST_COVERAGE, quantity + ": " + mechanical.coverage(quantity));
        }
    }

    @Test
    void whatAPredatorAddsIsFoundWithinItsError() {
        for (Quantity quantity : List.of(Quantity.SIGNAL_10MS, Quantity.SIGNAL_100MS)) {
            double error = Math.hypot(predator.biasError(quantity), predator.truthError(quantity));
            assertTrue(Math.abs(predator.bias(quantity)) <= 3 * error, quantity + ": off by " + predator.bias(quantity) + ", " + error);
        }
    }

    @Test
    void savingsCoverTheTruthWhereTheSlopeDrawnOnDoesNot() {
        WorldResult nothing = nulls.get(0);
        SwitchTrial trial = nothing.switches();

        assertEquals(0, trial.truth());
        assertTrue(trial.saving().lo() <= 0 && trial.saving().hi() >= 0, trial.saving().toString());
        assertTrue(trial.naive() > 2, "the slope drawn on saves " + trial.naive() + " bps");
    }

    @Test
    void theThreadsDoNotMatter(@TempDir Path folder) {
        List<World> worlds = List.of(World.predator(2));
        String one = OracleJson.of(new Oracle(folder, 1, (world, done, of) -> { }).examine(worlds, 8));
        String three = OracleJson.of(new Oracle(folder, 3, (world, done, of) -> { }).examine(worlds, 8));

        assertEquals(one, three);
    }
}
