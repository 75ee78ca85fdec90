package io.leakage.core.engine;

import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.Inlets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A desk's configuration, told to the scorecard as an event. No logic lives here. */
@Component(service = {}, immediate = true, configurationPid = "leakage.desk", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DeskConfig.class, factory = true)
public final class DeskComponent {
    private final DeskInlet inlet;
    private final DeskConfig config;

    /** Gives the desk its accounts. */
    @Activate
    public DeskComponent(@Reference Inlets inlets, DeskConfig config) {
        if (config.id() == null || config.id().isBlank()) {
            throw new IllegalArgumentException("leakage.desk: id: a name, got none");
        }
        this.inlet = inlets.desk();
        this.config = config;
        for (String account : config.accounts()) {
            inlet.desk(config.id(), account, true);
        }
    }

    /** Takes the accounts away again. */
    @Deactivate
    public void stop() {
        for (String account : config.accounts()) {
            inlet.desk(config.id(), account, false);
        }
    }
}
