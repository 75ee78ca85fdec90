package io.leakage.ui.web;

import io.leakage.api.event.Inlets;
import io.leakage.api.score.Scorecard;
import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts switches beside the page; the HTTP Whiteboard picks it up. No logic lives here. */
@Component(service = Servlet.class, configurationPid = "leakage.web", property = {
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/switches",
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/switches/*",
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/take-over",
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/release",
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/kill",
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/rearm",
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/unlatch",
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/auto-on",
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/auto-off",
        "osgi.http.whiteboard.servlet.name=leakage-switches"})
public final class SwitchesServletComponent extends SwitchesServlet {
    private static final long serialVersionUID = 1L;

    /** For the framework. */
    @Activate
    public SwitchesServletComponent(@Reference Scorecard scorecard, @Reference Inlets inlets, @Reference CallersComponent callers,
            WebConfig config) {
        super(scorecard, inlets.switches(), callers.callers(), new Door(config.remote_clients(), config.hosts()));
    }
}
