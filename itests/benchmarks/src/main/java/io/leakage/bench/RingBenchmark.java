package io.leakage.bench;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.sun.management.ThreadMXBean;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.engine.RingHop;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * The ring: a hop through our door beside the bare Disruptor's calls with the same wait strategy, and what ring and pipeline carry with 200
 * live parents in a market of 8,000 symbols, from ITCH bytes to rows readers can see.
 */
final class RingBenchmark implements Benchmark {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int HOPS = 3_000_000;
    private static final int SYMBOLS = 8_000;
    private static final int LIVE = 400_000;
    private static final int PARENTS = 200;
    private static final int MESSAGES = 2_000_000;
    /** Until the tapes of all symbols have grown to what they need. */
    private static final int WARM_UPS = 18;

    @Override
    public String name() {
        return "ring";
    }

    @Override
    public Report run() throws Exception {
        Report report = new Report(name());
        report.add(pipelineAlone());
        report.add(hop("blocking", BlockingWaitStrategy::new));
        report.add(hop("yielding", YieldingWaitStrategy::new));
        report.add(sustained());
        return report;
    }

    private static Report hop(String wait, Supplier<WaitStrategy> strategy) throws Exception {
        try (RingHop ring = new RingHop(strategy.get())) {
            return new Duel("ring", "hop").byWallClock()
                    .contestant("bare Disruptor, " + wait, () -> ring.bare(HOPS))
                    .contestant("our door, " + wait, () -> ring.throughTheDoor(HOPS), null, Goal.atMost(0.001))
                    .ratio("our door, " + wait, Goal.atMost(1 / 0.95))
                    .run();
        }
    }

    /** One thread, no ring: what replay does. Runs before the ring's threads are there to spin beside it. */
    private static Report pipelineAlone() throws Exception {
        DeskInFullMarket desk = new DeskInFullMarket(new ReplayEngine().inlets(), SYMBOLS, LIVE, PARENTS);
        return new Duel("ring", "event").rounds(WARM_UPS, Duel.ROUNDS).beforeRound(() -> prepared(desk))
                .contestant("pipeline alone, 200 parents", desk::play, null, Goal.atMost(0.001)).run();
    }

    private static Report sustained() throws Exception {
        EngineOptions options = new EngineOptions(16_384, EngineOptions.Wait.BUSY_SPIN, null, null, false, PARENTS);
        try (LeakageEngine engine = new LeakageEngine(options)) {
            DeskInFullMarket desk = new DeskInFullMarket(engine.inlets(), SYMBOLS, LIVE, PARENTS);
            Report report = new Duel("ring", "event").rounds(WARM_UPS, Duel.ROUNDS).byWallClock().beforeRound(() -> prepared(desk))
                    .contestant("ring + pipeline, 200 parents", () -> played(engine, desk), Goal.atMost(1e9 / 3e6), Goal.atMost(0.001))
                    .run();
            desk.prepare(MESSAGES);
            long before = allocatedByTheRing();
            long events = played(engine, desk);
            return report.figure("ring threads, 200 parents", "bytes/event", (double) (allocatedByTheRing() - before) / events,
                    Goal.atMost(0.001));
        }
    }

    private static long prepared(DeskInFullMarket desk) {
        desk.prepare(MESSAGES);
        return 1;
    }

    private static long played(LeakageEngine engine, DeskInFullMarket desk) {
        long events = desk.play();
        while (engine.scorecard().progress().marketSequence() < desk.sequence()) {
            Thread.onSpinWait();
        }
        return events;
    }

    private static long allocatedByTheRing() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("leakage-ring"))
                .mapToLong(thread -> THREADS.getThreadAllocatedBytes(thread.getId())).sum();
    }
}
