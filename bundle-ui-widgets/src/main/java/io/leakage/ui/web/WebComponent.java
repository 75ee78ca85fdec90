package io.leakage.ui.web;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.ScoreListener;
import io.leakage.api.score.Scorecard;
import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Puts the servlet into the framework; the HTTP Whiteboard picks it up. No logic lives here. */
@Component(service = {Servlet.class, ScoreListener.class}, configurationPid = "leakage.web", property = {
        "osgi.http.whiteboard.servlet.pattern=/leakage/*",
        "osgi.http.whiteboard.servlet.name=leakage",
        "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"})
@Designate(ocd = WebConfig.class)
public final class WebComponent extends LeakageServlet {
    private static final long serialVersionUID = 1L;

    /** For the framework. */
    @Activate
    public WebComponent(@Reference Scorecard scorecard, @Reference(target = "(leakage.desk=\\*)") BlotterColumns columns,
            @Reference SourcesComponent sources, @Reference CallersComponent callers, WebConfig config) {
        super(scorecard, columns, sources::feeds, sources::copies, sources::pastDays, callers.callers(),
                new Door(config.remote_clients(), config.hosts()), config.streams());
    }

    @Override
    @Deactivate
    public void close() {
        super.close();
    }
}
