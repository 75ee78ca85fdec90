package io.leakage.archive;

import io.leakage.archive.depot.Depot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one file of the small ones of a table and day, once there are many, or two when the day is over. The records stay the same, and the
 * manifest is exchanged in one step. The old files stay for a minute, for whoever is reading them. One thread.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final long GRACE = TimeUnit.MINUTES.toNanos(1);
    private static final int MANY_OF_A_PAST_DAY = 2;

    private final Depot depot;
    private final ParquetWriter writer;
    private final Publisher publisher;
    private final ArchiveOptions options;
    private final Set<String> given = new HashSet<>();
    private final Deque<Retired> retired = new ArrayDeque<>();

    Compaction(Depot depot, ParquetWriter writer, Publisher publisher, ArchiveOptions options) {
        this.depot = depot;
        this.writer = writer;
        this.publisher = publisher;
        this.options = options;
    }

    /** Does what there is to do. What fails is said in the log and left as it was: the archive is whole without it. */
    void run() {
        sweep();
        LocalDate newest = publisher.manifest().files().stream().map(ArchiveFile::date).max(LocalDate::compareTo).orElse(LocalDate.MIN);
        for (Map.Entry<String, List<ArchiveFile>> small : smallFiles().entrySet()) {
            if (given.contains(small.getKey()) || small.getValue().size() < many(small.getValue(), newest)) {
                continue;
            }
            try {
                merge(small.getValue());
            } catch (IOException e) {
                given.add(small.getKey());
                LOG.warn("archive {}: small files of {} stay apart: {}", depot.name(), small.getKey(), e.getMessage());
                return;   // the rest at the next flush, when it is known how this ended
            }
        }
    }

    private Map<String, List<ArchiveFile>> smallFiles() {
        Map<String, List<ArchiveFile>> small = new TreeMap<>();
        for (ArchiveFile file : publisher.manifest().files()) {
            if (file.rows() < options.smallRows()) {
                small.computeIfAbsent(file.table() + " of " + file.date(), any -> new ArrayList<>()).add(file);
            }
        }
        return small;
    }

    private int many(List<ArchiveFile> files, LocalDate newest) {
        return files.get(0).date().isBefore(newest) ? MANY_OF_A_PAST_DAY : options.smallFiles();
    }

    private void merge(List<ArchiveFile> files) throws IOException {
        ArchiveFile first = files.get(0);
        List<Path> from = new ArrayList<>();
        for (ArchiveFile file : files) {
            Path local = depot.local(file.path());
            if (Checksum.of(local) != file.crc32c()) {
                throw new IOException(file.path() + " is damaged: its checksum is not the one it was written with");
            }
            from.add(local);
        }
        Path written = depot.spool().resolve("merged.parquet");
        try {
            long rows = writer.merge(first.table(), from, written);
            long expected = files.stream().mapToLong(ArchiveFile::rows).sum();
            if (rows != expected) {
                throw new IOException(rows + " rows were merged, expected " + expected);
            }
            publish(files, publisher.keep(written, first.table(), first.date(), rows));
        } finally {
            Files.deleteIfExists(written);
        }
        files.forEach(file -> retired.add(new Retired(file, System.nanoTime())));
    }

    private void publish(List<ArchiveFile> files, ArchiveFile merged) throws IOException {
        List<ArchiveFile> rest = new ArrayList<>(publisher.manifest().files());
        rest.removeAll(files);
        rest.add(merged);
        publisher.publish(publisher.manifest().with(rest));
    }

    private void sweep() {
        while (!retired.isEmpty() && System.nanoTime() - retired.peek().since > GRACE) {
            publisher.remove(List.of(retired.poll().file));
        }
    }

    private record Retired(ArchiveFile file, long since) {
    }
}
