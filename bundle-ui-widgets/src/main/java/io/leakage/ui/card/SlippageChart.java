package io.leakage.ui.card;

import io.leakage.api.score.FillRow;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Measure;
import io.leakage.ui.text.Reasons;
import io.leakage.ui.text.ScorecardText;
import io.leakage.ui.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Slippage over time: each fill against the mid at arrival, and the quantity-weighted average of all up to it. */
final class SlippageChart {
    private static final double SMALLEST = 2;
    private static final double LARGEST = 6;

    private SlippageChart() {
    }

    static String of(Card card) {
        Svg svg = new Svg("slippage over time");
        List<FillRow> fills = card.counted().stream().filter(fill -> Double.isFinite(slippage(fill, card))).toList();
        if (fills.isEmpty()) {
            String why = Reasons.of(card.row().flags(Measure.ARRIVAL_SLIPPAGE));
            return svg.cannotSay(why.isEmpty() ? "no fill has a slippage" : why).done();
        }
        long last = fills.get(fills.size() - 1).nanos();
        long arrival = card.row().arrivalNanos();
        Moments moments = Moments.of(arrival, last - arrival);
        double first = Math.min(0, moments.at(fills.get(0).nanos()));
        Axis x = Axis.exact(first, Math.max(moments.at(last), 1e-3), 6, Svg.LEFT + 6.0, Svg.RIGHT - 6.0);
        double lo = Math.min(0, fills.stream().mapToDouble(fill -> slippage(fill, card)).min().orElse(0));
        double hi = Math.max(0, fills.stream().mapToDouble(fill -> slippage(fill, card)).max().orElse(0));
        Axis y = Axis.round(lo, Math.max(hi, lo + 0.1), 5, Svg.BOTTOM, Svg.TOP);
        svg.vertical(y, "bps").horizontal(x, moments.unit());
        dots(fills, card, svg, x, y, moments);
        svg.path(average(fills, card, x, y, moments), "series average");
        return svg.legend("dot fill", "each fill, by size", "series average", "average so far").done();
    }

    private static double slippage(FillRow fill, Card card) {
        return Formula.of(Measure.ARRIVAL_SLIPPAGE).value(fill, card.row());
    }

    private static void dots(List<FillRow> fills, Card card, Svg svg, Axis x, Axis y, Moments moments) {
        long largest = fills.stream().mapToLong(FillRow::quantity).max().orElse(1);
        for (FillRow fill : fills) {
            double radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((double) fill.quantity() / largest);
            svg.dot(x.at(moments.at(fill.nanos())), y.at(slippage(fill, card)), radius, "fill", fill.quantity() + " @ "
                    + Words.price(fill.price()) + ", " + ScorecardText.fixed(slippage(fill, card), 4) + " bps, " + Words.time(fill.nanos()));
        }
    }

    /** A staircase: the average holds until the next fill. */
    private static List<double[]> average(List<FillRow> fills, Card card, Axis x, Axis y, Moments moments) {
        List<double[]> points = new ArrayList<>();
        double sum = 0;
        double quantity = 0;
        for (FillRow fill : fills) {
            double at = x.at(moments.at(fill.nanos()));
            if (quantity > 0) {
                points.add(new double[] {at, y.at(sum / quantity)});
            }
            sum += slippage(fill, card) * fill.quantity();
            quantity += fill.quantity();
            points.add(new double[] {at, y.at(sum / quantity)});
        }
        points.add(new double[] {Svg.RIGHT, y.at(sum / quantity)});
        return points;
    }
}
