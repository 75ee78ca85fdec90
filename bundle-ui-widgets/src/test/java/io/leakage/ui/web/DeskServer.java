package io.leakage.ui.web;

import io.leakage.api.desk.DeskRole;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.SwitchInlet;
import io.leakage.api.health.ClockHealth;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.score.PastDays;
import io.leakage.api.score.Scorecard;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.Socket;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A real Jetty with every servlet of the service where the HTTP Whiteboard would have it, and tokens given out by a test. */
public final class DeskServer implements AutoCloseable {
    /** Where {@link SwitchesServletComponent} stands. */
    static final List<String> SWITCHES = List.of("switches", "switches/*", "take-over", "release", "kill", "rearm", "unlatch", "auto-on",
            "auto-off");

    private final RecordedDesks desks = new RecordedDesks();
    private final Callers callers;
    private final Map<String, Token> tokens = new HashMap<>();
    private final WebServer server;
    private volatile PastDays past;

    /**
     * Starts it on a free port.
     *
     * @param clock null where nobody tells of the clock
     */
    public DeskServer(Scorecard scorecard, BlotterColumns columns, SwitchInlet decisions, ClockHealth clock) throws Exception {
        this(scorecard, columns, decisions, clock, new Allowances(Allowances.USUAL_PER_SECOND, Allowances.USUAL_AT_ONCE, System::nanoTime));
    }

    /** Starts it with limits of its own. */
    DeskServer(Scorecard scorecard, BlotterColumns columns, SwitchInlet decisions, ClockHealth clock, Allowances allowances)
            throws Exception {
        callers = new Callers(desks, allowances);
        Door door = new Door(false);
        Map<String, Servlet> servlets = new HashMap<>();
        servlets.put("/leakage/*", new LeakageServlet(scorecard, columns, List::of, List::of, () -> past, callers, door, 8));
        Servlet switches = new SwitchesServlet(scorecard, decisions, callers, door);
        SWITCHES.forEach(pattern -> servlets.put("/leakage/v1/" + pattern, switches));
        Servlet administration = new DesksServlet(desks, desks, callers, door);
        servlets.put("/leakage/v1/desks", administration);
        servlets.put("/leakage/v1/desks/*", administration);
        if (clock != null) {
            servlets.put("/leakage/v1/clock", new ClockServlet(clock, callers, door));
        }
        servlets.put("/metrics", new MetricsServlet(scorecard, List::of, List::of, clock == null ? () -> null : clock::report,
                List::of, callers, door));
        server = new WebServer(servlets, 0);
    }

    /** From now on these past days can be asked for. */
    public void past(PastDays days) {
        past = days;
    }

    /** A desk with everything on, whose people nobody names. */
    public void desk(String id) {
        desks.add(id, EnumSet.allOf(DeskFeature.class), Map.<String, Set<DeskRole>>of());
    }

    /**
     * Gives out a token.
     *
     * @param role viewer, trader or admin
     * @param desk the desk it is for, {@code *} for all
     */
    public String token(String user, String role, String desk) {
        String text = Token.random();
        tokens.put(text, new Token(user, Role.of(role), Set.of(desk), Token.hash(text)));
        callers.add(tokens.get(text));
        return text;
    }

    /** It counts no more. */
    public void revoke(String token) {
        callers.remove(tokens.remove(token));
    }

    /** {@return the service's address without a slash at its end} */
    public String base() {
        return server.base();
    }

    /** {@return a connection of its own} */
    Socket connect() throws IOException {
        return server.connect();
    }

    @Override
    public void close() {
        server.close();
    }
}
