package io.leakage.ui.text;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Status;
import java.util.Locale;

/**
 * One column's cells as text, for grids that show texts: numbers grouped with the column's decimals, a grade as a shape and a letter. One
 * thread; {@link #read} again for each order.
 */
public final class CellText implements CellSink {
    private final BlotterColumns columns;
    private final ColumnSpec spec;
    private final int place;
    private String text;
    private boolean valid;

    /**
     * Reads one column.
     *
     * @param columns the service
     * @param id      of a {@link ColumnSpec#id()}
     * @throws IllegalArgumentException for an id that no column has
     */
    public CellText(BlotterColumns columns, String id) {
        this.columns = columns;
        int found = 0;
        while (found < columns.columns().size() && !columns.columns().get(found).id().equals(id)) {
            found++;
        }
        if (found == columns.columns().size()) {
            throw new IllegalArgumentException("column: one of " + columns.columns().stream().map(ColumnSpec::id).toList() + ", got " + id);
        }
        this.place = found;
        this.spec = columns.columns().get(found);
    }

    /** {@return the column} */
    public ColumnSpec spec() {
        return spec;
    }

    /** Reads an order's cell; {@return its text, the column's null text where there is none}. */
    public String read(OrderRef order) {
        text = null;
        valid = true;
        if (order != null) {
            columns.read(order, this);
        }
        return text == null ? spec.nullText() : text;
    }

    /** {@return whether what was read last is fully valid, and there at all} */
    public boolean isValid() {
        return valid && text != null;
    }

    /** {@return the explanation of an order's cell, null for no order} */
    public String explain(OrderRef order) {
        return order == null ? null : columns.explain(order, spec.id());
    }

    @Override
    public void number(int column, double value, double lo, double hi, int status, long flags) {
        if (column == place) {
            valid = status == Status.VALID.ordinal();
            text = Double.isFinite(value) ? grouped(value) : null;
        }
    }

    @Override
    public void text(int column, String cell) {
        if (column == place) {
            text = "grade".equals(spec.id()) ? light(cell) : cell;
        }
    }

    private String grouped(double value) {
        String number = String.format(Locale.ROOT, "%,." + spec.decimals() + "f", value);
        boolean minusZero = number.startsWith("-") && number.chars().noneMatch(c -> c >= '1' && c <= '9');
        return minusZero ? number.substring(1) : number;
    }

    /** A letter and a shape, for who cannot tell the colours apart. */
    private static String light(String grade) {
        return switch (grade) {
            case "GREEN" -> "● G";
            case "AMBER" -> "▲ A";
            case "RED" -> "■ R";
            default -> "○ ?";
        };
    }
}
