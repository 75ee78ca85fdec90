package io.leakage.dropcopy.fix;

import io.leakage.api.event.Inlets;
import io.leakage.api.health.CopyHealth;
import io.leakage.api.health.CopyState;
import io.leakage.api.host.ParentLookup;
import io.leakage.api.host.StrategyNames;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Puts one drop-copy session a configuration into the framework. No logic lives here. */
@Component(service = {DropCopyComponent.class, CopyHealth.class, StrategyNames.class}, immediate = true,
        configurationPid = "leakage.dropcopy.source", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DropCopyConfig.class, factory = true)
public final class DropCopyComponent implements CopyHealth, StrategyNames {
    private final Inlets inlets;
    private volatile DropCopySource source;
    private volatile DropCopySession session;

    /** The host's way to find parents, null while there is none. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ParentLookup lookup;

    /**
     * Starts the session; it logs on when the other side is there.
     *
     * @param inlets the core's front door
     * @param config what the administrator said
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    @Activate
    public DropCopyComponent(@Reference Inlets inlets, DropCopyConfig config) {
        this.inlets = inlets;
        begin(Configured.source(config));
    }

    /**
     * Goes on as newly configured; the session begins anew when that makes a difference. A configuration that makes no sense is refused, and
     * the session goes on as it was.
     *
     * @param config what the administrator says now
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    @Modified
    public void change(DropCopyConfig config) {
        DropCopySource changed = Configured.source(config);
        if (!changed.equals(source)) {
            session.close();
            begin(changed);
        }
    }

    private void begin(DropCopySource begun) {
        source = begun;
        session = new DropCopySession(begun, inlets.orders(begun.name()), () -> lookup);
        session.start();
    }

    /** Logs out and ends the session's threads. */
    @Deactivate
    public void stop() {
        session.close();
    }

    @Override
    public CopyState state() {
        return session.health();
    }

    @Override
    public String nameOf(String broker, int tag, String value) {
        return source.profile().strategyNames().get(tag + "=" + value);
    }

    /** {@return the session, for health checks and consoles} */
    public DropCopySession session() {
        return session;
    }
}
