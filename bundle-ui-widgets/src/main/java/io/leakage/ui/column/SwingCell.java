package io.leakage.ui.column;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Status;
import io.leakage.ui.text.CellText;
import java.awt.Color;
import java.awt.Component;
import java.awt.event.MouseEvent;
import java.util.function.IntFunction;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

/**
 * Paints one column's cells: numbers to the right with the column's decimals, halfway to the background when they are not
 * {@link Status#VALID}, a dash where there is none. The tooltip explains the cell and is put together only when it is asked for.
 */
final class SwingCell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    private final transient CellText cell;
    private final transient IntFunction<OrderRef> orders;
    private transient OrderRef order;

    SwingCell(BlotterColumns columns, String id, IntFunction<OrderRef> orders) {
        this.cell = new CellText(columns, id);
        this.orders = orders;
        setHorizontalAlignment(cell.spec().type() == ColumnSpec.Type.NUMBER ? TRAILING : LEADING);
        // a symbol that begins with <html> is a symbol
        putClientProperty("html.disable", Boolean.TRUE);
    }

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        order = orders.apply(table.convertRowIndexToModel(row));
        super.getTableCellRendererComponent(table, cell.read(order), selected, focused, row, column);
        Color ink = selected ? table.getSelectionForeground() : table.getForeground();
        Color paper = selected ? table.getSelectionBackground() : table.getBackground();
        setForeground(cell.isValid() ? ink : between(ink, paper));
        return this;
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        return order == null ? null
                : "<html><pre>" + cell.explain(order).replace("&", "&amp;").replace("<", "&lt;") + "</pre></html>";
    }

    private static Color between(Color ink, Color paper) {
        return new Color((ink.getRed() + paper.getRed()) / 2, (ink.getGreen() + paper.getGreen()) / 2,
                (ink.getBlue() + paper.getBlue()) / 2);
    }
}
