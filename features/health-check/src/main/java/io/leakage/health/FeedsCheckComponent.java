package io.leakage.health;

import io.leakage.api.health.FeedHealth;
import io.leakage.api.health.FeedState;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The feeds there are right now, as a health check. Any thread may call. No logic lives here. */
@Component(service = HealthCheck.class, property = {HealthCheck.NAME + "=Leakage market data", HealthCheck.TAGS + "=leakage",
    HealthCheck.TAGS + "=feeds", HealthCheck.MBEAN_NAME + "=leakageFeeds"})
public final class FeedsCheckComponent implements HealthCheck {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<FeedHealth> feeds = List.of();

    /** {@return a line for each feed and each of its lines} */
    @Override
    public Result execute() {
        return FeedsCheck.of(feeds.stream().map(FeedHealth::state).sorted(Comparator.comparing(FeedState::name)).toList());
    }
}
