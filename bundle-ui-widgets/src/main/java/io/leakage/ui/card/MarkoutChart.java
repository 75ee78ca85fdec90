package io.leakage.ui.card;

import io.leakage.api.score.Family;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.ui.text.Reasons;
import io.leakage.ui.text.ScorecardText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The market around the fills: a curve for each kind of markout over its horizons, equally spaced, each point with its interval. */
final class MarkoutChart {
    private static final String[] STYLES = {"first", "second", "third"};
    private static final double WHISKER = 3;

    private final ParentRow row;
    private final Svg svg = new Svg("markout curve");
    private final List<Horizon> horizons;
    private Axis y;

    private MarkoutChart(ParentRow row, List<Horizon> horizons) {
        this.row = row;
        this.horizons = horizons;
    }

    static String of(Card card) {
        Map<String, List<Measure>> curves = curves();
        List<Measure> all = curves.values().stream().flatMap(List::stream).toList();
        List<Horizon> horizons = all.stream().map(Measure::horizon).distinct().sorted().toList();
        return new MarkoutChart(card.row(), horizons).draw(curves, all);
    }

    /** The markouts by what remains of their headers without the horizon. */
    private static Map<String, List<Measure>> curves() {
        Map<String, List<Measure>> curves = new LinkedHashMap<>();
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (measure.family() == Family.MARKOUT && measure.horizon() != null) {
                String kind = measure.id().replace("_" + measure.horizon().id(), "").replace('_', ' ');
                curves.computeIfAbsent(kind, any -> new ArrayList<>()).add(measure);
            }
        }
        return curves;
    }

    private String draw(Map<String, List<Measure>> curves, List<Measure> all) {
        List<Measure> known = all.stream().filter(this::isKnown).toList();
        if (known.isEmpty()) {
            return svg.cannotSay(Reasons.of(row.flags(all.get(0)))).done();
        }
        double lo = Math.min(0, known.stream().mapToDouble(this::lo).min().orElse(0));
        double hi = Math.max(0, known.stream().mapToDouble(this::hi).max().orElse(0));
        y = Axis.round(lo, Math.max(hi, lo + 0.1), 5, Svg.BOTTOM, Svg.TOP);
        svg.vertical(y, known.get(0).unit().symbol());
        unknown(curves.values().iterator().next());
        labels();
        int place = 0;
        List<String> legend = new ArrayList<>();
        for (Map.Entry<String, List<Measure>> curve : curves.entrySet()) {
            String style = STYLES[place % STYLES.length];
            curve(curve.getValue(), style, place++ * 3 - 1.5);
            legend.addAll(List.of("series " + style, curve.getKey()));
        }
        if (known.stream().anyMatch(measure -> row.status(measure) == Status.DEGRADED)) {
            legend.addAll(List.of("dot point doubtful " + STYLES[0], "degraded"));
        }
        if (known.size() < all.size()) {
            legend.addAll(List.of("box hatched", "cannot say"));
        }
        return svg.legend(legend.toArray(String[]::new)).done();
    }

    private void labels() {
        svg.line(Svg.LEFT, Svg.BOTTOM, Svg.RIGHT, Svg.BOTTOM, "base");
        for (Horizon horizon : horizons) {
            svg.line(x(horizon), Svg.BOTTOM, x(horizon), Svg.BOTTOM + 4.0, "base");
            svg.words(x(horizon), Svg.BOTTOM + 17.0, "middle mark", words(horizon));
        }
        svg.words(Svg.MIDDLE, Svg.HEIGHT - 8.0, "middle unit", "before and after each fill, not to scale");
    }

    /** {@return a horizon in few letters: {@code −10 s}, {@code 1 min}} */
    static String words(Horizon horizon) {
        return horizon.words().replace(" after", "").replaceFirst("(.*) before", "−$1");
    }

    private void unknown(List<Measure> first) {
        for (Measure measure : first) {
            if (!isKnown(measure)) {
                svg.box(x(measure.horizon()) - 10, Svg.TOP, 20, Svg.BOTTOM - Svg.TOP, "hatched",
                        measure.header() + ": cannot say, " + Reasons.of(row.flags(measure)));
            }
        }
    }

    private void curve(List<Measure> measures, String style, double shift) {
        List<double[]> run = new ArrayList<>();
        for (Measure measure : measures) {
            if (!isKnown(measure)) {
                svg.path(run, "series " + style);
                run.clear();
                continue;
            }
            double at = x(measure.horizon()) + shift;
            run.add(new double[] {at, y.at(row.value(measure))});
            if (row.lo(measure) < row.hi(measure)) {
                svg.line(at, y.at(row.lo(measure)), at, y.at(row.hi(measure)), "whisker " + style);
                svg.line(at - WHISKER, y.at(row.lo(measure)), at + WHISKER, y.at(row.lo(measure)), "whisker " + style);
                svg.line(at - WHISKER, y.at(row.hi(measure)), at + WHISKER, y.at(row.hi(measure)), "whisker " + style);
            }
        }
        svg.path(run, "series " + style);
        measures.stream().filter(this::isKnown).forEach(measure -> svg.dot(x(measure.horizon()) + shift, y.at(row.value(measure)), 3,
                row.status(measure) == Status.VALID ? "point " + style : "point doubtful " + style,
                measure.header() + ": " + ScorecardText.score(row, measure)));
    }

    private double x(Horizon horizon) {
        double step = (Svg.RIGHT - Svg.LEFT) / (double) horizons.size();
        return Svg.LEFT + step * (horizons.indexOf(horizon) + 0.5);
    }

    private boolean isKnown(Measure measure) {
        return row.status(measure) != Status.SUPPRESSED;
    }

    private double lo(Measure measure) {
        return Double.isFinite(row.lo(measure)) ? row.lo(measure) : row.value(measure);
    }

    private double hi(Measure measure) {
        return Double.isFinite(row.hi(measure)) ? row.hi(measure) : row.value(measure);
    }
}
