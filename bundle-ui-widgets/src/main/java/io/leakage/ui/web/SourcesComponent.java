package io.leakage.ui.web;

import io.leakage.api.health.ClockHealth;
import io.leakage.api.health.ClockReport;
import io.leakage.api.health.CopyHealth;
import io.leakage.api.health.CopyState;
import io.leakage.api.health.FeedHealth;
import io.leakage.api.health.FeedState;
import io.leakage.api.health.HistoryHealth;
import io.leakage.api.health.HistoryState;
import io.leakage.api.score.PastDays;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The sources and stores there are right now: they come and go with their configurations, and the page stays up. No logic lives here. */
@Component(service = SourcesComponent.class)
public final class SourcesComponent {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<FeedHealth> feeds = List.of();
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<CopyHealth> copies = List.of();
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile ClockHealth clock;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile HistoryHealth history;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile PastDays pastDays;

    /** {@return how each feed is, by name} */
    public List<FeedState> feeds() {
        return feeds.stream().map(FeedHealth::state).sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    /** {@return how each drop copy is, by name} */
    public List<CopyState> copies() {
        return copies.stream().map(CopyHealth::state).sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    /** {@return past days, null while nobody reads any} */
    public PastDays pastDays() {
        return pastDays;
    }

    /** {@return how good the clock is, null while nobody tells} */
    public ClockReport clock() {
        ClockHealth told = clock;
        return told == null ? null : told.report();
    }

    /** {@return how far each store that keeps the history elsewhere has come, by name} */
    public List<HistoryState> stores() {
        HistoryHealth told = history;
        return told == null ? List.of() : told.stores();
    }
}
