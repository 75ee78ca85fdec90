package io.leakage.ui.web;

import io.leakage.api.desk.Desks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one {@link Callers} that every servlet asks and every token enters. No logic lives here. */
@Component(service = CallersComponent.class, configurationPid = "leakage.web")
public final class CallersComponent {
    private final Callers callers;

    /** For the framework. */
    @Activate
    public CallersComponent(@Reference Desks desks, WebConfig config) {
        callers = new Callers(desks, new Allowances(config.requests_per_second(), config.requests_at_once(), System::nanoTime));
    }

    /** {@return them} */
    Callers callers() {
        return callers;
    }
}
