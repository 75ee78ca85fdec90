package io.leakage.ilp;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;

/** Quotes of which every one is known beforehand: quote i stands at position 100 i, at i microseconds. */
final class Quotes {
    static final int BYTES = 100;
    private static final long START = 1_700_000_000_000_000_000L;

    private Quotes() {
    }

    static void tell(HistorySink sink, int from, int to) throws IOException {
        HistoryRecord item = new HistoryRecord();
        for (int i = from; i < to; i++) {
            sink.take(quote(item, i, "SYM" + i % 3));
        }
        sink.flush((long) to * BYTES);
    }

    static HistoryRecord quote(HistoryRecord item, int i, String symbol) {
        item.begin(HistoryTable.QUOTES);
        item.put((long) i * BYTES);
        item.put(0L);
        item.put(START + i * 1_000L);
        item.put(symbol);
        item.put(100.25 + i);
        item.put(i % 5 == 0 ? Double.NaN : 100.5 + i);
        item.put(300L);
        item.put(200L);
        item.put(0L);
        item.put("itch \"a\",=\\");
        item.put((long) i);
        item.end();
        return item;
    }
}
