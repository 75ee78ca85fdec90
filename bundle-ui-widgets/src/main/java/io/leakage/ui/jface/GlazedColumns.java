package io.leakage.ui.jface;

import ca.odell.glazedlists.EventList;
import ca.odell.glazedlists.gui.TableFormat;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.OrderRef;
import io.leakage.ui.text.CellText;
import io.leakage.ui.text.Gathered;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The columns for a GlazedLists table, Swing's or SWT's: a format that stands for the columns, and a list told again of every element whose
 * order changed. Use it on the thread that the list belongs to.
 *
 * @param <E> the host's elements
 */
public final class GlazedColumns<E> implements TableFormat<E>, AutoCloseable {
    private final EventList<E> list;
    private final Function<E, OrderRef> orders;
    private final List<CellText> cells;
    private final Gathered changes;

    /**
     * Prepares columns.
     *
     * @param list    the host's elements; nothing is added or taken away
     * @param thread  runs a task on the list's thread, later
     * @param columns the service
     * @param orders  gives the order of an element, null for one that is none
     * @param ids     of the columns shown, in this order
     * @throws IllegalArgumentException for an id that no column has
     */
    public GlazedColumns(EventList<E> list, Executor thread, BlotterColumns columns, Function<E, OrderRef> orders, String... ids) {
        this.list = list;
        this.orders = orders;
        this.cells = List.of(ids).stream().map(id -> new CellText(columns, id)).toList();
        this.changes = new Gathered(columns, thread, this::update);
    }

    @Override
    public int getColumnCount() {
        return cells.size();
    }

    @Override
    public String getColumnName(int column) {
        return cells.get(column).spec().header();
    }

    @Override
    public Object getColumnValue(E element, int column) {
        return cells.get(column).read(orders.apply(element));
    }

    private void update(Set<String> clOrdIds) {
        list.getReadWriteLock().writeLock().lock();
        try {
            for (int i = 0; i < list.size(); i++) {
                E element = list.get(i);
                if (Gathered.concerns(orders.apply(element), clOrdIds)) {
                    list.set(i, element);
                }
            }
        } finally {
            list.getReadWriteLock().writeLock().unlock();
        }
    }

    /** Stops telling the list. */
    @Override
    public void close() {
        changes.close();
    }
}
