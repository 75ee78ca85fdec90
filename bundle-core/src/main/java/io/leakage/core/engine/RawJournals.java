package io.leakage.core.engine;

import io.leakage.core.history.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drop copies' raw messages on disk, a journal a source. */
final class RawJournals implements AutoCloseable {
    static final String CONTENT = "raw fix 1";
    private static final Logger LOG = LoggerFactory.getLogger(RawJournals.class);

    private final Path directory;
    private final boolean sync;
    private final List<Journal> open = new ArrayList<>();

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
        Journal journal = Journal.open(directory.resolve(source), CONTENT);
        journal.damage().ifPresent(damage -> LOG.error("drop copy {}: {}", source, damage));
        open.add(journal);
        return (raw, offset, length) -> {
            long position = journal.append(raw, offset, length);
            if (sync) {
                journal.force();
            }
            return position;
        };
    }

    @Override
    public synchronized void close() {
        open.forEach(Journal::close);
        open.clear();
    }
}
