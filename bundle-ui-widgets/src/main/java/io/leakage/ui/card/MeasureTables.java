package io.leakage.ui.card;

import io.leakage.api.score.Family;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.ui.text.Explanation;
import io.leakage.ui.text.Reasons;

/** The measures of an order: the headlines as tiles, all of them as tables by family. */
final class MeasureTables {
    private MeasureTables() {
    }

    static void headlines(ParentRow row, StringBuilder html) {
        html.append("<section class=\"tiles\">\n");
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (measure.isHeadline()) {
                boolean known = row.status(measure) != Status.SUPPRESSED;
                html.append("<div class=\"tile ").append(row.status(measure)).append("\" title=\"").append(Html.escaped(measure.meaning()))
                        .append("\"><h3>").append(Html.escaped(measure.header())).append("</h3>");
                if (known) {
                    html.append("<p class=\"value\">").append(Html.fixed(row.value(measure), measure)).append(" <small>")
                            .append(measure.unit().symbol()).append("</small></p><p class=\"interval\">").append(interval(row, measure))
                            .append("</p>");
                } else {
                    html.append("<p class=\"value\">cannot say</p><p class=\"interval\">").append(reasons(row, measure)).append("</p>");
                }
                html.append("</div>\n");
            }
        }
        html.append("</section>\n");
    }

    static void all(ParentRow row, StringBuilder html) {
        html.append("<section class=\"measures\">\n<h2>Measures</h2>\n<div class=\"columns\">\n");
        Family family = null;
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (measure.family() != family) {
                html.append(family == null ? "" : "</tbody></table>\n");
                family = measure.family();
                html.append("<table><caption>").append(family.words()).append("</caption><tbody>\n");
            }
            measure(row, measure, html);
        }
        html.append("</tbody></table>\n</div>\n</section>\n");
    }

    private static void measure(ParentRow row, Measure measure, StringBuilder html) {
        boolean known = row.status(measure) != Status.SUPPRESSED;
        html.append("<tr class=\"").append(row.status(measure)).append("\"><th scope=\"row\" title=\"")
                .append(Html.escaped(measure.meaning() + ": " + Explanation.formula(measure))).append("\">")
                .append(Html.escaped(measure.header())).append("</th>");
        if (known) {
            String why = reasons(row, measure);
            html.append("<td class=\"number\">").append(Html.fixed(row.value(measure), measure)).append(" <small>")
                    .append(measure.unit().symbol()).append("</small></td><td class=\"why\">").append(interval(row, measure))
                    .append(why.isEmpty() ? "" : "; ").append(why);
        } else {
            html.append("<td class=\"number\"><span class=\"none\">cannot say</span> <small>").append(measure.unit().symbol())
                    .append("</small></td><td class=\"why\">").append(reasons(row, measure));
        }
        html.append("</td></tr>\n");
    }

    /** Interval and status: {@code exact, VALID}. */
    private static String interval(ParentRow row, Measure measure) {
        String interval = row.lo(measure) == row.hi(measure) ? "exact" : "within " + Html.fixed(row.lo(measure), measure) + " … "
                + Html.fixed(row.hi(measure), measure);
        return (Double.isNaN(row.lo(measure)) ? "interval unknown" : interval) + ", " + row.status(measure);
    }

    private static String reasons(ParentRow row, Measure measure) {
        return Html.escaped(Reasons.of(row.flags(measure)));
    }
}
