package io.leakage.bench;

import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.BooksAlone;
import io.leakage.core.engine.ReplayEngine;
import java.lang.management.ManagementFactory;

/**
 * What the measures cost: the whole pipeline with {@value #PARENTS} live parents against the books alone, both behind the same door, on
 * {@value #SYMBOLS} symbols; what an own execution costs; and what a live parent takes in memory.
 */
final class MeasuresBenchmark implements Benchmark {
    private static final int SYMBOLS = 5_000;
    private static final int LIVE = 400_000;
    private static final int PARENTS = 300;
    private static final int FILLS = 3;
    private static final int MESSAGES = 1_000_000;
    private static final int WARM_UPS = 12;
    private static final int REPORTS = 30_000;

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public Report run() throws Exception {
        Report report = new Report(name());
        DeskInFullMarket books = new DeskInFullMarket(new BooksAlone().inlets(), SYMBOLS, LIVE, 0);
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
                .contestant("books alone", () -> timed(books, nanos, 0))
                .contestant("books and measures of " + PARENTS + " parents", () -> timed(desk, nanos, 1), null, Goal.atMost(0.01))
                .run();
        report.add(market);
        report.figure("measures", "CPU ns/market event", nanos[1] - nanos[0], Goal.atMost(40));
        report.add(new Duel(name(), "own execution").rounds(3, Duel.ROUNDS)
                .contestant("executions of " + PARENTS + " parents", () -> desk.fill(REPORTS / PARENTS), Goal.atMost(2_000), null).run());
        report.figure("a parent's row", "bytes", new ParentRow().length() * Long.BYTES);
        report.figure("a live parent, its row included", "bytes", bytesAParent(), Goal.atMost(4_096));
        return report;
    }

    /** The least of all rounds is kept: it has the least noise in it. */
    private static long timed(DeskInFullMarket desk, double[] nanos, int place) {
        long before = System.nanoTime();
        long events = desk.play();
        double each = (System.nanoTime() - before) / (double) events;
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
