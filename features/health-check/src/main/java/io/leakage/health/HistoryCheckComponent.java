package io.leakage.health;

import io.leakage.api.health.HistoryHealth;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The stores that keep the history elsewhere, as a health check. Any thread may call. No logic lives here. */
@Component(service = HealthCheck.class, property = {HealthCheck.NAME + "=Leakage history", HealthCheck.TAGS + "=leakage",
    HealthCheck.TAGS + "=history", HealthCheck.MBEAN_NAME + "=leakageHistory"})
public final class HistoryCheckComponent implements HealthCheck {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile HistoryHealth history;

    /** {@return a line for each store} */
    @Override
    public Result execute() {
        HistoryHealth there = history;
        return HistoryCheck.of(there == null ? List.of() : there.stores());
    }
}
