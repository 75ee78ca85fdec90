package io.leakage.bench;

import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.engine.Unmeasured;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * What the measures cost: the whole pipeline with {@value #PARENTS} live parents against the books alone, both behind the same door, on
 * {@value #SYMBOLS} symbols; the same of own executions against the order model alone; and what a live parent takes in memory.
 */
final class MeasuresBenchmark implements Benchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SYMBOLS = 5_000;
    private static final int LIVE = 400_000;
    private static final int PARENTS = 300;
    private static final int FILLS = 3;
    private static final int MESSAGES = 1_000_000;
    private static final int WARM_UPS = 12;
    private static final int REPORTS = 30_000;
    private static final int FILL_WARM_UPS = 5;

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public Report run() throws Exception {
        Report report = new Report(name());
        DeskInFullMarket books = new DeskInFullMarket(new Unmeasured().inlets(), SYMBOLS, LIVE, 0);
        ReplayEngine engine = new ReplayEngine();
        DeskInFullMarket desk = new DeskInFullMarket(engine.inlets(), SYMBOLS, LIVE, PARENTS);
        desk.fill(FILLS);
        double[] nanos = new double[2];
        Report market = new Duel(name(), "market event").rounds(WARM_UPS, Duel.ROUNDS)
                .beforeRound(() -> {
                    books.prepare(MESSAGES);
                    desk.prepare(MESSAGES);
                    return 1;
                })
                .contestant("books alone", () -> timed(nanos, 0, books::play))
                .contestant("books and measures of " + PARENTS + " parents", () -> timed(nanos, 1, desk::play), null, Goal.atMost(0.01))
                .run();
        report.add(market);
        report.figure("measures", "CPU ns/market event", nanos[1] - nanos[0], Goal.atMost(40));
        double[] ofOrders = new double[2];
        DeskInFullMarket orders = new DeskInFullMarket(new Unmeasured().inlets(), SYMBOLS, SYMBOLS, PARENTS);
        report.add(new Duel(name(), "own execution").rounds(FILL_WARM_UPS, Duel.ROUNDS)
                .contestant("orders alone", () -> timed(ofOrders, 0, () -> orders.fill(REPORTS / PARENTS)))
                .contestant("orders and measures of " + PARENTS + " parents",
                        () -> timed(ofOrders, 1, () -> desk.fill(REPORTS / PARENTS))).run());
        report.figure("measures and rows", "CPU ns/own execution", ofOrders[1] - ofOrders[0], Goal.atMost(2_000));
        report.figure("a parent's row", "bytes", new ParentRow().length() * Long.BYTES);
        report.figure("a live parent, its row included", "bytes", bytesAParent(), Goal.atMost(4_096));
        return report;
    }

    /** The least of all rounds is kept: it has the least noise in it. */
    private static long timed(double[] nanos, int place, LongSupplier round) {
        long before = THREADS.getCurrentThreadCpuTime();
        long events = round.getAsLong();
        double each = (THREADS.getCurrentThreadCpuTime() - before) / (double) events;
        nanos[place] = nanos[place] == 0 ? each : Math.min(nanos[place], each);
        return events;
    }

    private static double bytesAParent() {
        ReplayEngine few = new ReplayEngine();
        DeskInFullMarket empty = new DeskInFullMarket(few.inlets(), SYMBOLS, SYMBOLS, 0);
        long before = usedHeap();
        empty.parents(PARENTS * 10);
        long used = usedHeap() - before;
        if (few.scorecard().parents() != PARENTS * 10) {
            throw new IllegalStateException(few.scorecard().parents() + " parents, expected " + PARENTS * 10);
        }
        return used / (PARENTS * 10.0);
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
