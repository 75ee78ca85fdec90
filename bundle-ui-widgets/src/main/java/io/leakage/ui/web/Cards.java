package io.leakage.ui.web;

import io.leakage.api.score.Scorecard;
import io.leakage.ui.card.ScorecardPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The scorecards of single orders as pages to print. */
final class Cards {
    private final Scorecard scorecard;

    Cards(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    void write(String id, String base, HttpServletResponse response) throws IOException, Problem {
        if (id == null) {
            throw Problem.badRequest("query parameter id is missing");
        }
        String page = ScorecardPage.linked(scorecard, base).of(scorecard.find(id));
        if (page == null) {
            throw Problem.notFound("no order has the id " + id);
        }
        Answer.body(response, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }
}
