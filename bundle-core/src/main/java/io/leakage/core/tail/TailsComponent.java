package io.leakage.core.tail;

import io.leakage.api.event.Inlets;
import io.leakage.api.health.HistoryHealth;
import io.leakage.api.health.HistoryState;
import io.leakage.api.history.HistorySink;
import io.leakage.core.engine.EngineComponent;
import io.leakage.core.engine.TailEngine;
import io.leakage.core.history.JournalEnd;
import io.leakage.core.history.Replay;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** A {@link Tail} for each {@link HistorySink} there is, for as long as there is an engine that keeps a journal. */
@Component(service = HistoryHealth.class, immediate = true)
public final class TailsComponent implements HistoryHealth {
    private final Path journal;
    private final JournalEnd end;
    private final Map<HistorySink, Tail> tails = new ConcurrentHashMap<>();

    /** @param engine properties of the engine's {@link Inlets} */
    @Activate
    public TailsComponent(@Reference(service = Inlets.class) Map<String, Object> engine) {
        this(engine.get(EngineComponent.JOURNAL) instanceof String directory ? Path.of(directory) : null);
    }

    TailsComponent(Path journal) {
        this.journal = journal;
        this.end = journal == null ? null : new JournalEnd(TailEngine.events(journal), Replay.CONTENT);
    }

    /** Tells this sink from now on. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSink(HistorySink sink) {
        if (journal != null) {
            Tail tail = new Tail(sink, journal, end);
            tails.put(sink, tail);
            tail.start();
        }
    }

    /** Keeps what this sink has taken, and lets it go. */
    public void removeSink(HistorySink sink) {
        Tail tail = tails.remove(sink);
        if (tail != null) {
            tail.stop();
        }
    }

    @Override
    public List<HistoryState> stores() {
        return tails.values().stream().map(Tail::state).sorted(Comparator.comparing(HistoryState::name)).toList();
    }

    /** Ends every tail. */
    @Deactivate
    public void stop() {
        tails.keySet().forEach(this::removeSink);
    }
}
