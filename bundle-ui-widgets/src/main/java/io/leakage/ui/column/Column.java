package io.leakage.ui.column;

import io.leakage.api.event.Absent;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.ColumnSpec.Type;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.ui.text.Quality;
import io.leakage.ui.text.ScorecardText;
import io.leakage.ui.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * One column: what a grid must know of it, and how its cell is taken from a row. The catalogue is the order's own columns, then one for
 * each {@link Measure}, then the quality of the whole.
 *
 * @param spec what a grid must know
 * @param cell takes the cell from a row
 */
record Column(ColumnSpec spec, Cell cell) {
    /** Takes a cell from a row. */
    @FunctionalInterface
    interface Cell {
        void read(ParentRow row, Scorecard names, int column, CellSink sink);
    }

    private static final String NONE = "–";
    private static final String SINCE = "1.0";
    private static final String ORDER = "Order";
    private static final String SCORE = "Leakage";
    private static final int PRICE_DECIMALS = 4;

    /** {@return the catalogue, in the order shown} */
    static List<Column> catalogue() {
        List<Column> columns = new ArrayList<>();
        order(columns);
        columns.add(text("grade", "Grade", "the light a rule gave; no rule, no light", SCORE, 7, (row, names) -> row.grade().name()));
        columns.add(price("arrivalMid", "Arrival px", "mid of the book when the order arrived", ParentRow::arrivalMid));
        columns.add(price("averagePrice", "Avg px", "average price of what was executed", ParentRow::averagePrice));
        for (int i = 0; i < Measure.count(); i++) {
            columns.add(measure(Measure.at(i)));
        }
        columns.add(text("quality", "Quality", "how far the row may be trusted, and why", SCORE, 24, Column::quality));
        return List.copyOf(columns);
    }

    private static void order(List<Column> columns) {
        columns.add(text("parent", "Order", "ClOrdID of the parent order", ORDER, 12,
                (row, names) -> Words.name(names, NameKind.ORDER, row.order())));
        columns.add(text("desk", "Desk", "the desk whose account it is", ORDER, 12, (row, names) -> Words.desk(names, row.desk())));
        columns.add(text("symbol", "Symbol", "the venue's symbol", ORDER, 8,
                (row, names) -> Words.name(names, NameKind.INSTRUMENT, row.instrument())));
        columns.add(text("side", "Side", "buy or sell", ORDER, 5, (row, names) -> row.side().name()));
        columns.add(quantity("quantity", "Qty", "quantity ordered", ParentRow::quantity));
        columns.add(quantity("executed", "Done", "quantity executed, busts taken off", ParentRow::executed));
        columns.add(text("algo", "Algo", "the algorithm the order was sent to; its value on the wire where nobody names it", ORDER,
                16, (row, names) -> names.strategy(row.broker(), row.strategy())));
        columns.add(text("state", "State", "state of the order", ORDER, 16, (row, names) -> Words.state(row.state())));
    }

    private static String quality(ParentRow row, Scorecard names) {
        Quality quality = Quality.of(row);
        return quality.flags() == 0 ? quality.status().name() : quality.status() + " " + ScorecardText.flags(quality.flags());
    }

    private static Column measure(Measure measure) {
        ColumnSpec spec = new ColumnSpec(measure.id(), measure.header(), measure.meaning(), measure.family().words(), Type.NUMBER,
                measure.unit().symbol(), measure.unit().decimals(), 10, NONE, measure.since(), measure.isHeadline());
        return new Column(spec, (row, names, column, sink) -> sink.number(column, row.value(measure), row.lo(measure),
                row.hi(measure), row.status(measure).ordinal(), row.flags(measure)));
    }

    private static Column price(String id, String header, String tooltip, Price price) {
        ColumnSpec spec = new ColumnSpec(id, header, tooltip, SCORE, Type.NUMBER, "", PRICE_DECIMALS, 10, NONE, SINCE, true);
        return new Column(spec, (row, names, column, sink) -> exact(price.of(row), row.flags(), column, sink));
    }

    private static Column quantity(String id, String header, String tooltip, Quantity quantity) {
        ColumnSpec spec = new ColumnSpec(id, header, tooltip, ORDER, Type.NUMBER, "", 0, 10, NONE, SINCE, true);
        return new Column(spec, (row, names, column, sink) -> {
            long shares = quantity.of(row);
            exact(shares == Absent.LONG ? Double.NaN : shares, row.flags(), column, sink);
        });
    }

    private static Column text(String id, String header, String tooltip, String group, int width, Text text) {
        ColumnSpec spec = new ColumnSpec(id, header, tooltip, group, Type.TEXT, "", 0, width, NONE, SINCE, true);
        return new Column(spec, (row, names, column, sink) -> sink.text(column, text.of(row, names)));
    }

    private static void exact(double value, long flags, int column, CellSink sink) {
        Status status = Double.isNaN(value) ? Status.SUPPRESSED : Status.VALID;
        sink.number(column, value, value, value, status.ordinal(), status == Status.VALID ? 0 : flags);
    }

    private interface Price {
        double of(ParentRow row);
    }

    private interface Quantity {
        long of(ParentRow row);
    }

    private interface Text {
        String of(ParentRow row, Scorecard names);
    }
}
