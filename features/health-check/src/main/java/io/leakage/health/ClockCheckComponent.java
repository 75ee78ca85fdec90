package io.leakage.health;

import io.leakage.api.health.ClockHealth;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The machine's clock as a health check, there even when nobody watches the clock. Any thread may call. No logic lives here. */
@Component(service = HealthCheck.class, property = {HealthCheck.NAME + "=Leakage clock", HealthCheck.TAGS + "=leakage",
    HealthCheck.TAGS + "=clock", HealthCheck.MBEAN_NAME + "=leakageClock"})
public final class ClockCheckComponent implements HealthCheck {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile ClockHealth clock;

    /** {@return state, uncertainty and why} */
    @Override
    public Result execute() {
        ClockHealth told = clock;
        return ClockCheck.of(told == null ? null : told.report());
    }
}
