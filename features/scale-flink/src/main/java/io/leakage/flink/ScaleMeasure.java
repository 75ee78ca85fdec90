package io.leakage.flink;

import io.leakage.core.tail.RecordDigests;
import io.leakage.core.tail.WholeJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How fast a journal goes through one pipeline in this JVM, records told and counted, and through the job in one slot and in two, which does
 * the same with checkpoints. Medians of some rounds in turn, a first one left out; a job's time is from when it runs to its end.
 *
 * @param events    of the journal
 * @param inProcess events a second of one pipeline in this JVM
 * @param oneSlot   events a second of the job in one slot
 * @param twoSlots  events a second of the job in two slots
 */
public record ScaleMeasure(long events, double inProcess, double oneSlot, double twoSlots) {
    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    static String of(ScaleOptions options) throws Exception {
        return of(options.journal(), Duration.ofSeconds(options.seconds())).toString();
    }

    /**
     * Measures.
     *
     * @param journal     an engine's journal
     * @param checkpoints between checkpoints
     * @throws IllegalStateException when a run told something else than another
     */
    public static ScaleMeasure of(Path journal, Duration checkpoints) throws Exception {
        Path folder = Files.createTempDirectory("scale");
        try (LocalCluster cluster = new LocalCluster(2, 0)) {
            ScaleRun.Where where = new ScaleRun.Where(cluster.address(), List.of(), folder.toUri().toString(), checkpoints);
            List<List<Double>> rates = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            long events = 0;
            for (int round = 0; round <= ROUNDS; round++) {
                RecordDigests whole = new RecordDigests();
                long begun = System.nanoTime();
                events = WholeJournal.tell(journal, whole::add).events();
                rates.get(0).add(events / ((System.nanoTime() - begun) / NANOS));
                for (int slots = 1; slots <= 2; slots++) {
                    rates.get(slots).add(events / job(journal, slots, where, whole));
                }
            }
            return new ScaleMeasure(events, median(rates.get(0)), median(rates.get(1)), median(rates.get(2)));
        } finally {
            delete(folder);
        }
    }

    /** {@return seconds of the job} */
    private static double job(Path journal, int slots, ScaleRun.Where where, RecordDigests expected) throws Exception {
        JournalSource source = new JournalSource(journal.toString(), ScaleJob.BLOCK_BYTES, false);
        ScaleRun run = ScaleRun.submit(new ScaleJob(slots, slots, null), source, where);
        RecordDigests told = new RecordDigests();
        run.results().forEachRemaining(result -> {
            if (result.f0.equals(Outputs.PART)) {
                told.add(RecordDigests.of(HexFormat.of().parseHex(result.f2)));
            }
        });
        if (!told.equals(expected)) {
            throw new IllegalStateException(slots + " slots told\n" + told + "one pipeline told\n" + expected);
        }
        return run.client().getJobExecutionResult().get().getNetRuntime() / MILLIS;
    }

    private static double median(List<Double> rates) {
        List<Double> measured = new ArrayList<>(rates.subList(1, rates.size()));
        Collections.sort(measured);
        return measured.get(measured.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** {@return the rates and their ratios, for a person} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, """
                %,d events
                one pipeline in this JVM   %,12.0f events/s
                one slot                   %,12.0f events/s, %.2f of it
                two slots                  %,12.0f events/s, %.2f of it, %.2f of one slot
                """, events, inProcess, oneSlot, oneSlot / inProcess, twoSlots, twoSlots / inProcess, twoSlots / oneSlot);
    }
}
