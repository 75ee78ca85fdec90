package io.leakage.ui.web;

import io.leakage.api.health.ClockReport;
import io.leakage.api.health.CopyState;
import io.leakage.api.health.FeedState;
import io.leakage.api.health.HistoryState;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.CopyMetrics;
import io.leakage.ui.text.FeedMetrics;
import io.leakage.ui.text.HistoryMetrics;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /metrics} for Prometheus: feeds, their lines, drop copies, the clock, the scorecard's progress and the stores that keep its history. A plain object for any servlet
 * container.
 */
public class MetricsServlet extends DoorServlet {
    private static final long serialVersionUID = 1L;

    private final transient Scorecard scorecard;
    private final transient Supplier<List<FeedState>> feeds;
    private final transient Supplier<List<CopyState>> copies;
    private final transient Supplier<ClockReport> clock;
    private final transient Supplier<List<HistoryState>> stores;

    /**
     * Serves these.
     *
     * @param scorecard     read at each request
     * @param feeds         asked at each request
     * @param copies        the drop copies, asked at each request
     * @param clock         asked at each request; gives null while nobody tells of the clock
     * @param stores        those that keep the history elsewhere, asked at each request
     * @param remoteClients false answers this machine only
     */
    public MetricsServlet(Scorecard scorecard, Supplier<List<FeedState>> feeds, Supplier<List<CopyState>> copies,
            Supplier<ClockReport> clock, Supplier<List<HistoryState>> stores, boolean remoteClients) {
        this(scorecard, feeds, copies, clock, stores, new Callers(null), new Door(remoteClients));
    }

    MetricsServlet(Scorecard scorecard, Supplier<List<FeedState>> feeds, Supplier<List<CopyState>> copies, Supplier<ClockReport> clock,
            Supplier<List<HistoryState>> stores, Callers callers, Door door) {
        super(door, callers);
        this.scorecard = scorecard;
        this.feeds = feeds;
        this.copies = copies;
        this.clock = clock;
        this.stores = stores;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        caller(request);
        onlyReads(request);
        String text = FeedMetrics.of(scorecard.progress(), feeds.get(), clock.get()) + CopyMetrics.of(copies.get())
                + HistoryMetrics.of(stores.get());
        Answer.body(response, FeedMetrics.TYPE, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getServletInfo() {
        return "Leakage Scorecard metrics";
    }
}
