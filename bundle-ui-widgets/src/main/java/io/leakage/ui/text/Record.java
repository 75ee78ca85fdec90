package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Status;
import java.util.stream.Collectors;

/**
 * One record of CSV (RFC 4180): what is not there is an empty field. A text that a spreadsheet would take for a formula has an apostrophe
 * before it, since other sides choose ids. One use, one thread.
 */
final class Record {
    /** What a formula begins with, in one spreadsheet or another. */
    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder fields = new StringBuilder(1_024);

    void score(Measure measure, double value, double lo, double hi, Status status, long flags) {
        number(value);
        text(measure.unit().symbol());
        number(lo);
        number(hi);
        text(status.name());
        flags(flags);
    }

    void flags(long bits) {
        text(Flag.of(bits).stream().map(Flag::name).collect(Collectors.joining(" ")));
    }

    void whole(long value) {
        fields.append(',');
        if (value != Absent.LONG) {
            fields.append(value);
        }
    }

    void number(double value) {
        fields.append(',');
        if (Double.isFinite(value)) {
            fields.append(value + 0.0);
        }
    }

    void text(String text) {
        fields.append(',');
        if (text == null) {
            return;
        }
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            fields.append('"').append('\'').append(text.replace("\"", "\"\"")).append('"');
            return;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        fields.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }

    /** {@return the record without an end of line} */
    @Override
    public String toString() {
        return fields.substring(1);
    }
}
