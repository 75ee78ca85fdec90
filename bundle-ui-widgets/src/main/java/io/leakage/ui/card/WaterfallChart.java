package io.leakage.ui.card;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.ui.text.Reasons;
import io.leakage.ui.text.ScorecardText;
import java.util.ArrayList;
import java.util.List;

/** Implementation shortfall from its first part to its total, each part beginning where the one before ended. */
final class WaterfallChart {
    private static final Measure TOTAL = Measure.IMPLEMENTATION_SHORTFALL;
    private static final String PART = "is_";
    private static final double CENT = 0.01;

    private final ParentRow row;
    private final Svg svg = new Svg("implementation shortfall by its parts");
    private final List<Measure> parts = parts();

    private WaterfallChart(ParentRow row) {
        this.row = row;
    }

    static String of(Card card) {
        return new WaterfallChart(card.row()).draw();
    }

    /** {@return which parts are not among the bars and why, and whether the others add up to the total; empty when every part is there} */
    static String note(Card card) {
        return new WaterfallChart(card.row()).note();
    }

    private String note() {
        List<Measure> missing = parts.stream().filter(part -> !isKnown(part)).toList();
        if (missing.isEmpty() || missing.size() == parts.size()) {
            return "";
        }
        StringBuilder note = new StringBuilder("not among the bars: ");
        for (Measure part : missing) {
            String why = Reasons.of(row.flags(part));
            note.append(note.charAt(note.length() - 1) == ' ' ? "" : ", ").append(name(part)).append(why.isEmpty() ? "" : " (" + why + ')');
        }
        double sum = parts.stream().filter(this::isKnown).mapToDouble(row::value).sum();
        boolean differ = isKnown(TOTAL) && Math.abs(sum - row.value(TOTAL)) >= CENT / 2;
        return note.append(differ ? "; the others do not add up to the total" : "").toString();
    }

    private static String name(Measure measure) {
        return measure == TOTAL ? "total" : measure.id().substring(PART.length());
    }

    /** The measures of money that the total is the sum of, as the catalogue calls them. */
    private static List<Measure> parts() {
        List<Measure> parts = new ArrayList<>();
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (measure.id().startsWith(PART) && measure.unit() == TOTAL.unit() && measure.family() == TOTAL.family()) {
                parts.add(measure);
            }
        }
        return parts;
    }

    private String draw() {
        double sum = 0;
        double lo = 0;
        double hi = 0;
        for (Measure part : parts) {
            sum += isKnown(part) ? row.value(part) : 0;
            lo = Math.min(lo, sum);
            hi = Math.max(hi, sum);
        }
        if (isKnown(TOTAL)) {
            lo = Math.min(lo, row.value(TOTAL));
            hi = Math.max(hi, row.value(TOTAL));
        }
        if (parts.stream().noneMatch(this::isKnown) && !isKnown(TOTAL)) {
            return svg.cannotSay(Reasons.of(row.flags(TOTAL))).done();
        }
        Axis y = Axis.round(lo, hi > lo ? hi : lo + 1, 5, Svg.BOTTOM, Svg.TOP);
        svg.vertical(y, TOTAL.unit().symbol());
        bars(y);
        return svg.legend("box bar cost", "cost", "box bar gain", "in the order's favour", "box bar total", "total", "box hatched",
                "cannot say").done();
    }

    private void bars(Axis y) {
        double from = 0;
        for (int i = 0; i < parts.size(); i++) {
            Measure part = parts.get(i);
            double to = from + (isKnown(part) ? row.value(part) : 0);
            bar(part, i, from, to, y, to >= from ? "bar cost" : "bar gain");
            svg.line(x(i) + width() / 2, y.at(to), x(i + 1) - width() / 2, y.at(to), "carry");
            from = to;
        }
        bar(TOTAL, parts.size(), 0, isKnown(TOTAL) ? row.value(TOTAL) : 0, y, "bar total");
        svg.line(Svg.LEFT, y.at(0), Svg.RIGHT, y.at(0), "zero");
    }

    private void bar(Measure measure, int place, double from, double to, Axis y, String style) {
        String tooltip = measure.header() + ": " + ScorecardText.score(row, measure);
        double left = x(place) - width() / 2;
        svg.words(x(place), Svg.BOTTOM + 18.0, "middle mark", name(measure));
        if (!isKnown(measure)) {
            svg.box(left, Svg.TOP, width(), Svg.BOTTOM - Svg.TOP, "hatched", tooltip);
            return;
        }
        double top = Math.min(y.at(from), y.at(to));
        svg.box(left, top, width(), Math.max(1, Math.abs(y.at(from) - y.at(to))), row.status(measure) == Status.VALID ? style
                : style + " doubtful", tooltip);
        svg.words(x(place), Svg.BOTTOM + 34.0, "middle value", ScorecardText.fixed(row.value(measure), measure.unit().decimals()));
    }

    private double x(int place) {
        return Svg.LEFT + (Svg.RIGHT - Svg.LEFT) * (place + 0.5) / (parts.size() + 1);
    }

    private double width() {
        return 0.62 * (Svg.RIGHT - Svg.LEFT) / (parts.size() + 1);
    }

    private boolean isKnown(Measure measure) {
        return row.status(measure) != Status.SUPPRESSED;
    }
}
