package io.leakage.api.event;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The way in for who has messages but does not know their protocol, such as a connector of a message bus: whoever does know it reads them
 * into an inlet. An OSGi service, one for each bundle that knows protocols. Any thread may ask.
 */
@ProviderType
public interface RawDoor {
    /** {@return what it reads, as configurations call it, such as {@code fix}} */
    Set<String> protocols();

    /**
     * Opens the inlet of a source.
     *
     * @param protocol one of {@link #protocols}
     * @param source   the source's name, stable over restarts
     * @param settings what the protocol wants to know, by name
     * @return an inlet for one thread at a time, to be closed
     * @throws IllegalArgumentException with setting, value and what is allowed
     */
    RawInlet open(String protocol, String source, Map<String, String> settings);
}
