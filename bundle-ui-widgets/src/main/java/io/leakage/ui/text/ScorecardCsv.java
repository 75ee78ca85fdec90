package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Scorecards as CSV (RFC 4180, a header, one record a parent): each measure takes six columns ({@code id}, {@code id_unit},
 * {@code id_lo}, {@code id_hi}, {@code id_status}, {@code id_flags}). Numbers are not rounded; what is not there is empty, flags are
 * separated by blanks. Texts stand as they came over the wire. Any thread.
 */
public final class ScorecardCsv {
    private static final String[] FIRST = {"parent", "desk", "symbol", "side", "quantity", "executed", "average_price", "state",
            "arrival", "arrival_source", "arrival_mid", "first_fill", "last_fill", "as_of", "grade", "quality", "flags", "questions",
            "undecidable", "as_of_seq", "order_seq", "version", "clock", "clock_uncertainty_nanos"};

    private final Scorecard scorecard;

    /**
     * Reads from this scorecard at each call.
     *
     * @param scorecard what is written
     */
    public ScorecardCsv(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /**
     * Writes the header and a record for each parent shown, in the order they were first seen.
     *
     * @throws IOException when {@code out} does
     */
    public void writeAll(Appendable out) throws IOException {
        out.append(header()).append("\r\n");
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (Words.isShown(scorecard, parent, row)) {
                out.append(record(row)).append("\r\n");
            }
        }
    }

    /** {@return the names of the columns, without an end of line} */
    public static String header() {
        StringBuilder header = new StringBuilder(String.join(",", FIRST));
        for (int i = 0; i < Measure.count(); i++) {
            String id = Measure.at(i).id();
            for (String suffix : new String[]{"", "_unit", "_lo", "_hi", "_status", "_flags"}) {
                header.append(',').append(id).append(suffix);
            }
        }
        return header.toString();
    }

    /** {@return one parent's record without an end of line, null when there is no such parent} */
    public String record(int parent) {
        ParentRow row = new ParentRow();
        return scorecard.read(parent, row) ? record(row) : null;
    }

    private String record(ParentRow row) {
        StringBuilder record = new StringBuilder(1024);
        text(record, Words.name(scorecard, NameKind.ORDER, row.order()));
        text(record, Words.desk(scorecard, row.desk()));
        text(record, Words.name(scorecard, NameKind.INSTRUMENT, row.instrument()));
        text(record, row.side().name());
        whole(record, row.quantity());
        whole(record, row.executed());
        number(record, row.averagePrice());
        text(record, Words.state(row.state()));
        text(record, Words.time(row.arrivalNanos()));
        text(record, row.arrivalSource().name());
        number(record, row.arrivalMid());
        text(record, Words.time(row.firstFillNanos()));
        text(record, Words.time(row.lastFillNanos()));
        text(record, Words.time(row.asOfNanos()));
        text(record, row.grade().name());
        text(record, Quality.of(row).status().name());
        text(record, flags(row.flags()));
        whole(record, row.questions());
        whole(record, row.undecidable());
        whole(record, row.marketSequence());
        whole(record, row.orderSequence());
        whole(record, row.version());
        text(record, row.clockState() == null ? null : row.clockState().name());
        whole(record, row.clockUncertainty());
        for (int i = 0; i < Measure.count(); i++) {
            score(record, row, Measure.at(i));
        }
        return record.substring(1);
    }

    private static void score(StringBuilder record, ParentRow row, Measure measure) {
        number(record, row.value(measure));
        text(record, measure.unit().symbol());
        number(record, row.lo(measure));
        number(record, row.hi(measure));
        text(record, row.status(measure).name());
        text(record, flags(row.flags(measure)));
    }

    private static String flags(long bits) {
        return Flag.of(bits).stream().map(Flag::name).collect(Collectors.joining(" "));
    }

    private static void whole(StringBuilder record, long value) {
        record.append(',');
        if (value != Absent.LONG) {
            record.append(value);
        }
    }

    private static void number(StringBuilder record, double value) {
        record.append(',');
        if (Double.isFinite(value)) {
            record.append(value + 0.0);
        }
    }

    private static void text(StringBuilder record, String text) {
        record.append(',');
        if (text == null) {
            return;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        record.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
