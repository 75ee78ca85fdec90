package io.leakage.ui.column;

import io.leakage.api.host.CellSink;
import io.leakage.api.host.OrderRef;

/** The text of one cell, as a host's grid is told it. */
final class TextCell implements CellSink {
    private final int column;
    private String text;

    private TextCell(int column) {
        this.column = column;
    }

    /** {@return what stands in an order's column, null when there is no such order or no text} */
    static String of(LeakageColumns columns, OrderRef order, String id) {
        int column = 0;
        while (!columns.columns().get(column).id().equals(id)) {
            column++;
        }
        TextCell cell = new TextCell(column);
        columns.read(order, cell);
        return cell.text;
    }

    @Override
    public void number(int of, double value, double lo, double hi, int status, long flags) {
        // not a text
    }

    @Override
    public void text(int of, String told) {
        text = of == column ? told : text;
    }
}
