package io.leakage.ui.card;

import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.ui.text.Reasons;
import io.leakage.ui.text.ScorecardText;
import java.util.ArrayList;
import java.util.List;

/**
 * What followed the order's footprints, and what followed their placebos, by horizon. The band is where the placebos' mean may lie so that the excess is
 * within its interval, which holds at every look with 95 %: a response outside it is no chance.
 */
final class EvidenceChart {
    private static final List<Measure> LEAKS = List.of(Measure.LEAK_10MS, Measure.LEAK_100MS, Measure.LEAK_1S, Measure.LEAK_10S);

    private final ParentRow row;
    private final Svg svg = new Svg("response to footprints and to placebos");
    private final List<Measure> known;
    private Axis y;

    private EvidenceChart(ParentRow row) {
        this.row = row;
        known = LEAKS.stream().filter(measure -> row.status(measure) != Status.SUPPRESSED).toList();
    }

    static String of(Card card) {
        return new EvidenceChart(card.row()).draw();
    }

    private String draw() {
        if (known.isEmpty()) {
            return svg.cannotSay(Reasons.of(row.flags(Measure.LEAK_1S))).done();
        }
        double lo = 0;
        double hi = 0;
        for (Measure measure : known) {
            lo = Math.min(lo, Math.min(response(measure), response(measure) - far(measure, row.hi(measure))));
            hi = Math.max(hi, Math.max(response(measure), response(measure) - far(measure, row.lo(measure))));
        }
        y = Axis.round(lo, Math.max(hi, lo + 0.1), 5, Svg.BOTTOM, Svg.TOP);
        svg.vertical(y, "bps");
        labels();
        band();
        curve("second", "placebo_");
        curve("first", "response_");
        String[] legend = {"series first", "after footprints", "series second", "after placebos, with band"};
        return svg.legend(legend).done();
    }

    private void labels() {
        svg.line(Svg.LEFT, Svg.BOTTOM, Svg.RIGHT, Svg.BOTTOM, "base");
        for (Measure measure : LEAKS) {
            svg.line(x(measure), Svg.BOTTOM, x(measure), Svg.BOTTOM + 4.0, "base");
            svg.words(x(measure), Svg.BOTTOM + 17.0, "middle mark", MarkoutChart.words(measure.horizon()));
        }
        svg.words(Svg.MIDDLE, Svg.HEIGHT - 8.0, "middle unit", "after each footprint, not to scale");
    }

    private void band() {
        for (Measure measure : known) {
            if (row.lo(measure) < row.hi(measure)) {
                double top = y.at(response(measure) - row.lo(measure));
                double bottom = y.at(response(measure) - row.hi(measure));
                svg.box(x(measure) - 8, top, 16, bottom - top, "band", measure.header() + ": " + ScorecardText.score(row, measure));
            }
        }
    }

    private void curve(String style, String input) {
        List<double[]> points = new ArrayList<>();
        for (Measure measure : known) {
            points.add(new double[] {x(measure), y.at(number(measure, input))});
        }
        svg.path(points, "series " + style);
        for (Measure measure : known) {
            svg.dot(x(measure), y.at(number(measure, input)), 3, row.status(measure) == Status.VALID ? "point " + style
                    : "point doubtful " + style, ScorecardText.fixed(number(measure, input), 4) + " bps");
        }
    }

    private double response(Measure measure) {
        return number(measure, "response_");
    }

    private double number(Measure measure, String input) {
        Horizon horizon = measure.horizon();
        return row.input(Input.named(input + horizon.id()));
    }

    private double far(Measure measure, double end) {
        return Double.isFinite(end) ? end : row.value(measure);
    }

    private static double x(Measure measure) {
        double step = (Svg.RIGHT - Svg.LEFT) / (double) LEAKS.size();
        return Svg.LEFT + step * (LEAKS.indexOf(measure) + 0.5);
    }
}
