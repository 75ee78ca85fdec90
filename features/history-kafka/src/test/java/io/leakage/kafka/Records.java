package io.leakage.kafka;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;

/**
 * A history of events of which every record is known beforehand: event i stands at position 100 i, and has a quote, and for every third
 * also a score.
 */
final class Records {
    static final int BYTES = 100;

    private Records() {
    }

    /** {@return how many records the first events have} */
    static int count(int events) {
        return events + (events + 2) / 3;
    }

    /** Tells a sink the events from one on, flushed when it wants to be and every so many events. */
    static void tell(HistorySink sink, int from, int to, int every) throws IOException {
        HistoryRecord item = new HistoryRecord();
        for (int event = from; event < to; event++) {
            boolean full = sink.take(quote(item, event));
            full |= event % 3 == 0 && sink.take(score(item, event));
            if (full || (event + 1) % every == 0) {
                sink.flush((event + 1L) * BYTES);
            }
        }
        sink.flush((long) to * BYTES);
    }

    static HistoryRecord quote(HistoryRecord item, int event) {
        begin(item, HistoryTable.QUOTES, event, 0);
        item.put(100 + event % 7 / 100.0);
        item.put(100.05 + event % 7 / 100.0);
        item.put(300L);
        item.put(200L);
        item.put(0L);
        item.put("itch-a");
        item.put((long) event);
        item.end();
        return item;
    }

    static HistoryRecord score(HistoryRecord item, int event) {
        begin(item, HistoryTable.SCORES, event, 1);
        item.put("P-" + event % 5);
        for (int place = 5; place < HistoryTable.SCORES.columns().size(); place++) {
            HistoryColumn.Type type = HistoryTable.SCORES.columns().get(place).type();
            switch (type) {
                case DOUBLE -> item.put(event + place / 8.0);
                case LONG, NANOS -> item.put((long) event * place);
                default -> item.putAbsent();
            }
        }
        item.end();
        return item;
    }

    private static void begin(HistoryRecord item, HistoryTable table, int event, long ordinal) {
        item.begin(table);
        item.put((long) event * BYTES);
        item.put(ordinal);
        item.put(1_700_000_000_000_000_000L + event * 1_000L);
        item.put("SYM" + event % 11);
    }
}
