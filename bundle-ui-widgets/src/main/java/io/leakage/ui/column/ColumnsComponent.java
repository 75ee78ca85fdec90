package io.leakage.ui.column;

import io.leakage.api.desk.Desks;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.DirtyListener;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.DeskScorecard;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts {@link LeakageColumns} into the framework, for every desk: one whose columns are off has no cells, and a table hears when that
 * changes. No logic lives here.
 */
@Component(service = BlotterColumns.class, property = {"leakage.desk=*", "service.ranking:Integer=1"})
public final class ColumnsComponent implements BlotterColumns {
    private final LeakageColumns columns;
    private final LeakageColumns shown;

    /** For the framework. */
    @Activate
    public ColumnsComponent(@Reference Scorecard scorecard, @Reference DirtyOrdersComponent dirty, @Reference Desks desks,
            @Reference ResolversComponent hosts) {
        columns = new LeakageColumns(scorecard, dirty.orders(), hosts.resolvers());
        shown = new LeakageColumns(new DeskScorecard(scorecard, desk -> desks.isOn(desk, DeskFeature.COLUMNS)), dirty.orders(),
                hosts.resolvers());
    }

    @Override
    public List<ColumnSpec> columns() {
        return columns.columns();
    }

    @Override
    public long read(OrderRef order, CellSink sink) {
        return shown.read(order, sink);
    }

    @Override
    public AutoCloseable subscribe(DirtyListener listener, int maxHz) {
        return columns.subscribe(listener, maxHz);
    }

    @Override
    public String explain(OrderRef order, String columnId) {
        return columns.explain(order, columnId);
    }

    /** Ends the subscriptions still open. */
    @Deactivate
    public void close() {
        columns.close();
    }
}
