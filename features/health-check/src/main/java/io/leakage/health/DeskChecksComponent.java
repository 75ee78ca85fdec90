package io.leakage.health;

import io.leakage.api.desk.Desks;
import io.leakage.api.desk.PerDesk;
import io.leakage.api.score.Scorecard;
import java.util.Hashtable;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.BundleContext;
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
    private final PerDesk checks;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Scorecard scorecard;

    /** For the framework. */
    @Activate
    public DeskChecksComponent(BundleContext context, @Reference Desks desks) {
        this.context = context;
        this.desks = desks;
        this.checks = new PerDesk(desks, desk -> true, this::check);
    }

    /** {@return what takes it away again} */
    private Runnable check(String desk) {
        return context.registerService(HealthCheck.class, () -> DeskCheck.of(
                desks.all().stream().filter(state -> state.id().equals(desk)).findFirst().orElse(null), scorecard),
                new Hashtable<>(Map.of(HealthCheck.NAME, "Leakage desk " + desk, HealthCheck.TAGS, new String[] {"leakage", "desks",
                        desk})))::unregister;
    }

    /** Takes them all away. */
    @Deactivate
    public void stop() {
        checks.close();
    }
}
