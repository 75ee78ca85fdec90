package io.leakage.ui.web;

import io.leakage.api.health.CopyState;
import io.leakage.api.health.FeedState;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.ScoreListener;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.PastDays;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.course.Courses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Everything below {@code /leakage/}: the page, an order's card to print ({@code orders/{id}/scorecard}, {@code scorecard?id=}), and the
 * API below {@code v1/}. A plain object for any servlet container that supports
 * asynchronous requests. Who tells it of scores, too, has its streams tell at once of what happens to an order; otherwise they hear of it
 * as of everything, by the columns' subscription.
 */
public class LeakageServlet extends DoorServlet implements ScoreListener, AutoCloseable {
    private static final long serialVersionUID = 1L;

    private final transient Scorecard scorecard;
    private final transient BlotterColumns columns;
    private final transient Supplier<List<FeedState>> feeds;
    private final transient Supplier<List<CopyState>> copies;
    private final transient Days days;
    private final transient Streams streams;
    private final transient Courses courses;

    /**
     * Serves this scorecard, with feeds that nobody tells of.
     *
     * @param scorecard     read at each request
     * @param columns       its columns, and what tells of changes
     * @param remoteClients false answers browsers on this machine only
     * @param maxStreams    how many pages may listen at once
     */
    public LeakageServlet(Scorecard scorecard, BlotterColumns columns, boolean remoteClients, int maxStreams) {
        this(scorecard, columns, List::of, remoteClients, maxStreams);
    }

    /**
     * Serves this scorecard.
     *
     * @param scorecard     read at each request
     * @param columns       its columns, and what tells of changes
     * @param feeds         how the feeds are, asked at each request for health
     * @param remoteClients false answers browsers on this machine only
     * @param maxStreams    how many pages may listen at once
     */
    public LeakageServlet(Scorecard scorecard, BlotterColumns columns, Supplier<List<FeedState>> feeds, boolean remoteClients,
            int maxStreams) {
        this(scorecard, columns, feeds, List::of, remoteClients, maxStreams);
    }

    /** Serves this scorecard; {@code copies} says how the drop copies are, asked at each request as {@code feeds} is. */
    public LeakageServlet(Scorecard scorecard, BlotterColumns columns, Supplier<List<FeedState>> feeds, Supplier<List<CopyState>> copies,
            boolean remoteClients, int maxStreams) {
        this(scorecard, columns, feeds, copies, () -> null, new Callers(null), new Door(remoteClients), maxStreams);
    }

    LeakageServlet(Scorecard scorecard, BlotterColumns columns, Supplier<List<FeedState>> feeds, Supplier<List<CopyState>> copies,
            Supplier<PastDays> pastDays, Callers callers, Door door, int maxStreams) {
        super(door, callers);
        this.days = new Days(pastDays);
        this.scorecard = scorecard;
        this.columns = columns;
        this.feeds = feeds;
        this.copies = copies;
        this.streams = new Streams(scorecard, columns, callers, maxStreams);
        this.courses = new Courses(scorecard, columns);
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        onlyReads(request);
        route(Path.of(request), request, response);
    }

    private void route(List<String> path, HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        if (path.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", request.getContextPath() + request.getServletPath() + "/");
        } else if (path.equals(List.of("v1", Page.DESCRIPTION))) {
            Page.write(Page.DESCRIPTION, response);   // says nothing of anybody's orders: no token is asked for
        } else if ("v1".equals(path.get(0))) {
            Caller caller = caller(request);
            api(caller, path, request, response);
        } else if (path.size() == 3 && "orders".equals(path.get(0)) && "scorecard".equals(path.get(2))) {
            card(path, path.get(1), "../../", request, response);
        } else if (path.size() == 1 && "scorecard".equals(path.get(0))) {
            card(path, request.getParameter("id"), "", request, response);
        } else if (path.size() == 1) {
            Page.write(path.get(0), response);
        } else {
            throw Problem.notFound("there is nothing here; the page is at /leakage/, the API at /leakage/v1/");
        }
    }

    private void card(List<String> path, String id, String base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, Problem {
        Caller caller = caller(request);
        Days.Chosen chosen = days.choose(path, request);
        if (chosen.isUnderWay()) {
            response.setHeader("Refresh", "2");   // the page comes by itself
            Days.underWay(chosen, response);
            return;
        }
        Days.tell(chosen, response);
        new Cards(caller.seen(of(chosen))).write(id, base, chosen.remark(), response);
    }

    private Scorecard of(Days.Chosen chosen) {
        return chosen.isLive() ? scorecard : chosen.reading().scorecard();
    }

    private void api(Caller caller, List<String> path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, Problem {
        Days.Chosen chosen = days.choose(path, request);
        if (chosen.isUnderWay()) {
            Days.underWay(chosen, response);
            return;
        }
        Days.tell(chosen, response);
        Scorecard seen = caller.seen(of(chosen));
        new Api(seen, chosen, columns, streams, courses, feeds, copies, caller).answer(path, request, response);
    }

    @Override
    public void onScore(ParentRow row) {
        streams.onScore(row);
    }

    @Override
    public String getServletInfo() {
        return "Leakage Scorecard";
    }

    @Override
    public void destroy() {
        close();
    }

    /** Ends every stream; new ones are refused. */
    @Override
    public void close() {
        streams.close();
        courses.close();
    }
}
