package io.leakage.api.host;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The scorecard's columns for any grid, an OSGi service with the property {@code leakage.desk}. The host calls it from its own threads;
 * reading never waits for the pipeline.
 */
@ProviderType
public interface BlotterColumns {
    /** What is returned by {@link #read} when the order is not known. */
    long UNKNOWN = -1;

    /** {@return the columns in the order they are shown; the list never changes while the service lives} */
    List<ColumnSpec> columns();

    /**
     * Reads one order's cells.
     *
     * @param order which order
     * @param sink  takes the cells, on the calling thread
     * @return the row's version, {@link #UNKNOWN} when no order has that reference (the sink is then not called)
     */
    long read(OrderRef order, CellSink sink);

    /**
     * Says which orders changed, so that a grid repaints only those.
     *
     * @param listener called on a thread of the service
     * @param maxHz    at most so many calls a second, 1 … 1000
     * @return closes the subscription
     */
    AutoCloseable subscribe(DirtyListener listener, int maxHz);

    /**
     * Explains a cell: inputs, the formula with its numbers, result, status and reasons.
     *
     * @param order    which order
     * @param columnId a column's id
     * @return text for a tooltip, several lines; says so when the order or the column is not known
     */
    String explain(OrderRef order, String columnId);
}
