package io.leakage.marketdata.time;

import io.leakage.api.health.ClockHealth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code leakage:clock} in the Gogo shell: the clock's evidence as text. */
@Component(service = ClockCommandComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=clock"})
public final class ClockCommandComponent {
    private final ClockHealth clock;

    /** For the framework. */
    @Activate
    public ClockCommandComponent(@Reference ClockHealth clock) {
        this.clock = clock;
    }

    /** {@return what is printed} */
    public String clock() {
        return ClockText.of(clock.report());
    }
}
