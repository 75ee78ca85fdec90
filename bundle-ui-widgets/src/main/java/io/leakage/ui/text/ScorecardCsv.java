package io.leakage.ui.text;

import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.io.IOException;
import java.util.function.Predicate;

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
        writeAll(out, row -> true);
    }

    /**
     * The same, of the orders that are asked for.
     *
     * @throws IOException when {@code out} does
     */
    public void writeAll(Appendable out, Predicate<ParentRow> asked) throws IOException {
        out.append(header()).append("\r\n");
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (Words.isShown(scorecard, parent, row) && asked.test(row)) {
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
        Record record = new Record();
        record.text(Words.name(scorecard, NameKind.ORDER, row.order()));
        record.text(Words.desk(scorecard, row.desk()));
        record.text(Words.name(scorecard, NameKind.INSTRUMENT, row.instrument()));
        record.text(row.side().name());
        record.whole(row.quantity());
        record.whole(row.executed());
        record.number(row.averagePrice());
        record.text(Words.state(row.state()));
        record.text(Words.time(row.arrivalNanos()));
        record.text(row.arrivalSource().name());
        record.number(row.arrivalMid());
        record.text(Words.time(row.firstFillNanos()));
        record.text(Words.time(row.lastFillNanos()));
        record.text(Words.time(row.asOfNanos()));
        record.text(row.grade().name());
        record.text(Quality.of(row).status().name());
        record.flags(row.flags());
        record.whole(row.questions());
        record.whole(row.undecidable());
        record.whole(row.marketSequence());
        record.whole(row.orderSequence());
        record.whole(row.version());
        record.text(row.clockState() == null ? null : row.clockState().name());
        record.whole(row.clockUncertainty());
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            record.score(measure, row.value(measure), row.lo(measure), row.hi(measure), row.status(measure), row.flags(measure));
        }
        return record.toString();
    }
}
