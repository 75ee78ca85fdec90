package io.leakage.ui.column;

import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.Desks;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.DeskScorecard;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private record Offered(LeakageColumns columns, ServiceRegistration<BlotterColumns> service) {
    }

    private final BundleContext context;
    private final Scorecard scorecard;
    private final DirtyOrders dirty;
    private final Desks desks;
    private final AutoCloseable listening;
    private final Map<String, Offered> offered = new TreeMap<>();
    private boolean stopped;

    /** For the framework. */
    @Activate
    public DeskColumnsComponent(BundleContext context, @Reference Scorecard scorecard, @Reference DirtyOrdersComponent dirty,
            @Reference Desks desks) {
        this.context = context;
        this.scorecard = scorecard;
        this.dirty = dirty.orders();
        this.desks = desks;
        this.listening = desks.listen(this::follow);
        follow();
    }

    private synchronized void follow() {
        if (stopped) {
            return;
        }
        Set<String> on = desks.all().stream().filter(desk -> desk.inForce() && desk.terms().has(DeskFeature.COLUMNS)).map(DeskState::id)
                .collect(Collectors.toSet());
        offered.entrySet().removeIf(one -> !on.contains(one.getKey()) && withdrawn(one.getValue()));
        on.forEach(desk -> offered.computeIfAbsent(desk, this::offer));
    }

    private Offered offer(String desk) {
        LeakageColumns columns = new LeakageColumns(new DeskScorecard(scorecard, desk::equals), dirty);
        return new Offered(columns, context.registerService(BlotterColumns.class, columns, new Hashtable<>(Map.of("leakage.desk", desk))));
    }

    private static boolean withdrawn(Offered one) {
        one.service().unregister();
        one.columns().close();
        return true;
    }

    /** Withdraws them all. */
    @Deactivate
    public synchronized void stop() throws Exception {
        stopped = true;
        listening.close();
        offered.values().forEach(DeskColumnsComponent::withdrawn);
        offered.clear();
    }
}
