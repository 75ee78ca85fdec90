package io.leakage.ui.column;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Status;
import java.awt.Color;
import java.awt.Component;
import java.awt.event.MouseEvent;
import java.util.Locale;
import java.util.function.IntFunction;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

/**
 * Paints one column's cells: numbers to the right with the column's decimals, halfway to the background when they are not
 * {@link Status#VALID}, a dash where there is none. The tooltip explains the cell and is put together only when it is asked for.
 */
final class SwingCell extends DefaultTableCellRenderer implements CellSink {
    private static final long serialVersionUID = 1L;

    private final transient BlotterColumns columns;
    private final transient ColumnSpec spec;
    private final transient IntFunction<OrderRef> orders;
    private final int place;

    private transient OrderRef order;
    private String text;
    private boolean valid;

    SwingCell(BlotterColumns columns, int place, ColumnSpec spec, IntFunction<OrderRef> orders) {
        this.columns = columns;
        this.place = place;
        this.spec = spec;
        this.orders = orders;
        setHorizontalAlignment(spec.type() == ColumnSpec.Type.NUMBER ? TRAILING : LEADING);
        // a symbol that begins with <html> is a symbol
        putClientProperty("html.disable", Boolean.TRUE);
    }

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        text = null;
        valid = true;
        order = orders.apply(table.convertRowIndexToModel(row));
        if (order != null) {
            columns.read(order, this);
        }
        super.getTableCellRendererComponent(table, text == null ? spec.nullText() : text, selected, focused, row, column);
        Color ink = selected ? table.getSelectionForeground() : table.getForeground();
        Color paper = selected ? table.getSelectionBackground() : table.getBackground();
        setForeground(valid && text != null ? ink : between(ink, paper));
        return this;
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

    @Override
    public String getToolTipText(MouseEvent event) {
        return order == null ? null
                : "<html><pre>" + columns.explain(order, spec.id()).replace("&", "&amp;").replace("<", "&lt;") + "</pre></html>";
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

    private static Color between(Color ink, Color paper) {
        return new Color((ink.getRed() + paper.getRed()) / 2, (ink.getGreen() + paper.getGreen()) / 2,
                (ink.getBlue() + paper.getBlue()) / 2);
    }
}
