package io.leakage.ui.web;

import io.leakage.api.health.FeedHealth;
import io.leakage.api.health.FeedState;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The feeds there are right now; they come and go with their configurations, and the page stays up. No logic lives here. */
@Component(service = FeedsComponent.class)
public final class FeedsComponent {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<FeedHealth> feeds = List.of();

    /** {@return how each feed is, by name} */
    public List<FeedState> states() {
        return feeds.stream().map(FeedHealth::state).sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }
}
