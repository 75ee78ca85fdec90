package io.leakage.ui.card;

import java.util.List;
import java.util.Locale;

/** A drawing of {@value #WIDTH} by {@value #HEIGHT}, written element by element; what it looks like is the style sheet's. One thread. */
final class Svg {
    static final int WIDTH = 560;
    static final int HEIGHT = 290;
    /** Where charts are drawn; around it stand marks and words. */
    static final int LEFT = 62;
    static final int RIGHT = WIDTH - 16;
    static final double MIDDLE = (LEFT + RIGHT) / 2.0;
    static final int TOP = 44;
    static final int BOTTOM = HEIGHT - 46;

    private static final int MOST_WORDS = 76;

    private final StringBuilder text = new StringBuilder(4_096);

    /** @param label what it shows, for who cannot see it */
    Svg(String label) {
        text.append("<svg class=\"chart\" viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT)
                .append("\" role=\"img\" aria-label=\"").append(Html.escaped(label)).append("\">\n");
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        text.append("<line x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1)).append("\" x2=\"").append(n(x2)).append("\" y2=\"")
                .append(n(y2)).append("\" class=\"").append(style).append("\"/>\n");
        return this;
    }

    /** A line through points, of x and y in turn; nothing without two. */
    Svg path(List<double[]> points, String style) {
        if (points.size() < 2) {
            return this;
        }
        text.append("<polyline class=\"").append(style).append("\" points=\"");
        points.forEach(point -> text.append(n(point[0])).append(',').append(n(point[1])).append(' '));
        text.append("\"/>\n");
        return this;
    }

    Svg dot(double x, double y, double radius, String style, String tooltip) {
        text.append("<circle cx=\"").append(n(x)).append("\" cy=\"").append(n(y)).append("\" r=\"").append(n(radius)).append("\" class=\"")
                .append(style).append("\"><title>").append(Html.escaped(tooltip)).append("</title></circle>\n");
        return this;
    }

    Svg box(double x, double y, double width, double height, String style, String tooltip) {
        text.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" width=\"").append(n(width)).append("\" height=\"")
                .append(n(height)).append("\" class=\"").append(style).append("\"><title>").append(Html.escaped(tooltip))
                .append("</title></rect>\n");
        return this;
    }

    /** Words; {@code style} says {@code start}, {@code middle} or {@code end} and how they look. */
    Svg words(double x, double y, String style, String words) {
        text.append("<text x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" class=\"").append(style).append("\">")
                .append(Html.escaped(words)).append("</text>\n");
        return this;
    }

    /** The frame: marks of the vertical axis with lines across, and what it counts. */
    Svg vertical(Axis axis, String unit) {
        for (double mark : axis.marks()) {
            line(LEFT, axis.at(mark), RIGHT, axis.at(mark), mark == 0 ? "zero" : "grid");
            words(LEFT - 7, axis.at(mark) + 4, "end mark", axis.text(mark));
        }
        return words(LEFT - 7, TOP - 12, "end unit", unit);
    }

    /** Marks of the horizontal axis, and what it counts. */
    Svg horizontal(Axis axis, String unit) {
        line(LEFT, BOTTOM, RIGHT, BOTTOM, "base");
        for (double mark : axis.marks()) {
            line(axis.at(mark), BOTTOM, axis.at(mark), BOTTOM + 4, "base");
            words(axis.at(mark), BOTTOM + 17, "middle mark", axis.text(mark));
        }
        return words(MIDDLE, HEIGHT - 8, "middle unit", unit);
    }

    /** Instead of a chart: hatched, and why there is none. */
    Svg cannotSay(String why) {
        box(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, "hatched", why);
        words(MIDDLE, HEIGHT / 2.0 - 6, "middle said", "cannot say");
        return words(MIDDLE, HEIGHT / 2.0 + 14, "middle why", why.length() > MOST_WORDS ? why.substring(0, MOST_WORDS - 1) + "…" : why);
    }

    /** A line of samples and what they stand for, above the chart; {@code entries} are style and words in turn. */
    Svg legend(String... entries) {
        double x = LEFT;
        for (int i = 0; i < entries.length; i += 2) {
            if (entries[i].startsWith("dot")) {
                dot(x + 6, TOP - 28, 4, entries[i].substring("dot ".length()), entries[i + 1]);
            } else if (entries[i].startsWith("box")) {
                box(x, TOP - 33, 12, 10, entries[i].substring("box ".length()), entries[i + 1]);
            } else {
                line(x, TOP - 28, x + 14, TOP - 28, entries[i]);
            }
            words(x + 19, TOP - 24, "start mark", entries[i + 1]);
            x += 36 + entries[i + 1].length() * 6.1;
        }
        return this;
    }

    /** {@return the element} */
    String done() {
        return text + "</svg>\n";
    }

    private static String n(double value) {
        String fixed = String.format(Locale.ROOT, "%.1f", value);
        return fixed.endsWith(".0") ? fixed.substring(0, fixed.length() - 2) : fixed;
    }
}
