package io.leakage.bench;

import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.history.Keeping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Nine hours of a whole market as fast as they can be scored, the first to warm up: 8,000 symbols, a message a millisecond, 300 parents
 * that live all day and are filled every five minutes, a journal that is packed behind. After each hour, when all of it is packed: what
 * the heap holds after a collection, open descriptors, threads. With {@code -Dfills=1} parents are filled once an hour, which tells the
 * market's part from the executions'.
 */
final class SoakBenchmark implements Benchmark {
    private static final int HOURS = Integer.getInteger("hours", 8);
    private static final int SYMBOLS = Integer.getInteger("symbols", 8_000);
    private static final int LIVE = Integer.getInteger("live", 400_000);
    private static final int PARENTS = Integer.getInteger("parents", 300);
    private static final int FILLS_AN_HOUR = Integer.getInteger("fills", 12);
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int MESSAGES_AN_HOUR = (int) (TimeUnit.HOURS.toNanos(1) / GAP_NANOS);

    private final double[] heap = new double[HOURS + 1];
    private final long[] descriptors = new long[HOURS + 1];
    private final int[] threads = new int[HOURS + 1];

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public Report run() throws Exception {
        Path journal = Files.createTempDirectory("soak");
        EngineOptions options = new EngineOptions(16_384, EngineOptions.Wait.BLOCKING, journal, null, false, PARENTS, Keeping.EVERYTHING);
        try (LeakageEngine engine = new LeakageEngine(options)) {
            DeskInFullMarket desk = new DeskInFullMarket(engine.inlets(), SYMBOLS, LIVE, PARENTS);
            desk.gap(GAP_NANOS);
            for (int hour = 0; hour <= HOURS; hour++) {
                for (int piece = 0; piece < FILLS_AN_HOUR; piece++) {
                    desk.prepare(MESSAGES_AN_HOUR / FILLS_AN_HOUR);
                    desk.play();
                    desk.fill(1);
                }
                await(engine, desk.sequence(), desk.reports());
                awaitPacked(journal);
                look(hour);
            }
            return report(engine);
        } finally {
            RecordedMarket.delete(journal);
        }
    }

    private static void await(LeakageEngine engine, long sequence, long reports) throws InterruptedException {
        while (engine.scorecard().progress().marketSequence() < sequence || engine.scorecard().progress().orderEvents() < reports) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** While a segment is packed there are a descriptor and bytes more: only the one that is being written may be left. */
    private static void awaitPacked(Path journal) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        for (List<Path> plain = plain(journal); plain.size() > 1; plain = plain(journal)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("not packed after two minutes: " + plain);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static List<Path> plain(Path journal) throws IOException {
        try (Stream<Path> files = Files.list(journal.resolve("events"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".journal")).toList();
        }
    }

    private void look(int hour) {
        System.gc();
        System.gc();   // what the first one's references let go
        heap[hour] = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        threads[hour] = ManagementFactory.getThreadMXBean().getThreadCount();
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            descriptors[hour] = open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first hour, up to the first look, is for what is made once. */
    private Report report(LeakageEngine engine) {
        Report report = new Report(name());
        for (int hour = 0; hour <= HOURS; hour++) {
            report.figure("heap after a collection, hour " + hour, "MB", heap[hour]);
        }
        long events = engine.scorecard().progress().marketEvents();
        return report.figure("market events", "M", events / 1e6)
                .figure("own executions", "", executions(engine))
                .figure("heap, slope", "MB/h", slope(), Goal.atMost(1))
                .figure("descriptors more", "", descriptors[HOURS] - descriptors[0], Goal.atMost(0))
                .figure("threads more", "", threads[HOURS] - threads[0], Goal.atMost(0))
                .figure("events not applied", "", engine.scorecard().progress().unapplied(), Goal.atMost(0))
                .machine();
    }

    private static double executions(LeakageEngine engine) {
        ParentRow row = new ParentRow();
        long executions = 0;
        for (int parent = 0; parent < engine.scorecard().parents(); parent++) {
            executions += engine.scorecard().read(parent, row) ? row.fills() : 0;
        }
        return executions;
    }

    /** {@return the least squares' slope of the heap over the hours} */
    private double slope() {
        double sums = 0;
        double squares = 0;
        double middle = HOURS / 2.0;
        for (int hour = 0; hour <= HOURS; hour++) {
            sums += (hour - middle) * heap[hour];
            squares += (hour - middle) * (hour - middle);
        }
        return sums / squares;
    }
}
