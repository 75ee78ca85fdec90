package io.leakage.bench;

import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.history.Inventory;
import io.leakage.core.history.Replay;
import io.leakage.core.history.Segments;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A journal of a whole market, 8,000 symbols and 200 live parents: what an event takes on disk, plain and packed, how fast segments are
 * packed, and how much faster than real time the journal is replayed, rows included.
 */
final class HistoryBenchmark implements Benchmark {
    private static final int SYMBOLS = 8_000;
    private static final int LIVE = 400_000;
    private static final int PARENTS = 200;
    private static final int MESSAGES = 2_000_000;
    private static final int ROUNDS = 2;
    /** Messages of a busy day of one US equities feed, over its six and a half hours. */
    private static final double MESSAGES_A_SECOND = 500e6 / (6.5 * 3600);

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Report run() throws Exception {
        Path journal = Files.createTempDirectory("history");
        try {
            RecordedMarket.write(journal, SYMBOLS, LIVE, PARENTS, ROUNDS, MESSAGES);
            Path events = journal.resolve("events");
            long plain = bytes(events);
            replay(journal);   // so that what is measured is compiled
            double plainNanos = replay(journal);
            long begun = cpuNanos();
            Segments.packAll(events, Replay.CONTENT);
            double packing = plain / 1e6 / ((cpuNanos() - begun) / 1e9);
            long count = Inventory.check(events, Replay.CONTENT).records();
            double packedNanos = replay(journal);
            return new Report(name()).figure("events on disk, plain", "bytes/event", (double) plain / count)
                    .figure("events on disk, packed", "bytes/event", (double) bytes(events) / count)
                    .figure("packing", "MB/s of CPU", packing)
                    .figure("replay of a plain journal", "ns of CPU/event", plainNanos)
                    .figure("replay of a packed journal", "ns of CPU/event", packedNanos)
                    .figure("replay of a packed journal", "× real time", 1e9 / packedNanos / MESSAGES_A_SECOND, Goal.atLeast(20));
        } finally {
            RecordedMarket.delete(journal);
        }
    }

    /** {@return nanoseconds an event: of this thread, which does all of it, so that other programs on its core do not count} */
    private static double replay(Path journal) {
        long begun = cpuNanos();
        Replay replay = new ReplayEngine().replay(journal);
        return (double) (cpuNanos() - begun) / replay.events();
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long bytes(Path events) {
        return Inventory.of(events, Replay.CONTENT).stream().mapToLong(Inventory.Entry::bytes).sum();
    }
}
