package io.leakage.marketdata.time;

import io.leakage.api.event.Inlets;
import io.leakage.api.health.ClockHealth;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The machine's clock, once a second. No logic lives here. */
@Component(service = ClockHealth.class, immediate = true, configurationPid = "leakage.clock")
@Designate(ocd = ClockConfig.class)
public final class ClockComponent extends ClockWatch {
    /**
     * Starts watching.
     *
     * @throws IllegalArgumentException when the configuration makes no sense, naming field, value and what was expected
     */
    @Activate
    public ClockComponent(@Reference Inlets inlets, ClockConfig config) {
        super(inlets.desk(), ClockSettings.of(config), Duration.ofSeconds(1));
    }

    /** Stops watching. */
    @Override
    @Deactivate
    public void close() {
        super.close();
    }
}
