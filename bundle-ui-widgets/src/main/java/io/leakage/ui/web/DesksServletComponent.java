package io.leakage.ui.web;

import io.leakage.api.desk.DeskAdmin;
import io.leakage.api.desk.Desks;
import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts the desks beside the page; the HTTP Whiteboard picks it up. No logic lives here. */
@Component(service = Servlet.class, configurationPid = "leakage.web", property = {
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/desks",
        "osgi.http.whiteboard.servlet.pattern=/leakage/v1/desks/*",
        "osgi.http.whiteboard.servlet.name=leakage-desks"})
public final class DesksServletComponent extends DesksServlet {
    private static final long serialVersionUID = 1L;

    /** For the framework. */
    @Activate
    public DesksServletComponent(@Reference Desks desks, @Reference DeskAdmin admin, @Reference CallersComponent callers,
            WebConfig config) {
        super(desks, admin, callers.callers(), new Door(config.remote_clients(), config.hosts()));
    }
}
