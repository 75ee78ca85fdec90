package io.leakage.flink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Records as lines of JSON: the table's id, then the columns that are there under their names. One thread. */
final class RecordLines {
    private final JsonFactory json = new JsonFactory();

    /** {@return a record's line} */
    String of(HistoryRecord item) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("table", item.table().id());
            List<HistoryColumn> columns = item.table().columns();
            for (int place = 0; place < columns.size(); place++) {
                if (!item.isAbsent(place)) {
                    out.writeFieldName(columns.get(place).name());
                    value(out, item, place, columns.get(place).type());
                }
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void value(JsonGenerator out, HistoryRecord item, int place, HistoryColumn.Type type) throws IOException {
        switch (type) {
            case LONG, NANOS -> out.writeNumber(item.longAt(place));
            case DOUBLE -> out.writeNumber(item.doubleAt(place));
            case FLAG -> out.writeBoolean(item.flagAt(place));
            case TEXT -> out.writeString(item.textAt(place));
        }
    }
}
