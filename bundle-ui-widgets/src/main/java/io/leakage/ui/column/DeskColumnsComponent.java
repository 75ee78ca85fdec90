package io.leakage.ui.column;

import io.leakage.api.desk.Desks;
import io.leakage.api.desk.PerDesk;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.DeskScorecard;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * A {@link BlotterColumns} for each desk whose columns are on, with the property {@code leakage.desk} its id: it comes and goes as the desk
 * is configured, and the others stay.
 */
@Component(service = {}, immediate = true)
public final class DeskColumnsComponent {
    private final BundleContext context;
    private final Scorecard scorecard;
    private final DirtyOrders dirty;
    private final Resolvers resolvers;
    private final PerDesk offered;

    /** For the framework. */
    @Activate
    public DeskColumnsComponent(BundleContext context, @Reference Scorecard scorecard, @Reference DirtyOrdersComponent dirty,
            @Reference Desks desks, @Reference ResolversComponent hosts) {
        this.context = context;
        this.scorecard = scorecard;
        this.dirty = dirty.orders();
        this.resolvers = hosts.resolvers();
        this.offered = new PerDesk(desks, desk -> desk.inForce() && desk.terms().has(DeskFeature.COLUMNS), this::offer);
    }

    /** {@return what withdraws them again} */
    private Runnable offer(String desk) {
        LeakageColumns columns = new LeakageColumns(new DeskScorecard(scorecard, desk::equals), dirty, resolvers);
        ServiceRegistration<BlotterColumns> service = context.registerService(BlotterColumns.class, columns,
                new Hashtable<>(Map.of("leakage.desk", desk)));
        return () -> {
            service.unregister();
            columns.close();
        };
    }

    /** Withdraws them all. */
    @Deactivate
    public void stop() {
        offered.close();
    }
}
