package io.leakage.core.tail;

import io.leakage.api.health.HistoryHealth;
import io.leakage.api.health.HistoryState;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code leakage:history} in the Gogo shell. Any thread may call. */
@Component(service = HistoryCommandComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=history"})
public final class HistoryCommandComponent {
    private final HistoryHealth health;

    /** For the framework. */
    @Activate
    public HistoryCommandComponent(@Reference HistoryHealth health) {
        this.health = health;
    }

    /** {@return a line for each store that keeps the history elsewhere: how far it is, how far behind, and why} */
    public String history() {
        return health.stores().isEmpty() ? "no store keeps the history elsewhere, or the engine keeps no journal"
                : health.stores().stream().map(HistoryCommandComponent::line).collect(Collectors.joining("\n"));
    }

    private static String line(HistoryState store) {
        return String.format(Locale.ROOT, "%s keeps the journal up to %,d of %,d, %,d bytes behind; records %,d, tried again %,d%s", store.name(),
                store.kept(), store.end(), store.lag(), store.records(), store.retries(),
                store.trouble().isEmpty() ? "" : "; IN TROUBLE: " + store.trouble());
    }
}
