package io.leakage.kafka;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;
import org.apache.kafka.common.record.internal.RecordBatch;

/** Puts every record into batches as the producer does, packed the same way, and counts what a broker would write of them. One thread. */
public final class TopicBytes implements HistorySink {
    private static final int BATCH = 1 << 17;
    private static final int LEVEL = 1;

    private final RecordJson json = new RecordJson();
    private final RecordHeaders headers = new RecordHeaders("1.0.0");
    private final Map<HistoryTable, MemoryRecordsBuilder> open = new EnumMap<>(HistoryTable.class);
    private long bytes;

    /** {@return bytes of the batches closed so far} */
    public long bytes() {
        return bytes;
    }

    @Override
    public String name() {
        return "topic-bytes";
    }

    @Override
    public long open(String journal) {
        headers.journal(journal);
        return 0;
    }

    @Override
    public boolean take(HistoryRecord item) {
        byte[] value = json.of(item);
        String symbol = item.textAt(HistoryTable.SYMBOL);
        byte[] key = (symbol == null ? "" : symbol).getBytes(StandardCharsets.UTF_8);
        Header[] beside = headers.of(item).toArray(new Header[0]);
        MemoryRecordsBuilder batch = open.computeIfAbsent(item.table(), table -> batch());
        if (!batch.hasRoomFor(item.longAt(HistoryTable.TS_NS) / 1_000_000L, ByteBuffer.wrap(key), ByteBuffer.wrap(value), beside)) {
            end(batch);
            batch = batch();
            open.put(item.table(), batch);
        }
        batch.append(item.longAt(HistoryTable.TS_NS) / 1_000_000L, key, value, beside);
        return false;
    }

    private static MemoryRecordsBuilder batch() {
        return MemoryRecords.builder(ByteBuffer.allocate(BATCH), RecordBatch.CURRENT_MAGIC_VALUE,
                Compression.gzip().level(LEVEL).build(), TimestampType.CREATE_TIME, 0L);
    }

    private void end(MemoryRecordsBuilder batch) {
        bytes += batch.build().sizeInBytes();
    }

    @Override
    public void flush(long position) {
        open.values().forEach(this::end);
        open.clear();
    }

    @Override
    public void close() {
        open.clear();
    }
}
