package io.leakage.dropcopy.fix;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.RawDoor;
import io.leakage.api.event.RawInlet;
import io.leakage.api.host.ParentLookup;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The side way in, for firms whose FIX messages come from Kafka; live sessions are {@link DropCopyComponent}'s. Lets in what others
 * received ({@link FixMessages} says which settings). No logic lives here.
 */
@Component(service = RawDoor.class)
public final class FixDoorComponent implements RawDoor {
    private final Inlets inlets;

    /** The host's way to find parents, null while there is none. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ParentLookup lookup;

    /** @param inlets the core's front door */
    @Activate
    public FixDoorComponent(@Reference Inlets inlets) {
        this.inlets = inlets;
    }

    @Override
    public Set<String> protocols() {
        return Set.of(FixMessages.PROTOCOL);
    }

    @Override
    public RawInlet open(String protocol, String source, Map<String, String> settings) {
        return FixMessages.open(source, settings, inlets.orders(source), () -> lookup);
    }
}
