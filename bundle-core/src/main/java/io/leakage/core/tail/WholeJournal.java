package io.leakage.core.tail;

import io.leakage.api.history.HistoryRecord;
import io.leakage.core.engine.TailEngine;
import io.leakage.core.history.Replay;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A journal's records in one go, from its beginning to its end, on the calling thread: what parts of it are held against. */
public final class WholeJournal {
    private final Records records;
    private final TailEngine engine;

    private WholeJournal(Path directory, Consumer<HistoryRecord> into) {
        records = new Records(new PartSink(item -> {
            into.accept(item);
            return false;
        }));
        engine = new TailEngine(directory, event -> records.write(event, this.engine(), 0));
    }

    private TailEngine engine() {
        return engine;
    }

    /**
     * Tells every record.
     *
     * @param directory an engine's journal
     * @param into      takes them; must keep nothing of them
     * @return what was read, and what was damaged
     */
    public static Replay tell(Path directory, Consumer<HistoryRecord> into) {
        WholeJournal whole = new WholeJournal(directory, into);
        while (whole.engine.advance()) {
            continue;
        }
        return whole.engine.read();
    }
}
