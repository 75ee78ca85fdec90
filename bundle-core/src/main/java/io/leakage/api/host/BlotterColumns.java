package io.leakage.api.host;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The scorecard's columns for any grid, an OSGi service. The host calls it from its own threads; reading never waits for the pipeline.
 *
 * <p>There is one for each desk whose columns are on, with the desk's id as the property {@code leakage.desk}, and one for all desks with
 * {@code *}, which has the higher ranking. Who wants that one whatever desks come and go asks for {@code (leakage.desk=\*)}.
 */
@ProviderType
public interface BlotterColumns {
    /** What is returned by {@link #read} when the order is not known or not shown. */
    long UNKNOWN = -1;

    /** {@return the columns in the order they are shown; the list never changes while the service lives} */
    List<ColumnSpec> columns();

    /**
     * Reads one order's cells.
     *
     * @param order which order
     * @param sink  takes the cells, on the calling thread
     * @return the row's version; {@link #UNKNOWN} when no order has that reference, when the columns of its desk are off, and when it is
     *         of another desk than this service. The sink is then not called
     */
    long read(OrderRef order, CellSink sink);

    /**
     * Says which orders change from now on, so that a grid repaints only those.
     *
     * @param listener called on a thread of its own; what it throws is logged, and it goes on being told
     * @param maxHz    at most so many calls a second, 1 … 1000
     * @return closes the subscription: no call begins any more, and one under way is waited for, a second at most. Throws nothing
     * @throws IllegalArgumentException when maxHz is not 1 … 1000
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
