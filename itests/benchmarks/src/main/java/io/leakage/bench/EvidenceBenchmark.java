package io.leakage.bench;

import io.leakage.core.engine.Evidenced;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * What the evidence costs, against books and order model alone behind the same door: a market event of {@value #SYMBOLS} symbols in which
 * {@value #PARENTS} parents show footprints; and a footprint that is ranked among 19 placebos at four horizons and in both families, its row's part included,
 * less what it costs to keep the placebos ready.
 */
final class EvidenceBenchmark implements Benchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SYMBOLS = 5_000;
    private static final int LIVE = 400_000;
    private static final int PARENTS = 300;
    private static final int MESSAGES = 1_000_000;
    private static final int WARM_UPS = 8;
    private static final int SECONDS = 600;
    private static final int MINUTES_BEFORE = 20;
    private static final String WITHOUT = "books and orders";
    private static final String WITH = "with the evidence of " + PARENTS + " parents";

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public Report run() throws Exception {
        Report report = new Report(name());
        marketEvents(report);
        footprints(report);
        return report;
    }

    private void marketEvents(Report report) throws Exception {
        DeskInFullMarket without = new DeskInFullMarket(new Evidenced(false).inlets(), SYMBOLS, LIVE, PARENTS);
        DeskInFullMarket with = new DeskInFullMarket(new Evidenced(true).inlets(), SYMBOLS, LIVE, PARENTS);
        double[] nanos = new double[2];
        Report duel = new Duel(name(), "market event").rounds(WARM_UPS, Duel.ROUNDS)
                .beforeRound(() -> {
                    without.prepare(MESSAGES);
                    with.prepare(MESSAGES);
                    return without.fill(1) + with.fill(1);
                })
                .contestant(WITHOUT, () -> timed(nanos, 0, without::play))
                .contestant(WITH, () -> timed(nanos, 1, with::play))
                .run();
        report.add(duel);
        report.figure("evidence", "CPU ns/market event", nanos[1] - nanos[0], Goal.atMost(20));
        report.figure("evidence", "bytes/market event", duel.value(WITH, "bytes/market event") - duel.value(WITHOUT, "bytes/market event"),
                Goal.atMost(0.01));
    }

    private void footprints(Report report) throws Exception {
        Evidenced evidenced = new Evidenced(true);
        FootprintDay[] days = {new FootprintDay(new Evidenced(false).inlets(), false), new FootprintDay(new Evidenced(true).inlets(), false),
            new FootprintDay(new Evidenced(false).inlets(), true), new FootprintDay(evidenced.inlets(), true)};
        for (FootprintDay day : days) {
            day.play(MINUTES_BEFORE * 60);
        }
        double events = days[0].events() / (MINUTES_BEFORE * 60.0) * SECONDS;
        double[] nanos = new double[4];
        Report duel = new Duel(name(), "footprint").rounds(WARM_UPS, Duel.ROUNDS)
                .contestant("a quiet day, no evidence", () -> timed(nanos, 0, () -> days[0].play(SECONDS)))
                .contestant("a quiet day, placebos kept", () -> timed(nanos, 1, () -> days[1].play(SECONDS)))
                .contestant("footprints, no evidence", () -> timed(nanos, 2, () -> days[2].play(SECONDS)))
                .contestant("footprints, ranked", () -> timed(nanos, 3, () -> days[3].play(SECONDS))).run();
        report.add(duel);
        double footprints = SECONDS / 60.0 * 100;
        report.figure("placebos kept, ten quotes a second each", "CPU ns/market event", (nanos[1] - nanos[0]) * footprints / events);
        report.figure("evidence", "CPU µs/footprint", (nanos[3] - nanos[2] - nanos[1] + nanos[0]) / 1e3, Goal.atMost(20));
        report.figure("footprints ranked, of all at four horizons", "share", ranked(evidenced), Goal.atLeast(.9));
    }

    /** So that what was timed was the work. */
    private static double ranked(Evidenced evidenced) {
        long counted = evidenced.footprints(0).lines().filter(line -> line.contains(",COUNTED,")).count();
        return counted / (evidenced.footprints(0).lines().count() - 1.0);
    }

    /** The least of all rounds is kept: it has the least noise in it. */
    private static long timed(double[] nanos, int place, LongSupplier round) {
        long before = THREADS.getCurrentThreadCpuTime();
        long operations = round.getAsLong();
        double each = (THREADS.getCurrentThreadCpuTime() - before) / (double) operations;
        nanos[place] = nanos[place] == 0 ? each : Math.min(nanos[place], each);
        return operations;
    }
}
