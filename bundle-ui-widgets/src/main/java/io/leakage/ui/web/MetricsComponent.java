package io.leakage.ui.web;

import io.leakage.api.score.Scorecard;
import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts {@code /metrics} into the framework; the HTTP Whiteboard picks it up. No logic lives here. */
@Component(service = Servlet.class, configurationPid = "leakage.web", property = {
        "osgi.http.whiteboard.servlet.pattern=/metrics",
        "osgi.http.whiteboard.servlet.name=leakage-metrics"})
public final class MetricsComponent extends MetricsServlet {
    private static final long serialVersionUID = 1L;

    /** For the framework. */
    @Activate
    public MetricsComponent(@Reference Scorecard scorecard, @Reference SourcesComponent sources,
            @Reference CallersComponent callers, WebConfig config) {
        super(scorecard, sources::feeds, sources::copies, sources::clock, sources::stores, callers.callers(),
                new Door(config.remote_clients(), config.hosts()));
    }
}
