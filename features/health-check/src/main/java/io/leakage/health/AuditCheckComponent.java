package io.leakage.health;

import io.leakage.api.health.AuditTrail;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the audit of switches is as it was written: anything else is CRITICAL. */
@Component(service = HealthCheck.class, property = {HealthCheck.NAME + "=Leakage audit", HealthCheck.TAGS + "=leakage",
    HealthCheck.TAGS + "=switches"})
public final class AuditCheckComponent implements HealthCheck {
    private final AuditTrail audit;

    /** For the framework. */
    @Activate
    public AuditCheckComponent(@Reference AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public Result execute() {
        return new Findings().add(audit.isWhole() ? Status.OK : Status.CRITICAL, "%s", audit.verify()).result();
    }
}
