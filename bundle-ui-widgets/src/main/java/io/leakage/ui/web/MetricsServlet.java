package io.leakage.ui.web;

import io.leakage.api.health.ClockReport;
import io.leakage.api.health.CopyState;
import io.leakage.api.health.FeedState;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.CopyMetrics;
import io.leakage.ui.text.FeedMetrics;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /metrics} for Prometheus: feeds, their lines, drop copies, the clock and the scorecard's progress. A plain object for any servlet
 * container.
 */
public class MetricsServlet implements Servlet {
    private final Door door;
    private final Scorecard scorecard;
    private final Supplier<List<FeedState>> feeds;
    private final Supplier<List<CopyState>> copies;
    private final Supplier<ClockReport> clock;
    private volatile ServletConfig config;

    /**
     * Serves these.
     *
     * @param scorecard     read at each request
     * @param feeds         asked at each request
     * @param copies        the drop copies, asked at each request
     * @param clock         asked at each request; gives null while nobody tells of the clock
     * @param remoteClients false answers this machine only
     * @param hosts         names this machine may be asked by from others
     */
    public MetricsServlet(Scorecard scorecard, Supplier<List<FeedState>> feeds, Supplier<List<CopyState>> copies,
            Supplier<ClockReport> clock, boolean remoteClients, String... hosts) {
        this.door = new Door(remoteClients, hosts);
        this.scorecard = scorecard;
        this.feeds = feeds;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public void service(ServletRequest asked, ServletResponse answer) throws IOException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answer;
        Answer.secure(response);
        try {
            door.enter(request);
            if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
                throw Problem.methodNotAllowed(request.getMethod());
            }
            String text = FeedMetrics.of(scorecard.progress(), feeds.get(), clock.get()) + CopyMetrics.of(copies.get());
            Answer.body(response, FeedMetrics.TYPE, text.getBytes(StandardCharsets.UTF_8));
        } catch (Problem problem) {
            Answer.problem(response, problem);
        }
    }

    @Override
    public void init(ServletConfig servletConfig) {
        config = servletConfig;
    }

    @Override
    public ServletConfig getServletConfig() {
        return config;
    }

    @Override
    public String getServletInfo() {
        return "Leakage Scorecard metrics";
    }

    @Override
    public void destroy() {
        // holds nothing
    }
}
