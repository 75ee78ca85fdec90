package io.leakage.bench;

import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.depot.FolderDepot;
import io.leakage.bench.Sizing.Assumption;
import io.leakage.bench.Sizing.Constant;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.history.Inventory;
import io.leakage.core.history.Replay;
import io.leakage.core.history.Segments;
import io.leakage.core.tail.JournalTail;
import io.leakage.kafka.TopicBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The constants of the page on sizing, of a market of 8,000 symbols with 200 live parents, and what follows from them for a deployment of
 * the usual assumptions; another is given as {@code -DEVENTS_A_DAY=1e9} and so on, see {@link Assumption}.
 */
final class SizingBenchmark implements Benchmark {
    private static final int SYMBOLS = 8_000;
    private static final int LIVE = 400_000;
    private static final int PARENTS = 200;
    private static final int MESSAGES = Integer.getInteger("messages", 2_000_000);

    @Override
    public String name() {
        return "sizing";
    }

    @Override
    public Report run() throws Exception {
        Path folder = Files.createTempDirectory("sizing");
        try {
            Map<Constant, Double> constants = measure(folder);
            Report report = new Report(name());
            constants.forEach((constant, value) -> report.figure(constant.what, constant.unit, value));
            Map<Assumption, Double> assumed = assumed();
            assumed.forEach((assumption, value) -> report.figure(assumption.what, assumption.unit, value));
            Sizing.of(constants, assumed).forEach((what, value) -> {
                int unit = what.lastIndexOf(" (");
                report.figure(what.substring(0, unit), what.substring(unit + 2, what.length() - 1), value);
            });
            return report;
        } finally {
            RecordedMarket.delete(folder);
        }
    }

    private static Map<Assumption, Double> assumed() {
        Map<Assumption, Double> assumed = new EnumMap<>(Assumption.class);
        for (Assumption one : Assumption.values()) {
            assumed.put(one, Double.valueOf(System.getProperty(one.name(), Double.toString(one.standard))));
        }
        return assumed;
    }

    private static Map<Constant, Double> measure(Path folder) throws IOException {
        Path journal = folder.resolve("journal");
        Path events = journal.resolve("events");
        RecordedMarket.write(journal, SYMBOLS, LIVE, PARENTS, 1, MESSAGES);
        double count = Inventory.check(events, Replay.CONTENT).records();
        Map<Constant, Double> constants = new EnumMap<>(Constant.class);
        constants.put(Constant.JOURNAL_PLAIN, used(events) / count);
        Segments.packAll(events, Replay.CONTENT);
        constants.put(Constant.JOURNAL_PACKED, stored(events) / count);
        constants.put(Constant.RESCORING, best(() -> new ReplayEngine().replay(journal)) / count);
        archive(folder, journal, count, constants);
        TopicBytes topics = new TopicBytes();
        new JournalTail(journal).into(topics);
        constants.put(Constant.TOPICS, topics.bytes() / count);
        return constants;
    }

    private static void archive(Path folder, Path journal, double count, Map<Constant, Double> constants) throws IOException {
        int[] round = {0};
        constants.put(Constant.ARCHIVING, best(() -> {
            try (FolderDepot depot = new FolderDepot(folder.resolve("archive" + round[0]++))) {
                new JournalTail(journal).into(new ArchiveSink(depot, ArchiveOptions.DEFAULT));
            }
        }) / count);
        try (Stream<Path> files = Files.walk(folder.resolve("archive0"))) {
            List<Path> parquet = files.filter(file -> file.toString().endsWith(".parquet")).toList();
            double bytes = 0;
            for (Path file : parquet) {
                bytes += Files.size(file);
            }
            constants.put(Constant.ARCHIVE, bytes / count);
        }
    }

    private static double used(Path events) {
        return Inventory.of(events, Replay.CONTENT).stream().mapToLong(one -> one.to() - one.from()).sum();
    }

    private static double stored(Path events) {
        return Inventory.of(events, Replay.CONTENT).stream().mapToLong(Inventory.Entry::bytes).sum();
    }

    /** {@return nanoseconds by the wall clock, the better of two rounds} */
    private static double best(Work work) throws IOException {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            long begun = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - begun);
        }
        return best;
    }

    /** What is timed. */
    private interface Work {
        void run() throws IOException;
    }
}
