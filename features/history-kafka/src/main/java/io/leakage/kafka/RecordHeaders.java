package io.leakage.kafka;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What stands beside a record, as text: {@code schema} (version of the table), {@code engine} (version of what computed it),
 * {@code journal}, {@code position} and {@code ordinal}, which three together name the record for ever. One thread.
 */
final class RecordHeaders {
    private final Header schema = header("schema", Integer.toString(HistoryTable.SCHEMA_VERSION));
    private final Header engine;
    private Header journal;

    RecordHeaders(String engine) {
        this.engine = header("engine", engine);
    }

    /** Names the journal of the records that follow. */
    void journal(String name) {
        journal = header("journal", name);
    }

    /** {@return the headers of a record} */
    List<Header> of(HistoryRecord item) {
        return List.of(schema, engine, journal, header("position", Long.toString(item.position())),
                header("ordinal", Long.toString(item.longAt(HistoryTable.ORDINAL))));
    }

    private static Header header(String key, String value) {
        return new RecordHeader(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
