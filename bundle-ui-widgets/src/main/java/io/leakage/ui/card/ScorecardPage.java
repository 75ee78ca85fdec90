package io.leakage.ui.card;

import io.leakage.api.event.Absent;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.EvidenceText;
import io.leakage.ui.text.Quality;
import io.leakage.ui.text.Reasons;
import io.leakage.ui.text.ScorecardReport;
import io.leakage.ui.text.ScorecardText;
import io.leakage.ui.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A parent's scorecard as one HTML page, for the screen and for A4. Every number has its unit, its interval where it is one, its status;
 * one that is not there is hatched and says why. Any thread; every card is read anew at each call.
 */
public final class ScorecardPage {
    private final Scorecard scorecard;
    private final String style;

    private ScorecardPage(Scorecard scorecard, String style) {
        this.scorecard = scorecard;
        this.style = style;
    }

    /** {@return pages that hold their style: a file that needs nothing beside it} */
    public static ScorecardPage alone(Scorecard scorecard) {
        return new ScorecardPage(scorecard, "<style>\n" + new String(styleSheet(), StandardCharsets.UTF_8) + "</style>\n");
    }

    /** {@return pages that name {@code card.css} and {@code icon.svg} below a base, for a server whose policy forbids styles in a page} */
    public static ScorecardPage linked(Scorecard scorecard, String base) {
        return new ScorecardPage(scorecard, "<link rel=\"icon\" href=\"" + Html.escaped(base) + "icon.svg\" type=\"image/svg+xml\">\n"
                + "<link rel=\"stylesheet\" href=\"" + Html.escaped(base) + "card.css\">\n");
    }

    /** {@return the style sheet} */
    public static byte[] styleSheet() {
        try (InputStream bytes = ScorecardPage.class.getResourceAsStream("card.css")) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("card.css of this bundle", e);
        }
    }

    /** {@return the page, null when there is no such parent} */
    public String of(int parent) {
        return of(parent, "");
    }

    /** {@return the page with a remark at its end, null when there is no such parent} */
    public String of(int parent, String remark) {
        Card card = Card.of(scorecard, parent);
        if (card == null) {
            return null;
        }
        StringBuilder html = new StringBuilder(65_536);
        String name = name(NameKind.ORDER, card.row().order());
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>Scorecard of ").append(name).append("</title>\n")
                .append(style).append("</head>\n<body>\n")
                .append("<svg class=\"definitions\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><pattern id=\"hatch\" width=\"6\" ")
                .append("height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" ")
                .append("class=\"hatch-ground\"/><rect width=\"2\" height=\"6\" class=\"hatch-line\"/></pattern></defs></svg>\n");
        header(card, html);
        MeasureTables.headlines(card.row(), html);
        charts(card, html);
        MeasureTables.all(card.row(), html);
        OrderTables tables = new OrderTables(card, html);
        tables.children();
        tables.fills();
        footer(card.row(), remark, html);
        return html.append("</body>\n</html>\n").toString();
    }

    private void header(Card card, StringBuilder html) {
        ParentRow row = card.row();
        String quantity = row.quantity() == Absent.LONG ? "unknown quantity" : Html.whole(row.quantity());
        html.append("<header>\n<h1>").append(name(NameKind.ORDER, row.order())).append(" <span class=\"standing\">")
                .append(ScorecardReport.standing(row)).append("</span></h1>\n<p class=\"what\"><b>").append(row.side()).append(' ')
                .append(quantity).append(' ').append(name(NameKind.INSTRUMENT, row.instrument())).append("</b>, ")
                .append(Html.whole(row.executed())).append(" executed at ").append(ScorecardText.fixed(row.averagePrice(), 4)).append(", ")
                .append(Html.shown(Words.state(row.state()))).append(", desk ").append(Html.escaped(Words.desk(scorecard, row.desk())))
                .append("</p>\n<dl class=\"facts\">");
        fact("Arrival (UTC)", Html.moment(row.arrivalNanos()) + " at " + ScorecardText.fixed(row.arrivalMid(), 4), html);
        fact("First fill", Html.shown(Html.timeOfDay(row.firstFillNanos())), html);
        fact("Last fill", Html.shown(Html.timeOfDay(row.lastFillNanos())), html);
        fact("End", Html.shown(Html.timeOfDay(row.endNanos())), html);
        fact("Children, fills", Html.whole(row.children()) + ", " + Html.whole(row.fills()), html);
        fact("Grade", "<span class=\"grade grade-" + row.grade() + "\"></span>" + row.grade().name().toLowerCase(Locale.ROOT)
                .replace('_', ' '), html);
        Quality quality = Quality.of(row);
        fact("Quality", "<span class=\"" + quality.status() + "\">" + quality.status() + "</span>", html);
        html.append("</dl>\n");
        String reasons = Reasons.of(quality.flags());
        html.append(reasons.isEmpty() ? "" : "<p class=\"remarks\">" + Html.escaped(reasons) + "</p>\n").append("</header>\n");
    }

    private static void fact(String name, String html, StringBuilder into) {
        into.append("<div><dt>").append(name).append("</dt><dd>").append(html).append("</dd></div>");
    }

    private static void charts(Card card, StringBuilder html) {
        html.append("<section class=\"charts\">\n");
        figure("Slippage over time", "against the mid at arrival, positive is a cost", SlippageChart.of(card), html);
        figure("Mid, children and fills", "straight between known moments", MidChart.of(card), html);
        figure("Markouts", "the mid around the fills, positive: up for a buy, down for a sell", MarkoutChart.of(card), html);
        figure("Evidence", EvidenceText.oneIn(card.row()) + "; how the mid moved against the order", EvidenceChart.of(card), html);
        String note = WaterfallChart.note(card);
        figure("Implementation shortfall", "from its parts to the total, positive is a cost" + (note.isEmpty() ? "" : "; " + note),
                WaterfallChart.of(card), html);
        html.append("</section>\n");
    }

    private static void figure(String title, String said, String svg, StringBuilder html) {
        html.append("<figure><figcaption><b>").append(title).append("</b> ").append(Html.escaped(said)).append("</figcaption>\n").append(svg)
                .append("</figure>\n");
    }

    private void footer(ParentRow row, String remark, StringBuilder html) {
        html.append("<footer><p>Market data up to ").append(Html.moment(row.asOfNanos()));
        if (row.marketSequence() != Absent.LONG) {
            html.append(", message ").append(row.marketSequence());
        }
        html.append("; order event ").append(row.orderSequence()).append("; version ").append(row.version()).append("; ");
        html.append(row.clockState() == null ? "no clock told" : "clock " + row.clockState() + (row.clockUncertainty() == Absent.LONG
                ? ", unbounded" : ", within " + row.clockUncertainty() + " ns"));
        html.append("; ").append(row.undecidable()).append(" of ").append(row.questions()).append(" order times too coarse to decide. ")
                .append("Every number is exact where no interval stands beside it; hatched: cannot say. Leakage Scorecard")
                .append(remark.isEmpty() ? "" : ", " + Html.escaped(remark)).append(".</p></footer>\n");
    }

    private String name(NameKind kind, int name) {
        return Html.shown(Words.name(scorecard, kind, name));
    }
}
