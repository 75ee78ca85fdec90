package io.leakage.health;

import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.Desks;
import io.leakage.api.score.Scorecard;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * A health check for each desk, in force or refused: <i>Leakage desk equities-us</i>, with the tags {@code leakage}, {@code desks} and the
 * desk's id. It comes and goes with the desk's configuration.
 */
@Component(service = {}, immediate = true)
public final class DeskChecksComponent {
    private final BundleContext context;
    private final Desks desks;
    private final AutoCloseable listening;
    private final Map<String, ServiceRegistration<HealthCheck>> checks = new TreeMap<>();
    private boolean stopped;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Scorecard scorecard;

    /** For the framework. */
    @Activate
    public DeskChecksComponent(BundleContext context, @Reference Desks desks) {
        this.context = context;
        this.desks = desks;
        this.listening = desks.listen(this::follow);
        follow();
    }

    private synchronized void follow() {
        if (stopped) {
            return;
        }
        Set<String> there = desks.all().stream().map(DeskState::id).collect(Collectors.toSet());
        checks.entrySet().removeIf(one -> !there.contains(one.getKey()) && gone(one.getValue()));
        there.forEach(desk -> checks.computeIfAbsent(desk, this::check));
    }

    private ServiceRegistration<HealthCheck> check(String desk) {
        return context.registerService(HealthCheck.class, () -> DeskCheck.of(
                desks.all().stream().filter(state -> state.id().equals(desk)).findFirst().orElse(null), scorecard),
                new Hashtable<>(Map.of(HealthCheck.NAME, "Leakage desk " + desk, HealthCheck.TAGS, new String[] {"leakage", "desks",
                        desk})));
    }

    private static boolean gone(ServiceRegistration<HealthCheck> check) {
        check.unregister();
        return true;
    }

    /** Takes them all away. */
    @Deactivate
    public synchronized void stop() throws Exception {
        stopped = true;
        listening.close();
        checks.values().forEach(DeskChecksComponent::gone);
        checks.clear();
    }
}
