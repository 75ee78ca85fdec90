package io.leakage.oracle;

import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.simulator.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plays stretches the scorecard's way and asks it about each parent. One thread. */
final class Examiner {
    private static final String[] NAMES = {"10ms", "100ms", "1s"};

    private final WirePath wire;

    /** @param folder keeps files while they are read */
    Examiner(Path folder) {
        wire = new WirePath(folder);
    }

    /** {@return what was found of each parent of a stretch, in turn} */
    List<Finding> examine(Stretch.Options options) throws IOException {
        Looks looks = new Looks(2 * options.instruments());
        List<ReplayEngine> engines = new ArrayList<>(1);
        Stretch stretch = wire.play(options, looks, engines::add);
        Truth truth = Truth.of(stretch, new Random(options.seed()).nextDouble());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < options.instruments(); i++) {
            findings.add(finding(engines.get(0), looks, truth, stretch, i));
        }
        return findings;
    }

    private static Finding finding(ReplayEngine engine, Looks looks, Truth truth, Stretch stretch, int parent) {
        String id = stretch.parents().get(parent).id();
        int number = engine.scorecard().find(id);
        ParentRow row = new ParentRow();
        engine.scorecard().read(number, row);
        double[] traded = new double[NAMES.length];
        for (int h = 0; h < traded.length; h++) {
            double all = row.input(Input.named("footprints_" + NAMES[h]));
            traded[h] = all == 0 ? 0 : 1 - row.input(Input.named("footprints_unfilled_" + NAMES[h])) / all;
        }
        int footprints = (int) row.input(Input.named("footprints_10ms"));
        return new Finding(looks.peak(number), looks.peakUnfilled(number), looks.amber(number), footprints,
                NaiveRules.of(engine.footprints(id)), traded, truth.left(parent), truth.leftTraded(parent), truth.switchCase(parent),
                estimates(row, truth, parent));
    }

    private static Finding.Estimate[] estimates(ParentRow row, Truth truth, int parent) {
        Finding.Estimate[] estimates = new Finding.Estimate[Quantity.values().length];
        for (Quantity quantity : Quantity.values()) {
            estimates[quantity.ordinal()] = estimate(row, quantity.measure).truth(switch (quantity) {
                case IMPACT -> truth.impact(parent);
                case LEAKAGE -> truth.leakage(parent);
                case REST -> truth.rest(parent);
                case LEAK_COST -> truth.leakCost(parent);
                default -> Double.NaN;
            });
        }
        return estimates;
    }

    private static Finding.Estimate estimate(ParentRow row, Measure measure) {
        boolean said = row.status(measure) != Status.SUPPRESSED;
        return new Finding.Estimate(said ? row.value(measure) : Double.NaN, row.lo(measure), row.hi(measure), Double.NaN);
    }
}
