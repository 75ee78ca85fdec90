package io.leakage.ui.web;

import io.leakage.api.health.ClockHealth;
import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts the clock's evidence beside the page, once somebody tells of the clock. No logic lives here. */
@Component(service = Servlet.class, configurationPid = "leakage.web", property = {
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/clock",
        "osgi.http.whiteboard.servlet.name=leakage-clock"})
public final class ClockServletComponent extends ClockServlet {
    private static final long serialVersionUID = 1L;

    /** For the framework. */
    @Activate
    public ClockServletComponent(@Reference ClockHealth clock, @Reference CallersComponent callers, WebConfig config) {
        super(clock, callers.callers(), new Door(config.remote_clients(), config.hosts()));
    }
}
