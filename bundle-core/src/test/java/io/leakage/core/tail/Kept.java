package io.leakage.core.tail;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sink in memory: what was flushed stays, whatever becomes of the tail. Told by one thread, read when that rests. */
final class Kept implements HistorySink {
    /** A record as column → value, absent ones left out, its table under {@code table}. */
    final List<Map<String, Object>> records = new ArrayList<>();
    final List<Map<String, Object>> open = new ArrayList<>();
    private final int most;
    volatile String refuses = "";
    volatile String journal;
    volatile long position;

    /** @param most records it takes before it wants to be flushed */
    Kept(int most) {
        this.most = most;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public long open(String named) {
        journal = named;
        open.clear();
        return position;
    }

    @Override
    public boolean take(HistoryRecord item) {
        open.add(copy(item));
        return open.size() >= most;
    }

    @Override
    public void flush(long to) throws IOException {
        if (!refuses.isEmpty()) {
            throw new IOException(refuses);
        }
        records.addAll(open);
        open.clear();
        position = to;
    }

    @Override
    public int patienceMillis() {
        return 20;
    }

    @Override
    public void close() {
        open.clear();
    }

    List<Map<String, Object>> of(HistoryTable table) {
        return records.stream().filter(one -> one.get("table") == table).toList();
    }

    private static Map<String, Object> copy(HistoryRecord item) {
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("table", item.table());
        List<HistoryColumn> columns = item.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (!item.isAbsent(i)) {
                copy.put(columns.get(i).name(), value(item, i, columns.get(i).type()));
            }
        }
        return copy;
    }

    private static Object value(HistoryRecord item, int place, HistoryColumn.Type type) {
        return switch (type) {
            case LONG, NANOS -> item.longAt(place);
            case DOUBLE -> item.doubleAt(place);
            case TEXT -> item.textAt(place);
            case FLAG -> item.flagAt(place);
        };
    }
}
