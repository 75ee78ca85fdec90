package io.leakage.ui.jface;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.ui.text.CellText;
import io.leakage.ui.text.Gathered;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jface.viewers.CellLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.TableItem;

/**
 * The columns for any JFace {@link TableViewer}, beside the host's own. Create, use and close it on the display's thread; rows that changed
 * are updated there, gathered to a few times a second.
 * <pre>
 *   JFaceColumns leakage = new JFaceColumns(viewer, columns, row -&gt; OrderRef.clOrdId(((MyOrder) row).clOrdId()));
 *   leakage.add("grade", "arrival_slippage", "drift");
 * </pre>
 */
public final class JFaceColumns implements AutoCloseable {
    private static final int CHARACTER = 8;
    private static final int MARGIN = 12;

    private final TableViewer viewer;
    private final BlotterColumns columns;
    private final Function<Object, OrderRef> orders;
    private final Gathered changes;

    /**
     * Prepares columns for a viewer; none is shown yet.
     *
     * @param viewer  the host's viewer
     * @param columns the service
     * @param orders  gives the order of an element, null for one that is none
     */
    public JFaceColumns(TableViewer viewer, BlotterColumns columns, Function<Object, OrderRef> orders) {
        this.viewer = viewer;
        this.columns = columns;
        this.orders = orders;
        Display display = viewer.getTable().getDisplay();
        this.changes = new Gathered(columns, task -> {
            if (!display.isDisposed()) {
                display.asyncExec(task);
            }
        }, this::update);
        ColumnViewerToolTipSupport.enableFor(viewer);
    }

    /**
     * Appends these columns, in this order.
     *
     * @param ids of {@link ColumnSpec#id()}; none for the {@linkplain ColumnSpec#standard standard} ones
     * @return the columns added
     * @throws IllegalArgumentException for an id that no column has
     */
    public List<TableViewerColumn> add(String... ids) {
        List<String> asked = ids.length > 0 ? List.of(ids)
                : columns.columns().stream().filter(ColumnSpec::standard).map(ColumnSpec::id).toList();
        List<CellText> cells = asked.stream().map(id -> new CellText(columns, id)).toList();
        List<TableViewerColumn> added = new ArrayList<>();
        cells.forEach(cell -> added.add(column(cell)));
        return added;
    }

    private TableViewerColumn column(CellText cell) {
        ColumnSpec spec = cell.spec();
        TableViewerColumn column = new TableViewerColumn(viewer, spec.type() == ColumnSpec.Type.NUMBER ? SWT.RIGHT : SWT.LEFT);
        column.getColumn().setText(spec.header());
        column.getColumn().setToolTipText(spec.tooltip());
        column.getColumn().setWidth(spec.width() * CHARACTER + MARGIN);
        column.setLabelProvider(new Labels(cell));
        return column;
    }

    /** On the display's thread: only rows whose order changed. */
    private void update(Set<String> clOrdIds) {
        if (viewer.getTable().isDisposed()) {
            return;
        }
        List<Object> concerned = new ArrayList<>();
        for (TableItem item : viewer.getTable().getItems()) {
            Object element = item.getData();
            if (element != null && Gathered.concerns(orders.apply(element), clOrdIds)) {
                concerned.add(element);
            }
        }
        viewer.update(concerned.toArray(), null);
    }

    /** Stops updating; the columns stay until the host disposes of them. */
    @Override
    public void close() {
        changes.close();
    }

    private final class Labels extends CellLabelProvider {
        private final CellText cell;

        Labels(CellText cell) {
            this.cell = cell;
        }

        @Override
        public void update(ViewerCell shown) {
            shown.setText(cell.read(orders.apply(shown.getElement())));
            Color pale = viewer.getTable().getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
            shown.setForeground(cell.isValid() ? null : pale);
        }

        @Override
        public String getToolTipText(Object element) {
            return cell.explain(orders.apply(element));
        }
    }
}
