package io.leakage.kafka;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code leakage:topics} in the Gogo shell. Any thread may call. */
@Component(service = TopicCommandComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=topics"})
public final class TopicCommandComponent {
    private final List<TopicReaderComponent> sources = new CopyOnWriteArrayList<>();

    /** A source is there. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(TopicReaderComponent source) {
        sources.add(source);
    }

    /** A source is gone. */
    public void removeSource(TopicReaderComponent source) {
        sources.remove(source);
    }

    /** {@return a line for each topic that is read: how far, how many messages, how many not readable, and why it does not get on} */
    public String topics() {
        return sources.isEmpty() ? "no topic is read" : sources.stream().map(TopicReaderComponent::state).collect(Collectors.joining("\n"));
    }
}
