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
    private static final int WARM_UPS = 18;
    /** So few symbols that their tapes have soon grown to the rows kept of a followed instrument; those of 8,000 take hours of market. */
    private static final int GROWN_SYMBOLS = 100;
    private static final int GROWN_LIVE = 100_000;
    private static final int GROWN_ROUNDS = 30;
    private static final int SPINS_BETWEEN_LOOKS = 1_000;

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
        report.add(grown());
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
                .contestant("pipeline alone, 200 parents", desk::play).run();
    }

    private static Report sustained() throws Exception {
        EngineOptions options = new EngineOptions(16_384, EngineOptions.Wait.BUSY_SPIN, null, null, false, PARENTS);
        try (LeakageEngine engine = new LeakageEngine(options)) {
            DeskInFullMarket desk = new DeskInFullMarket(engine.inlets(), SYMBOLS, LIVE, PARENTS);
            return new Duel("ring", "event").rounds(WARM_UPS, Duel.ROUNDS).byWallClock().beforeRound(() -> prepared(desk))
                    .contestant("ring + pipeline, 200 parents", () -> played(engine, desk), Goal.atMost(1e9 / 3e6), null).run();
        }
    }

    /** What the threads of the line allocate, from ITCH bytes to rows, in the round in which the least had to grow. */
    private static Report grown() throws Exception {
        EngineOptions options = new EngineOptions(16_384, EngineOptions.Wait.BUSY_SPIN, null, null, false, PARENTS);
        try (LeakageEngine engine = new LeakageEngine(options)) {
            DeskInFullMarket desk = new DeskInFullMarket(engine.inlets(), GROWN_SYMBOLS, GROWN_LIVE, PARENTS);
            double feed = Double.MAX_VALUE;
            double ring = Double.MAX_VALUE;
            for (int round = 0; round < GROWN_ROUNDS; round++) {
                desk.prepare(MESSAGES);
                long ringBefore = allocatedByTheRing();
                long feedBefore = THREADS.getCurrentThreadAllocatedBytes();
                double events = desk.play();
                feed = Math.min(feed, (THREADS.getCurrentThreadAllocatedBytes() - feedBefore) / events);
                awaitRows(engine, desk);
                ring = Math.min(ring, (allocatedByTheRing() - ringBefore) / events);
            }
            return new Report("ring").figure("feed's thread, all grown", "bytes/event", feed, Goal.atMost(0.001))
                    .figure("ring's threads, all grown", "bytes/event", ring, Goal.atMost(0.001));
        }
    }

    private static long prepared(DeskInFullMarket desk) {
        desk.prepare(MESSAGES);
        return 1;
    }

    private static long played(LeakageEngine engine, DeskInFullMarket desk) {
        long events = desk.play();
        awaitRows(engine, desk);
        return events;
    }

    private static void awaitRows(LeakageEngine engine, DeskInFullMarket desk) {
        while (engine.scorecard().progress().marketSequence() < desk.sequence()) {
            for (int spin = 0; spin < SPINS_BETWEEN_LOOKS; spin++) {
                Thread.onSpinWait();
            }
        }
    }

    private static long allocatedByTheRing() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("leakage-ring"))
                .mapToLong(thread -> THREADS.getThreadAllocatedBytes(thread.getId())).sum();
    }
}
