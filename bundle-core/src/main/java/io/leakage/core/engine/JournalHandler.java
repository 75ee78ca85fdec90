package io.leakage.core.engine;

import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Journal;
import io.leakage.core.history.Replay;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes every event of the ring to the journal, beside the pipeline. A disk that fails stops the journal, not the numbers. */
final class JournalHandler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalHandler.class);

    private final Path directory;
    private final Journal journal;
    private final long start;
    private final ByteBuffer frame = ByteBuffer.allocateDirect(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private long lost;

    JournalHandler(Path directory) {
        this.directory = directory;
        this.journal = Journal.open(directory, Replay.CONTENT);
        this.start = journal.end();
    }

    /** {@return whether there was nothing to recover} */
    boolean isEmpty() {
        return start == 0;
    }

    void onEvent(LeakageEvent event) {
        frame.clear();
        Frame.write(event, frame);
        frame.flip();
        try {
            journal.append(frame);
        } catch (UncheckedIOException diskFailed) {
            if (lost++ == 0) {
                LOG.error("journal {} cannot be written: events from here on are not recorded", directory, diskFailed);
            }
        }
    }

    @Override
    public void close() {
        if (lost > 0) {
            LOG.error("journal {}: {} events were not recorded", directory, lost);
        }
        journal.close();
    }
}
