package io.leakage.kafka;

import io.leakage.api.event.RawDoor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Reads one topic per configuration {@code leakage.kafka.source}, from when a bundle that knows its protocol is there. A configuration that
 * makes no sense is refused.
 */
@Component(service = TopicReaderComponent.class, immediate = true, configurationPid = "leakage.kafka.source",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "leakage.optional:Boolean=true")
@Designate(ocd = TopicConfig.class, factory = true)
public final class TopicReaderComponent {
    private final TopicSource source;
    private final ClientSettings settings;
    private final List<RawDoor> doors = new CopyOnWriteArrayList<>();
    private TopicReader reader;
    private RawDoor open;

    /**
     * Makes the source.
     *
     * @param config what the administrator said
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    @Activate
    public TopicReaderComponent(TopicConfig config) {
        source = new TopicSource(config.name(), config.topic(), config.protocol(), TopicSource.settings(config.settings()), config.group());
        source.dayBegan(0);
        settings = new ClientSettings(config.bootstrap_servers(), config.client_properties());
    }

    /** Begins to read, when it knows the protocol. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void addDoor(RawDoor door) {
        doors.add(door);
        begin();
    }

    /** Ends, when it was read by this one. */
    public synchronized void removeDoor(RawDoor door) {
        doors.remove(door);
        if (door == open) {
            stop();
            begin();
        }
    }

    private void begin() {
        for (RawDoor door : doors) {
            if (open == null && door.protocols().contains(source.protocol())) {
                open = door;
                reader = new TopicReader(source, settings, door);
                reader.start();
            }
        }
    }

    /** Ends the thread. */
    @Deactivate
    public synchronized void stop() {
        if (reader != null) {
            reader.close();
        }
        reader = null;
        open = null;
    }

    /** {@return how far it is, for a person} */
    synchronized String state() {
        return reader == null ? source.name() + " waits for a bundle that knows " + source.protocol() : reader.state();
    }
}
