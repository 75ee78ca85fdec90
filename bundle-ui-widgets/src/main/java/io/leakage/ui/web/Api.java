package io.leakage.ui.web;

import io.leakage.api.health.CopyState;
import io.leakage.api.health.FeedState;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.course.Courses;
import io.leakage.ui.league.By;
import io.leakage.ui.league.League;
import io.leakage.ui.text.CellText;
import io.leakage.ui.text.CourseJson;
import io.leakage.ui.text.DiscoveriesJson;
import io.leakage.ui.text.EvidenceJson;
import io.leakage.ui.text.Explanation;
import io.leakage.ui.text.FillCsv;
import io.leakage.ui.text.LeagueJson;
import io.leakage.ui.text.LeagueText;
import io.leakage.ui.text.ScorecardCsv;
import io.leakage.ui.text.ScorecardJson;
import io.leakage.ui.text.ServiceJson;
import io.leakage.ui.text.VerdictJson;
import io.leakage.ui.text.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What {@code /leakage/v1/} answers. An id is a ClOrdID, a child's ClOrdID or an OrderID; it may also come as a query
 * ({@code order?id=}, {@code evidence?id=}, {@code series?id=}, {@code explain?id=&column=}), since containers refuse some characters
 * in a path. With {@code execution=} that is explained which a measure is of one fill. What is asked of days ({@code date=}, or
 * {@code from=} and {@code to=}) is answered as what is asked of now. One for each request: it shows what its caller may see.
 */
final class Api {
    private final Scorecard scorecard;
    private final BlotterColumns columns;
    private final Streams streams;
    private final Courses courses;
    private final Supplier<List<FeedState>> feeds;
    private final Supplier<List<CopyState>> copies;
    private final Caller caller;
    private final Days.Chosen days;
    private final ScorecardJson whole;
    private final ScorecardJson lines;

    Api(Scorecard scorecard, Days.Chosen days, BlotterColumns columns, Streams streams, Courses courses,
            Supplier<List<FeedState>> feeds, Supplier<List<CopyState>> copies, Caller caller) {
        this.caller = caller;
        this.days = days;
        this.feeds = feeds;
        this.copies = copies;
        this.scorecard = scorecard;
        this.columns = columns;
        this.streams = streams;
        this.courses = courses;
        this.whole = new ScorecardJson(scorecard);
        this.lines = whole.withoutDetail();
    }

    void answer(List<String> path, HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        String what = path.size() > 1 ? path.get(1) : "";
        boolean alone = path.size() == 2;
        if (alone && "columns".equals(what)) {
            Answer.json(response, ServiceJson.columns(columns.columns()));
        } else if (alone && "health".equals(what)) {
            Answer.json(response, ServiceJson.health(scorecard, feeds.get(), copies.get()));
        } else if (alone && "dropcopy".equals(what)) {
            Answer.json(response, ServiceJson.dropCopies(scorecard, copies.get()));
        } else if (alone && ("clock".equals(what) || "switches".equals(what))) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);   // a servlet of its own answers once there is something to tell of
        } else if (alone && "stream".equals(what)) {
            streams.open(scorecard, caller, request, response);
        } else if (alone && "orders".equals(what)) {
            orders(request, response);
        } else if (alone && "fills".equals(what)) {
            fills(request, response);
        } else if (alone && "days".equals(what)) {
            Answer.json(response, days.json());
        } else if (alone && "order".equals(what)) {
            order(asked("id", request), request.getParameter("namespace"), response);
        } else if (alone && "evidence".equals(what)) {
            evidence(asked("id", request), response);
        } else if (alone && "series".equals(what)) {
            series(asked("id", request), response);
        } else if (alone && "explain".equals(what)) {
            String execution = request.getParameter("execution");
            if (execution == null) {
                explain(asked("id", request), asked("column", request), response);
            } else {
                explain(asked("id", request), asked("column", request), execution, response);
            }
        } else if (alone && "verdicts".equals(what)) {
            Answer.json(response, VerdictJson.of(scorecard));
        } else if (alone && "discoveries".equals(what)) {
            Answer.json(response, DiscoveriesJson.of(scorecard, scorecard.discoveries(asked("desk", request))));
        } else if (alone && "leagues".equals(what)) {
            leagues(request.getParameter("measure"), request.getParameter("by"), response);
        } else if (path.size() == 3 && "orders".equals(what)) {
            order(path.get(2), null, response);
        } else if (path.size() == 4 && "orders".equals(what) && "evidence".equals(path.get(3))) {
            evidence(path.get(2), response);
        } else if (path.size() == 5 && "orders".equals(what) && "explain".equals(path.get(3))) {
            explain(path.get(2), path.get(4), response);
        } else {
            throw Problem.notFound("the API has columns, days, orders, fills, orders/{id}, orders/{id}/explain/{column}, "
                    + "orders/{id}/evidence, order?id=, evidence?id=, series?id=, explain?id=&column=[&execution=], "
                    + "leagues?measure=&by=, discoveries?desk=, verdicts, switches, stream, health, dropcopy and clock; openapi.json describes them");
        }
    }

    private void orders(HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        String desk = request.getParameter("desk");
        Predicate<ParentRow> asked = row -> desk == null || desk.equals(Words.desk(scorecard, row.desk()));
        if (Csv.isAsked(request)) {
            Csv.write("orders" + days.span(), response, out -> new ScorecardCsv(scorecard).writeAll(out, asked));
            return;
        }
        response.setContentType("application/json");
        ("true".equals(request.getParameter("detail")) ? whole : lines).writeAll(response.getOutputStream(), asked);
    }

    private void fills(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String desk = request.getParameter("desk");
        Csv.write("fills" + days.span(), response,
                out -> new FillCsv(scorecard).writeAll(out, row -> desk == null || desk.equals(Words.desk(scorecard, row.desk()))));
    }

    private void order(String id, String namespace, HttpServletResponse response) throws IOException, Problem {
        String meant = namespace == null ? id : parent(namespace, id);
        int parent = meant == null ? -1 : scorecard.find(meant);
        byte[] json = parent < 0 ? null : whole.bytes(parent);
        if (json == null) {
            throw unknown(id);
        }
        Answer.body(response, "application/json", json);
    }

    /** {@return the ClOrdID of the order that the columns show for an id that perhaps only a host knows, null for none} */
    private String parent(String namespace, String id) {
        CellText cell = new CellText(columns, "parent");
        String text = cell.read(new OrderRef(Map.of(namespace, id)));
        return cell.isValid() ? text : null;
    }

    private void evidence(String id, HttpServletResponse response) throws IOException, Problem {
        ParentRow row = new ParentRow();
        if (!scorecard.read(scorecard.find(id), row)) {
            throw unknown(id);
        }
        Answer.json(response, EvidenceJson.of(scorecard, row));
    }

    private void series(String id, HttpServletResponse response) throws IOException, Problem {
        ParentRow row = new ParentRow();
        if (!scorecard.read(scorecard.find(id), row)) {
            throw unknown(id);
        }
        if (days.isPast(row)) {
            throw Problem.notFound("how an order went over time is remembered of today's orders only: its fills, footprints and numbers of that "
                    + "day are at v1/order?id= and v1/evidence?id=");
        }
        Answer.json(response, CourseJson.of(scorecard, row, courses.of(row.number())));
    }

    private void explain(String id, String column, HttpServletResponse response) throws IOException, Problem {
        ParentRow row = new ParentRow();
        if (!scorecard.read(scorecard.find(id), row)) {
            throw unknown(id);
        }
        ColumnSpec spec = columns.columns().stream().filter(one -> one.id().equals(column)).findFirst().orElse(null);
        if (spec == null) {
            throw Problem.notFound("no column has the id " + column + "; v1/columns lists them");
        }
        // not by the columns, which are of now and may be off for a desk whose board is on
        Answer.json(response, ServiceJson.explanation(id, column, Explanation.of(scorecard, row, spec)));
    }

    private void explain(String id, String measure, String execution, HttpServletResponse response) throws IOException, Problem {
        ParentRow row = new ParentRow();
        if (!scorecard.read(scorecard.find(id), row)) {
            throw unknown(id);
        }
        FillRow fill = new FillRow();
        if (!Words.find(scorecard, row, execution, fill)) {
            throw Problem.notFound("order " + id + " has no execution " + execution + "; v1/order?id= lists them");
        }
        Measure asked = Words.measure(measure);
        if (asked == null) {
            throw Problem.notFound("no measure has the id " + measure + "; v1/columns lists them");
        }
        Answer.json(response, ServiceJson.explanation(id, measure, execution, Explanation.of(scorecard, row, fill, asked)));
    }

    private void leagues(String measure, String by, HttpServletResponse response) throws IOException, Problem {
        Measure compared = measure == null ? LeagueText.USUAL : Words.measure(measure);
        By grouped = by == null ? By.VENUE : By.of(by);
        if (compared == null || !League.compares(compared)) {
            throw Problem.badRequest("measure: the id of a measure that single fills or footprints have, such as " + LeagueText.USUAL.id()
                    + ", got " + measure);
        }
        if (grouped == null) {
            throw Problem.badRequest("by: one of " + By.ids() + ", got " + by);
        }
        Answer.json(response, LeagueJson.of(days.isLive() ? League.of(scorecard, compared, grouped)
                : League.ofPast(scorecard, compared, grouped)));
    }

    private static String asked(String parameter, HttpServletRequest request) throws Problem {
        String value = request.getParameter(parameter);
        if (value == null) {
            throw Problem.badRequest("query parameter " + parameter + " is missing");
        }
        return value;
    }

    private static Problem unknown(String id) {
        return Problem.notFound("no order has the id " + id);
    }
}
