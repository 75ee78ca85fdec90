package io.leakage.core.engine;

import io.leakage.core.history.JournalReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drop copies' raw messages on disk, a journal a source. */
final class RawJournals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RawJournals.class);

    private final Path directory;
    private final boolean sync;
    private final List<RawJournal> open = new ArrayList<>();

    /** @param directory null for none: then messages are taken without a trace on disk */
    RawJournals(Path directory, boolean sync) {
        this.directory = directory;
        this.sync = sync;
    }

    /**
     * Opens the journal of one source.
     *
     * @throws IllegalArgumentException when the source's name cannot be a directory's
     */
    synchronized RawLog open(String source) {
        if (!source.matches("[A-Za-z0-9._-]{1,64}") || source.startsWith(".")) {
            throw new IllegalArgumentException("source name: 1 to 64 letters, digits, '.', '_' or '-', got \"" + source + "\"");
        }
        if (directory == null) {
            return (raw, offset, length) -> 0;
        }
        RawJournal journal = new RawJournal(directory.resolve(source), sync);
        journal.journal().damage().ifPresent(damage -> LOG.error("drop copy {}: {}", source, damage));
        open.add(journal);
        return journal;
    }

    /** {@return a reader of a source's journal before the record at this position, null when there is no such journal} */
    JournalReader reader(String source, long from) {
        return directory == null || !Files.isDirectory(directory.resolve(source)) ? null
                : new JournalReader(directory.resolve(source), RawJournal.CONTENT, from);
    }

    /** {@return the message of the record at a position, empty when it is not kept or cannot be read} */
    byte[] message(String source, long position) {
        JournalReader reader = reader(source, position);
        ByteBuffer record = reader == null ? null : reader.next();
        return record == null || reader.position() != position ? new byte[0] : RawRecord.message(RawRecord.bytes(record));
    }

    @Override
    public synchronized void close() {
        open.forEach(RawJournal::close);
        open.clear();
    }
}
