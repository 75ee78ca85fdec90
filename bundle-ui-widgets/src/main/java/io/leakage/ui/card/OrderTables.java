package io.leakage.ui.card;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.FillScore;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Status;
import io.leakage.ui.text.Reasons;
import io.leakage.ui.text.ScorecardReport;
import io.leakage.ui.text.ScorecardText;
import io.leakage.ui.text.Words;
import java.util.List;
import java.util.stream.Stream;

/** The children and the fills of an order as tables. One page, one use. */
final class OrderTables {
    private static final int MOST_FILLS = 1_000;
    private static final List<String> FIRST = List.of("Time (UTC)", "Execution", "#Qty", "#Price", "Liquidity", "Venue", "#Slip");

    private final Card card;
    private final StringBuilder html;

    OrderTables(Card card, StringBuilder html) {
        this.card = card;
        this.html = html;
    }

    void children() {
        html.append("<section>\n<h2>Children (").append(card.children().size()).append(")</h2>\n");
        if (!card.children().isEmpty()) {
            head("Order", "#Quantity", "#Limit", "#Executed", "#Average", "State", "Sent (UTC)", "Venue", "Strategy", "Remarks");
            for (ChildRow child : card.children()) {
                html.append("<tr>");
                cell(Words.name(card.scorecard(), NameKind.ORDER, child.order()));
                number(child.quantity() == Absent.LONG ? null : Html.whole(child.quantity()));
                number(Words.price(child.price()));
                number(Html.whole(child.executed()));
                number(ScorecardText.fixed(child.averagePrice(), 4));
                cell(Words.state(child.state()));
                cell(Html.timeOfDay(child.sentNanos()));
                cell(Words.name(card.scorecard(), NameKind.TEXT, child.venue()));
                cell(card.scorecard().strategy(child.broker(), child.strategy()));
                cell(Reasons.of(child.flags()));
                html.append("</tr>\n");
            }
            html.append("</tbody></table></div>\n");
        }
        html.append("</section>\n");
    }

    void fills() {
        html.append("<section>\n<h2>Fills (").append(card.fills().size()).append(")</h2>\n");
        if (!card.fills().isEmpty()) {
            List<Measure> markouts = ScorecardReport.markouts();
            html.append("<p class=\"said\">Slippage and the mid around each fill against its price, in bps; grey is degraded.</p>\n");
            head(heads(markouts));
            for (FillRow fill : card.fills().subList(0, Math.min(MOST_FILLS, card.fills().size()))) {
                fill(fill, markouts);
            }
            html.append("</tbody></table></div>\n");
        }
        if (card.fills().size() > MOST_FILLS) {
            html.append("<p class=\"said\">and ").append(card.fills().size() - MOST_FILLS)
                    .append(" more: JSON and CSV have them all</p>\n");
        }
        html.append("</section>\n");
    }

    private static String[] heads(List<Measure> markouts) {
        Stream<String> later = markouts.stream().map(measure -> "#" + MarkoutChart.words(measure.horizon()));
        return Stream.concat(FIRST.stream(), later).toArray(String[]::new);
    }

    private void fill(FillRow fill, List<Measure> markouts) {
        html.append("<tr>");
        cell(Html.timeOfDay(fill.nanos()));
        cell(Words.execution(card.scorecard(), fill));
        number(Html.whole(fill.quantity()));
        number(Words.price(fill.price()));
        cell(Words.liquidity(fill.liquidity()));
        cell(Words.name(card.scorecard(), NameKind.TEXT, fill.venue()));
        score(FillScore.of(Measure.ARRIVAL_SLIPPAGE, fill, card.row()), Measure.ARRIVAL_SLIPPAGE);
        markouts.forEach(measure -> score(FillScore.of(measure, fill, card.row()), measure));
        html.append("</tr>\n");
    }

    private void score(FillScore score, Measure measure) {
        String why = Reasons.of(score.flags());
        if (score.status() == Status.SUPPRESSED) {
            html.append("<td class=\"number none\" title=\"").append(Html.escaped("cannot say: " + why)).append("\">–</td>");
            return;
        }
        boolean known = !Double.isNaN(score.lo());
        boolean point = score.lo() == score.hi() || !known;
        String interval = point ? known ? "exact" : "interval unknown" : ScorecardText.fixed(score.lo(), 2) + " … "
                + ScorecardText.fixed(score.hi(), 2);
        String said = measure.unit().symbol() + ", " + score.status() + ", " + interval + (why.isEmpty() ? "" : ": " + why);
        html.append("<td class=\"number ").append(score.status()).append("\" title=\"").append(Html.escaped(said)).append("\">")
                .append(ScorecardText.fixed(score.value(), 2)).append(point ? "" : "<small> " + interval + "</small>").append("</td>");
    }

    private void head(String... heads) {
        html.append("<div class=\"wide\"><table class=\"list\"><thead><tr>");
        for (String head : heads) {
            boolean number = head.startsWith("#");
            html.append(number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">").append(number ? head.substring(1) : head)
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
    }

    private void cell(String text) {
        html.append("<td>").append(Html.shown(text)).append("</td>");
    }

    private void number(String text) {
        html.append("<td class=\"number\">").append(Html.shown(text)).append("</td>");
    }
}
