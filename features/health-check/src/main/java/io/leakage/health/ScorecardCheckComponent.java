package io.leakage.health;

import io.leakage.api.score.Scorecard;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The scorecard as a health check, there even when the engine is not. Any thread may call. No logic lives here. */
@Component(service = HealthCheck.class, property = {HealthCheck.NAME + "=Leakage scorecard", HealthCheck.TAGS + "=leakage",
    HealthCheck.TAGS + "=scorecard", HealthCheck.TAGS + "=systemready", HealthCheck.MBEAN_NAME + "=leakageScorecard"})
public final class ScorecardCheckComponent implements HealthCheck {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Scorecard scorecard;

    /** {@return what was applied, what was not, and where scores are kept} */
    @Override
    public Result execute() {
        Scorecard there = scorecard;
        return there == null ? ScorecardCheck.absent() : ScorecardCheck.of(there.progress(), there.keptIn());
    }
}
