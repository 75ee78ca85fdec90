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
 * Puts {@link LeakageColumns} into the framework, for every desk: an order of one whose columns are off has neither cells nor
 * explanations. That it changed is told all the same, its id and no number: so a table hears when columns go off, and the board, which has
 * a switch of its own, goes on. A desk's own service ({@link DeskColumnsComponent}) tells of that desk's orders only.
 */
@Component(service = BlotterColumns.class, property = {"leakage.desk=*", "service.ranking:Integer=1"})
public final class ColumnsComponent implements BlotterColumns {
    /** Tells of changes, whatever is on. */
    private final LeakageColumns everyDesk;
    /** Says what there is to see. */
    private final LeakageColumns shown;

    /** For the framework. */
    @Activate
    public ColumnsComponent(@Reference Scorecard scorecard, @Reference DirtyOrdersComponent dirty, @Reference Desks desks,
            @Reference ResolversComponent hosts) {
        everyDesk = new LeakageColumns(scorecard, dirty.orders(), hosts.resolvers());
        shown = new LeakageColumns(new DeskScorecard(scorecard, desk -> desks.isOn(desk, DeskFeature.COLUMNS)), dirty.orders(),
                hosts.resolvers());
    }

    @Override
    public List<ColumnSpec> columns() {
        return shown.columns();
    }

    @Override
    public long read(OrderRef order, CellSink sink) {
        return shown.read(order, sink);
    }

    @Override
    public AutoCloseable subscribe(DirtyListener listener, int maxHz) {
        return everyDesk.subscribe(listener, maxHz);
    }

    @Override
    public String explain(OrderRef order, String columnId) {
        return shown.explain(order, columnId);
    }

    /** Ends the subscriptions still open. */
    @Deactivate
    public void close() {
        everyDesk.close();
    }
}
