package io.leakage.bench;

import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.engine.Replayed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Scoring a recorded day again in this process: the journal of a market of 8,000 symbols and {@value #PARENTS} live parents through the
 * whole pipeline, one thread, rows included, nobody listening; beside reading its frames, the books alone, and the same pipeline that looks
 * at no frame ahead.
 */
final class ReplayBenchmark implements Benchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SYMBOLS = Integer.getInteger("symbols", 8_000);
    private static final int LIVE = Integer.getInteger("live", 400_000);
    private static final int PARENTS = 200;
    private static final int MESSAGES = Integer.getInteger("messages", 2_000_000);
    private static final int WARM_UPS = 1;
    private static final int ROUNDS = 3;

    private double later = Double.MAX_VALUE;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Report run() throws Exception {
        Path journal = Files.createTempDirectory("replay");
        try {
            RecordedMarket.write(journal, SYMBOLS, LIVE, PARENTS, 2, MESSAGES - LIVE / 2);
            Report report = new Duel(name(), "event").rounds(WARM_UPS, ROUNDS)
                    .contestant("frames read", () -> Replayed.frames(journal))
                    .contestant("books alone, a frame at a time", () -> Replayed.books(journal))
                    .contestant("pipeline, a frame at a time", () -> Replayed.pipeline(journal))
                    .contestant("replay", () -> replay(journal))
                    .run();
            return report.figure("replay, its second half", "CPU ns/event", later, Goal.atMost(1e9 / 3e6))
                    .figure("replay, its second half", "M events/s of CPU", 1e3 / later, Goal.atLeast(3)).machine();
        } finally {
            RecordedMarket.delete(journal);
        }
    }

    /** Once through; of the second half, in which books and tapes have mostly grown to what a day needs, the best round is kept. */
    private long replay(Path journal) {
        long[] half = new long[2];
        ReplayEngine engine = new ReplayEngine(event -> {
            if (++half[0] == MESSAGES) {
                half[1] = THREADS.getCurrentThreadCpuTime();
            }
        });
        long events = engine.replay(journal).events();
        later = Math.min(later, (THREADS.getCurrentThreadCpuTime() - half[1]) / (double) (events - MESSAGES));
        return events;
    }
}
