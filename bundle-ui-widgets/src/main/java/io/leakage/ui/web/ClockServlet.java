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
     */
    public ClockServlet(ClockHealth clock, boolean remoteClients) {
        this(clock, new Callers(null), new Door(remoteClients));
    }

    ClockServlet(ClockHealth clock, Callers callers, Door door) {
        super(door, callers);
        this.clock = clock;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        caller(request);
        onlyReads(request);
        Answer.json(response, ClockJson.of(clock.report()));
    }
}
