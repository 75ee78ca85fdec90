package io.leakage.core.tail;

import io.leakage.api.history.HistorySink;
import io.leakage.core.engine.TailEngine;
import io.leakage.core.history.JournalIdentity;
import java.io.IOException;
import java.nio.file.Path;

/** What a tail's thread does with a journal that is there already, on the thread that calls. */
public final class JournalTail {
    private final Path journal;
    private TailEngine engine;
    private long told;

    /** @param journal an engine's journal directory */
    public JournalTail(Path journal) {
        this.journal = journal;
    }

    /**
     * Tells a sink all of the journal, from its beginning to its end, and lets it be kept.
     *
     * @return how many events there were
     * @throws IOException when it cannot be kept
     */
    public long into(HistorySink sink) throws IOException {
        sink.open(JournalIdentity.of(TailEngine.events(journal)));
        Records records = new Records(sink);
        engine = new TailEngine(journal, event -> records.write(event, engine, 0));
        long events = 0;
        while (engine.advance()) {
            events++;
            if (records.isFull()) {
                keep(sink);
            }
        }
        keep(sink);
        sink.close();
        told = records.told();
        return events;
    }

    /**
     * Has all records made and keeps none.
     *
     * @return how many events there were
     */
    public long intoNothing() throws IOException {
        return into(new PartSink(item -> false));
    }

    private void keep(HistorySink sink) throws IOException {
        engine.force();
        sink.flush(engine.nextPosition());
    }

    /** {@return how many records the last run told} */
    public long told() {
        return told;
    }
}
