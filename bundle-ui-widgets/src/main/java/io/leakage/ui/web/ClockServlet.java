package io.leakage.ui.web;

import io.leakage.api.health.ClockHealth;
import io.leakage.ui.text.ClockJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /leakage/v1/clock}: how good the machine's clock is. A servlet beside {@link LeakageServlet}, which answers "no content" there
 * while nobody tells of the clock.
 */
public class ClockServlet extends DoorServlet {
    private static final long serialVersionUID = 1L;

    private final transient ClockHealth clock;

    /**
     * Serves this clock.
     *
     * @param clock         asked at each request
     * @param remoteClients false answers browsers on this machine only
     * @param hosts         names this machine may be asked by from others
     */
    public ClockServlet(ClockHealth clock, boolean remoteClients, String... hosts) {
        super(new Door(remoteClients, hosts));
        this.clock = clock;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        if (!reads(request)) {
            throw Problem.methodNotAllowed(request.getMethod());
        }
        Answer.json(response, ClockJson.of(clock.report()));
    }
}
