package io.leakage.ui.javafx;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.ui.text.CellText;
import io.leakage.ui.text.Gathered;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/**
 * The columns for any JavaFX {@link TableView}, beside the host's own. Create, use and close it on the application thread; cells on the
 * screen whose order changed are written there, gathered to a few times a second.
 * <pre>
 *   FxColumns&lt;MyOrder&gt; leakage = new FxColumns&lt;&gt;(table, columns, row -&gt; OrderRef.clOrdId(row.clOrdId()));
 *   leakage.add("grade", "arrival_slippage", "drift");
 * </pre>
 *
 * @param <E> the host's elements
 */
public final class FxColumns<E> implements AutoCloseable {
    private static final double PALE = 0.55;
    private static final int CHARACTER = 9;
    private static final int MARGIN = 16;

    private final TableView<E> table;
    private final BlotterColumns columns;
    private final Function<E, OrderRef> orders;
    private final Gathered changes;
    private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * Prepares columns for a table; none is shown yet.
     *
     * @param table   the host's table
     * @param columns the service
     * @param orders  gives the order of an element, null for one that is none
     */
    public FxColumns(TableView<E> table, BlotterColumns columns, Function<E, OrderRef> orders) {
        this.table = table;
        this.columns = columns;
        this.orders = orders;
        this.changes = new Gathered(columns, Platform::runLater, this::update);
    }

    /**
     * Appends these columns, in this order.
     *
     * @param ids of {@link ColumnSpec#id()}; none for the {@linkplain ColumnSpec#standard standard} ones
     * @return the columns added
     * @throws IllegalArgumentException for an id that no column has
     */
    public List<TableColumn<E, E>> add(String... ids) {
        List<String> asked = ids.length > 0 ? List.of(ids)
                : columns.columns().stream().filter(ColumnSpec::standard).map(ColumnSpec::id).toList();
        List<TableColumn<E, E>> added = asked.stream().map(id -> column(new CellText(columns, id))).toList();
        table.getColumns().addAll(added);
        return added;
    }

    private TableColumn<E, E> column(CellText text) {
        TableColumn<E, E> column = new TableColumn<>(text.spec().header());
        column.setId(text.spec().id());
        column.setPrefWidth(text.spec().width() * CHARACTER + MARGIN);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new Cell(text));
        return column;
    }

    private void update(Set<String> clOrdIds) {
        for (Cell cell : List.copyOf(cells)) {
            if (!cell.isEmpty() && cell.getItem() != null && Gathered.concerns(orders.apply(cell.getItem()), clOrdIds)) {
                cell.write(cell.getItem());
            }
        }
    }

    /** Stops writing; the columns stay until the host removes them. */
    @Override
    public void close() {
        changes.close();
    }

    private final class Cell extends TableCell<E, E> {
        private final CellText text;

        Cell(CellText text) {
            this.text = text;
            setAlignment(text.spec().type() == ColumnSpec.Type.NUMBER ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            Tooltip tooltip = new Tooltip();
            tooltip.setOnShowing(shown -> tooltip.setText(getItem() == null ? "" : text.explain(orders.apply(getItem()))));
            setTooltip(tooltip);
            cells.add(this);
        }

        @Override
        protected void updateItem(E element, boolean empty) {
            super.updateItem(element, empty);
            if (empty || element == null) {
                setText(null);
            } else {
                write(element);
            }
        }

        private void write(E element) {
            setText(text.read(orders.apply(element)));
            setOpacity(text.isValid() ? 1 : PALE);
        }
    }
}
