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

    /** @param remark stands at the page's end, empty for none */
    void write(String id, String base, String remark, HttpServletResponse response) throws IOException, Problem {
        if (id == null) {
            throw Problem.badRequest("query parameter id is missing");
        }
        String page = ScorecardPage.linked(scorecard, base).of(scorecard.find(id), remark);
        if (page == null) {
            throw Problem.notFound("no order has the id " + id);
        }
        Answer.body(response, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }
}
