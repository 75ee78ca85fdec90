package io.leakage.ui.column;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.ui.text.Gathered;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.EventObject;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import javax.swing.DefaultCellEditor;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.table.TableColumn;

/**
 * The columns for any {@link JTable}, with the JDK alone: they stand beside the host's own columns, whose model is not touched. Create,
 * use and close it on the event dispatch thread; changed rows are repainted there, gathered to a few times a second.
 * <pre>
 *   SwingColumns leakage = new SwingColumns(table, columns, row -&gt; OrderRef.clOrdId(model.clOrdIdAt(row)));
 *   leakage.add("grade", "arrival_slippage", "drift");
 * </pre>
 * Clicking a header sorts by the host's first column, since Swing sorts models and these cells are in none.
 */
public final class SwingColumns implements AutoCloseable {
    private final JTable table;
    private final BlotterColumns columns;
    private final IntFunction<OrderRef> orders;
    private final Gathered changes;

    /**
     * Prepares columns for a table; none is shown yet.
     *
     * @param table   the host's table
     * @param columns the service
     * @param orders  gives the order in a row of the table's model, null where a row holds none
     */
    public SwingColumns(JTable table, BlotterColumns columns, IntFunction<OrderRef> orders) {
        this.table = table;
        this.columns = columns;
        this.orders = orders;
        this.changes = new Gathered(columns, SwingUtilities::invokeLater, this::repaintChanged);
    }

    /**
     * Appends these columns to the table, in this order.
     *
     * @param ids of {@link ColumnSpec#id()}; none for the {@linkplain ColumnSpec#standard standard} ones
     * @return the columns added
     * @throws IllegalArgumentException for an id that no column has
     */
    public List<TableColumn> add(String... ids) {
        List<TableColumn> added = new ArrayList<>();
        List<ColumnSpec> specs = columns.columns();
        for (int i = 0; i < specs.size() && ids.length == 0; i++) {
            if (specs.get(i).standard()) {
                added.add(column(specs.get(i)));
            }
        }
        for (String id : ids) {
            added.add(column(specs.get(placeOf(id, specs))));
        }
        added.forEach(table::addColumn);
        return added;
    }

    private static int placeOf(String id, List<ColumnSpec> specs) {
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("column: one of " + specs.stream().map(ColumnSpec::id).toList() + ", got " + id);
    }

    private TableColumn column(ColumnSpec spec) {
        int characterWidth = table.getFontMetrics(table.getFont()).charWidth('0');
        // the model's first column stands in: JTable asks the model for a value whatever the renderer shows
        TableColumn column = new TableColumn(0, spec.width() * characterWidth + 12, new SwingCell(columns, spec.id(), orders),
                new ReadOnly());
        column.setIdentifier(spec.id());
        column.setHeaderValue(spec.header());
        return column;
    }

    /** On Swing's thread: only rows on the screen, only those that changed. */
    private void repaintChanged(Set<String> ids) {
        Rectangle visible = table.getVisibleRect();
        int first = Math.max(0, table.rowAtPoint(visible.getLocation()));
        for (int row = first; row < table.getRowCount(); row++) {
            Rectangle cells = table.getCellRect(row, 0, true);
            if (cells.y > visible.y + visible.height) {
                return;
            }
            if (Gathered.concerns(orders.apply(table.convertRowIndexToModel(row)), ids)) {
                table.repaint(visible.x, cells.y, visible.width, cells.height);
            }
        }
    }

    /** Stops repainting; the columns stay as they are until the host removes them. */
    @Override
    public void close() {
        changes.close();
    }

    /** Refuses to edit: the cell beneath would be the host's first column. */
    private static final class ReadOnly extends DefaultCellEditor {
        private static final long serialVersionUID = 1L;

        ReadOnly() {
            super(new JTextField());
        }

        @Override
        public boolean isCellEditable(EventObject event) {
            return false;
        }
    }
}
