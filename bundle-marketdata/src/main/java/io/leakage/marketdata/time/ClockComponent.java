package io.leakage.marketdata.time;

import io.leakage.api.event.Inlets;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The machine's clock, once a second. No logic lives here. */
@Component(service = {}, immediate = true)
public final class ClockComponent {
    private final ClockTicker ticker;

    /** Starts ticking. */
    @Activate
    public ClockComponent(@Reference Inlets inlets) {
        ticker = new ClockTicker(inlets.desk(), Clock.systemUTC(), Duration.ofSeconds(1));
    }

    /** Stops ticking. */
    @Deactivate
    public void stop() {
        ticker.close();
    }
}
