package io.leakage.health;

import io.leakage.api.health.CopyHealth;
import io.leakage.api.health.CopyState;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The drop copies there are right now, as a health check. Any thread may call. No logic lives here. */
@Component(service = HealthCheck.class, property = {HealthCheck.NAME + "=Leakage drop copies", HealthCheck.TAGS + "=leakage",
    HealthCheck.TAGS + "=dropcopy", HealthCheck.MBEAN_NAME + "=leakageDropCopies"})
public final class CopiesCheckComponent implements HealthCheck {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<CopyHealth> copies = List.of();

    /** {@return a line for each drop copy} */
    @Override
    public Result execute() {
        return CopiesCheck.of(copies.stream().map(CopyHealth::state).sorted(Comparator.comparing(CopyState::name)).toList());
    }
}
