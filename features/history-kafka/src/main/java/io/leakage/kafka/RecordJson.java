package io.leakage.kafka;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A record of the history as one JSON object: a member a column under the column's name, in the table's order, absent ones left out. LONG
 * and NANOS are whole numbers of up to 64 bits, DOUBLE is the shortest that reads back the same, an infinite one is the string
 * {@code "Infinity"} or {@code "-Infinity"}. One thread.
 */
final class RecordJson {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder(1024);

    /** {@return the record in UTF-8} */
    byte[] of(HistoryRecord item) {
        text.setLength(0);
        text.append('{');
        List<HistoryColumn> columns = item.table().columns();
        for (int place = 0; place < columns.size(); place++) {
            if (!item.isAbsent(place)) {
                text.append(text.length() > 1 ? "," : "").append('"').append(columns.get(place).name()).append("\":");
                value(item, place, columns.get(place).type());
            }
        }
        return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(HistoryRecord item, int place, HistoryColumn.Type type) {
        switch (type) {
            case LONG, NANOS -> text.append(item.longAt(place));
            case DOUBLE -> number(item.doubleAt(place));
            case FLAG -> text.append(item.flagAt(place));
            case TEXT -> quoted(item.textAt(place));
        }
    }

    private void number(double value) {
        if (Double.isInfinite(value)) {
            text.append('"').append(value).append('"');
        } else {
            text.append(value);
        }
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < ' ') {
                text.append("\\u00").append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 15));
            } else {
                text.append(letter);
            }
        }
        text.append('"');
    }
}
