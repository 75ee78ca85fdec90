package io.leakage.core.tail;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import java.util.function.Predicate;

/** A sink that hands on what it takes and keeps nothing. */
record PartSink(Predicate<HistoryRecord> into) implements HistorySink {
    @Override
    public String name() {
        return "part";
    }

    @Override
    public long open(String journal) {
        return 0;
    }

    @Override
    public boolean take(HistoryRecord item) {
        return into.test(item);
    }

    @Override
    public void flush(long position) {
        // nothing is kept
    }

    @Override
    public void close() {
        // nothing is open
    }
}
