package io.leakage.ui.text;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.OrderRef;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Orders that changed, gathered on the column service's thread and handed over on the grid's own: one call at a time, and none while one
 * waits to be made, however much changes.
 */
public final class Gathered implements AutoCloseable {
    private static final int TIMES_A_SECOND = 10;

    private final Executor grid;
    private final Consumer<Set<String>> repaint;
    private final AutoCloseable subscription;
    // under its own monitor
    private final Set<String> changed = new LinkedHashSet<>();

    /**
     * Begins to gather.
     *
     * @param columns the service
     * @param grid    runs a task on the grid's thread, later
     * @param repaint called there with the ClOrdIDs that changed
     */
    public Gathered(BlotterColumns columns, Executor grid, Consumer<Set<String>> repaint) {
        this.grid = grid;
        this.repaint = repaint;
        this.subscription = columns.subscribe(this::gather, TIMES_A_SECOND);
    }

    private void gather(Set<String> clOrdIds) {
        synchronized (changed) {
            boolean asked = !changed.isEmpty();
            changed.addAll(clOrdIds);
            if (asked) {
                return;
            }
        }
        grid.execute(this::hand);
    }

    private void hand() {
        Set<String> ids;
        synchronized (changed) {
            ids = Set.copyOf(changed);
            changed.clear();
        }
        repaint.accept(ids);
    }

    /** {@return whether an order is among those that changed; one known by another id than its ClOrdID may be any of them} */
    public static boolean concerns(OrderRef order, Set<String> clOrdIds) {
        if (order == null) {
            return false;
        }
        String clOrdId = order.ids().get("ClOrdID");
        return clOrdId == null || clOrdIds.contains(clOrdId);
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("the column service could not end a subscription", e);
        }
    }
}
