package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.FillScore;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Fills as CSV (RFC 4180, a header, one record a fill): the mid at each horizon in four columns ({@code mid_1s}, {@code mid_1s_lo},
 * {@code mid_1s_hi}, {@code mid_1s_flags}), then each measure that has a meaning for one fill in six, as {@link ScorecardCsv} has them. Any
 * thread.
 */
public final class FillCsv {
    private static final List<String> FIRST = List.of("parent", "execution", "child", "time", "price", "quantity", "liquidity", "venue",
            "strategy", "broker", "counterparty", "bid", "offer", "flags");
    private static final int PRICE_DECIMALS = 8;

    private final Scorecard scorecard;

    /** @param scorecard read at each call */
    public FillCsv(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /**
     * Writes the header and a record for each fill of each parent shown.
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
                writeFills(row, out);
            }
        }
    }

    /**
     * Writes the header and a record for each fill of one parent; the header alone when there is no such parent.
     *
     * @throws IOException when {@code out} does
     */
    public void write(int parent, Appendable out) throws IOException {
        out.append(header()).append("\r\n");
        ParentRow row = new ParentRow();
        if (scorecard.read(parent, row)) {
            writeFills(row, out);
        }
    }

    /** {@return the names of the columns, without an end of line} */
    public static String header() {
        List<String> names = new ArrayList<>(FIRST);
        for (int i = 0; i < Horizon.count(); i++) {
            String mid = "mid_" + Horizon.at(i).id();
            names.addAll(List.of(mid, mid + "_lo", mid + "_hi", mid + "_flags"));
        }
        for (int i = 0; i < Measure.count(); i++) {
            if (Formula.of(Measure.at(i)).isOfFill()) {
                String id = Measure.at(i).id();
                names.addAll(List.of(id, id + "_unit", id + "_lo", id + "_hi", id + "_status", id + "_flags"));
            }
        }
        return String.join(",", names);
    }

    private void writeFills(ParentRow row, Appendable out) throws IOException {
        FillRow fill = new FillRow();
        for (int i = 0; i < row.fills() && scorecard.readFill(row.number(), i, fill); i++) {
            out.append(record(fill, row)).append("\r\n");
        }
    }

    private String record(FillRow fill, ParentRow row) {
        Record record = new Record();
        ChildRow child = new ChildRow();
        boolean known = fill.child() >= 0 && scorecard.readChild(row.number(), fill.child(), child);
        record.text(Words.name(scorecard, NameKind.ORDER, row.order()));
        record.text(Words.execution(scorecard, fill));
        record.text(known ? Words.name(scorecard, NameKind.ORDER, child.order()) : null);
        record.text(Words.time(fill.nanos()));
        record.text(Words.price(fill.price()));
        record.whole(fill.quantity());
        record.text(Words.liquidity(fill.liquidity()));
        record.text(Words.name(scorecard, NameKind.TEXT, fill.venue()));
        record.text(Words.name(scorecard, NameKind.TEXT, known && child.strategy() >= 0 ? child.strategy() : row.strategy()));
        record.text(Words.name(scorecard, NameKind.TEXT, fill.broker()));
        record.text(Words.name(scorecard, NameKind.TEXT, fill.counterparty()));
        record.text(Words.price(fill.bid()));
        record.text(Words.price(fill.offer()));
        record.flags(fill.flags());
        for (int i = 0; i < Horizon.count(); i++) {
            mid(fill, Horizon.at(i), record);
        }
        for (int i = 0; i < Measure.count(); i++) {
            if (Formula.of(Measure.at(i)).isOfFill()) {
                FillScore score = FillScore.of(Measure.at(i), fill, row);
                record.score(Measure.at(i), score.value(), score.lo(), score.hi(), score.status(), score.flags());
            }
        }
        return record.toString();
    }

    private static void mid(FillRow fill, Horizon horizon, Record record) {
        record.text(half(fill.midTwice(horizon)));
        record.text(half(fill.midLoTwice(horizon)));
        record.text(half(fill.midHiTwice(horizon)));
        record.flags(fill.midFlags(horizon));
    }

    /** Half of an odd number of 1e-8 has a ninth decimal, and keeps it. */
    private static String half(long twice) {
        if (twice == Absent.LONG) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(twice, PRICE_DECIMALS).divide(BigDecimal.valueOf(2)).stripTrailingZeros();
        return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
    }
}
