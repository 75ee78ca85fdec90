package io.leakage.marketdata.feed;

import io.leakage.api.health.FeedHealth;
import io.leakage.api.health.FeedState;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The console's command {@code leakage:feeds}. Any thread may call. */
@Component(service = FeedCommandsComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=feeds"})
public final class FeedCommandsComponent {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<FeedHealth> feeds = List.of();

    /** {@return how each feed and each of its lines is} */
    public String feeds() {
        return FeedText.of(feeds.stream().map(FeedHealth::state).sorted(Comparator.comparing(FeedState::name)).toList());
    }
}
