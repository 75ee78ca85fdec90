package io.leakage.archive;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import io.leakage.archive.depot.Depot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps the history as Parquet in a depot. Exactly once, because files and position are told by one manifest that is exchanged in one step:
 * what was written and not published is removed at the next {@link #open}, and its records come again. Everything is called by one thread.
 */
public class ArchiveSink implements HistorySink {
    private static final long MEBI = 1L << 20;

    private final Depot depot;
    private final ArchiveOptions options;
    private final Days days;
    private final Batch[] batches = new Batch[HistoryTable.count()];
    private final long mostBytes;

    private ParquetWriter writer;
    private Publisher publisher;
    private Compaction compaction;
    private String journal;
    private Manifest tried;
    private int day;

    /** A sink that has not been opened. */
    public ArchiveSink(Depot depot, ArchiveOptions options) {
        this.depot = depot;
        this.options = options;
        this.days = new Days(options.zone());
        this.mostBytes = options.batchMebibytes() * MEBI;
        for (HistoryTable table : HistoryTable.values()) {
            batches[table.ordinal()] = new Batch(table);
        }
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public int patienceMillis() {
        return options.flushSeconds() * 1000;
    }

    /** {@inheritDoc} Removes what a writer that died has left, and refuses an archive that is not whole. */
    @Override
    public long open(String newJournal) throws IOException {
        depot.open();
        try {
            publisher = Publisher.open(depot, options.zone().getId());
            writer = new ParquetWriter(depot.spool(), options.memoryMebibytes(), options.threads());
        } catch (IOException e) {
            depot.close();
            throw e;
        }
        compaction = new Compaction(depot, writer, publisher, options);
        journal = newJournal;
        return publisher.manifest().position(journal);
    }

    @Override
    public boolean take(HistoryRecord item) {
        if (!item.isAbsent(HistoryTable.TS_NS)) {
            day = days.of(item.longAt(HistoryTable.TS_NS));
        }   // else it stands with the record before it
        batches[item.table().ordinal()].add(item, day);
        return waiting() >= mostBytes;
    }

    private long waiting() {
        long bytes = 0;
        for (Batch batch : batches) {
            bytes += batch.bytes();
        }
        return bytes;
    }

    @Override
    public void flush(long position) throws IOException {
        publisher.settle();
        if (publisher.manifest() == tried) {
            clear();   // the last try had come through after all
        }
        if (waiting() == 0 && position == publisher.manifest().position(journal)) {
            return;
        }
        List<ArchiveFile> files = new ArrayList<>();
        try {
            for (Batch batch : batches) {
                for (int one : batch.days()) {
                    files.add(write(batch, one));
                }
            }
        } catch (IOException e) {
            publisher.remove(files);
            throw new IOException("archive " + depot.name() + " could not be written, nothing of it is lost: " + e.getMessage(), e);
        }
        tried = publisher.manifest().with(journal, position, files);
        publisher.publish(tried);
        clear();
        compaction.run();
    }

    private ArchiveFile write(Batch batch, int one) throws IOException {
        Path written = depot.spool().resolve(batch.table().id() + ".parquet");
        try {
            int[] order = batch.order(one);
            writer.write(batch, order, journal, written);
            return publisher.keep(written, batch.table().id(), LocalDate.ofEpochDay(one), order.length);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void clear() {
        for (Batch batch : batches) {
            batch.clear();
        }
        tried = null;
    }

    /** {@return what is kept, by table: how many records; for people} */
    Map<String, Long> kept() {
        return publisher.rows();
    }

    @Override
    public void close() {
        clear();
        if (writer != null) {
            writer.close();
            writer = null;
        }
        depot.close();
    }
}
