package io.leakage.archive;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * A history that anyone can write again from any position: events of 64 bytes each, with up to three records, of tables and values that
 * follow from the position alone.
 */
public final class Tape {
    /** Bytes of an event. */
    public static final long EVENT = 64;
    /** 2026-11-27 14:30:00 UTC. */
    static final long START = 1_795_789_800_000_000_000L;
    private static final String[] SYMBOLS = {"AAPL", "MSFT", "Ünïcode ✓", "O'Neil"};

    private final HistoryRecord item = new HistoryRecord();
    private final long step;

    /** {@code step}: the time between two events, ns. */
    public Tape(long step) {
        this.step = step;
    }

    /** Tells a sink the events of {@code [from, to)}; {@return whether it wants to be flushed} */
    public boolean tell(HistorySink sink, long from, long to) {
        boolean full = false;
        for (long position = from; position < to; position += EVENT) {
            for (int ordinal = 0; ordinal < records(position); ordinal++) {
                full |= sink.take(record(position, ordinal));
            }
        }
        return full;
    }

    /** {@return how many records the event at a position has} */
    static int records(long position) {
        return (int) (position / EVENT % 3) + 1;
    }

    /** {@return how many records there are below a position} */
    public static long count(long until) {
        long count = 0;
        for (long position = 0; position < until; position += EVENT) {
            count += records(position);
        }
        return count;
    }

    /** {@return the record that an event has at a place; valid until the next call} */
    HistoryRecord record(long position, int ordinal) {
        SplittableRandom random = new SplittableRandom(position * 31 + ordinal);
        HistoryTable table = HistoryTable.values()[random.nextInt(HistoryTable.count())];
        item.begin(table);
        item.put(position);
        item.put(ordinal);
        item.put(START + position / EVENT * step);
        item.put(random.nextInt(20) == 0 ? null : SYMBOLS[random.nextInt(SYMBOLS.length)]);
        for (HistoryColumn column : table.columns().subList(4, table.columns().size())) {
            put(column, random);
        }
        item.end();
        return item;
    }

    private void put(HistoryColumn column, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            item.putAbsent();
            return;
        }
        switch (column.type()) {
            case LONG -> item.put(random.nextLong(-1000, 1000));
            case NANOS -> item.put(START + random.nextLong(1_000_000_000L));
            case DOUBLE -> item.put(random.nextInt(10) == 0 ? -0.0 : random.nextInt(100_000) / 100.0);
            case TEXT -> item.put(random.nextInt(10) == 0 ? "" : column.name() + random.nextInt(50));
            case FLAG -> item.put(random.nextBoolean());
        }
    }

    /** {@return what a record says, in one number} */
    static long digest(HistoryRecord item) {
        StringBuilder text = new StringBuilder(item.table().id());
        for (int i = 0; i < item.table().columns().size(); i++) {
            text.append('|');
            if (!item.isAbsent(i)) {
                switch (item.table().columns().get(i).type()) {
                    case LONG, NANOS -> text.append(item.longAt(i));
                    case DOUBLE -> text.append(item.doubleAt(i));
                    case TEXT -> text.append('"').append(item.textAt(i));
                    case FLAG -> text.append(item.flagAt(i));
                }
            }
        }
        return digest(text.toString());
    }

    static long digest(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
