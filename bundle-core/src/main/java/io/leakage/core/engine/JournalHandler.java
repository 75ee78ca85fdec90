package io.leakage.core.engine;

import io.leakage.core.event.EventKind;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Days;
import io.leakage.core.history.Journal;
import io.leakage.core.history.Keeping;
import io.leakage.core.history.Replay;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every event of the ring to the journal, beside the pipeline. A disk that fails stops the journal, not the numbers. Names are
 * written a second time beside it: a number whose name was lost would make all that was told by it worthless.
 */
final class JournalHandler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalHandler.class);
    private static final int NAME_SEGMENT_BYTES = 4 << 20;

    private final Path directory;
    private final Path twin;
    private final Journal journal;
    private final Journal names;
    private final long start;
    private final Days days;
    private final ByteBuffer frame = ByteBuffer.allocateDirect(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private long lost;
    private volatile Retention retention;

    /**
     * @param directory of the events; that of the names lies beside it
     * @param keeping   when a day begins, and whether segments are packed
     */
    JournalHandler(Path directory, Keeping keeping) {
        this.directory = directory;
        this.twin = directory.resolveSibling("names");
        this.days = new Days(keeping.zone());
        this.journal = Journal.open(directory, Replay.CONTENT, Journal.SEGMENT_BYTES, keeping.packs());
        try {
            this.names = Journal.open(twin, Replay.CONTENT, NAME_SEGMENT_BYTES, keeping.packs());
        } catch (RuntimeException unreadable) {
            journal.close();
            throw unreadable;
        }
        this.start = journal.end();
        journal.damage().ifPresent(damage -> LOG.error("journal: {}", damage));
        names.damage().ifPresent(damage -> LOG.error("names: {}", damage));
    }

    /** {@return whether there was nothing to recover} */
    boolean isEmpty() {
        return start == 0;
    }

    void onEvent(LeakageEvent event) {
        if (event.kind() == EventKind.CLOCK) {
            look(event.venueNanos);
        }
        if (event.kind().isKept()) {
            write(event, event.kind() == EventKind.NAMED);
        }
    }

    /**
     * Gives back the names that the journal lost and their twin has.
     *
     * @param known what was learned from the journal
     * @param into  takes each name that was not
     */
    void restoreNames(Names known, Consumer<LeakageEvent> into) {
        Replay twins = Replay.of(twin, new LeakageEvent(), event -> {
            if (known.restore(event)) {
                write(event, false);
                into.accept(event);
            }
        });
        twins.damages().forEach(damage -> LOG.error("names: {}", damage));
    }

    private void look(long clockNanos) {
        if (days.isOver(clockNanos)) {
            turn(clockNanos);
        } else if (days.isEnding(clockNanos)) {
            journal.foreseeDay();
        }
    }

    private void turn(long nanos) {
        try {
            journal.day(days.turn(nanos));
        } catch (UncheckedIOException diskFailed) {
            LOG.error("journal {}: the day begins in yesterday's segment", directory, diskFailed);
        }
        tellTrouble();
        if (retention != null) {
            journal.beside(this::retain);
        }
    }

    /** Old days are given up from now on, whenever another begins, and once now. */
    void retain(Retention by) {
        retention = by;
        journal.beside(this::retain);
    }

    private void retain() {
        LOG.info("journal {}: {}", directory, retention.apply());
    }

    /** {@return whether what is done beside the journal should end soon} */
    boolean isClosing() {
        return journal.isClosing();
    }

    private void tellTrouble() {
        String trouble = journal.trouble();
        if (trouble != null) {
            LOG.error("journal {}: a segment is not packed, or old days are not given up: {}", directory, trouble);
        }
    }

    private void write(LeakageEvent event, boolean twice) {
        frame.clear();
        Frame.write(event, frame);
        frame.flip();
        try {
            if (twice) {
                names.append(frame);
            }
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
        names.close();
        tellTrouble();
    }
}
