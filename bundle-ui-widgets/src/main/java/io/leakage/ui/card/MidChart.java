package io.leakage.ui.card;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input;
import io.leakage.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mid while the order worked, with its children and fills. Of the mid a row knows what was asked of the market: at arrival, around
 * every fill, at the end, or while it works the newest; between them the line is straight. Its dots say where it is known.
 */
final class MidChart {
    private static final long AFTERMATH = 60_000_000_000L;

    private MidChart() {
    }

    static String of(Card card) {
        Svg svg = new Svg("mid, children and fills");
        TreeMap<Long, Double> mids = mids(card);
        if (mids.size() < 2) {
            return svg.cannotSay("no mid of the order's life is known").done();
        }
        List<FillRow> fills = card.counted();
        Moments moments = Moments.of(card.row().arrivalNanos(), mids.lastKey() - mids.firstKey());
        Axis x = Axis.exact(moments.at(mids.firstKey()), moments.at(mids.lastKey()), 6, Svg.LEFT + 6.0, Svg.RIGHT - 6.0);
        double lo = Math.min(low(mids), fills.stream().mapToDouble(fill -> Card.currency(fill.price())).min().orElse(Double.MAX_VALUE));
        double hi = Math.max(high(mids), fills.stream().mapToDouble(fill -> Card.currency(fill.price())).max().orElse(0));
        Axis y = Axis.round(lo, Math.max(hi, lo + 1e-4), 5, Svg.BOTTOM - 16.0, Svg.TOP);
        svg.vertical(y, "price").horizontal(x, moments.unit());
        children(card, svg, x, moments);
        arrival(card, svg, x, moments);
        List<double[]> points = new ArrayList<>();
        mids.forEach((nanos, mid) -> points.add(new double[] {x.at(moments.at(nanos)), y.at(mid)}));
        svg.path(points, "series mid");
        if (points.size() <= 150) {
            mids.forEach((nanos, mid) -> svg.dot(x.at(moments.at(nanos)), y.at(mid), 1.6, "known", mid + ", " + Words.time(nanos)));
        }
        for (FillRow fill : fills) {
            svg.dot(x.at(moments.at(fill.nanos())), y.at(Card.currency(fill.price())), 3.4, fill.liquidity() == 1 ? "fill passive" : "fill",
                    Words.execution(card.scorecard(), fill) + ": " + fill.quantity() + " @ " + Words.price(fill.price()) + ", "
                            + Words.time(fill.nanos()));
        }
        return svg.legend("series mid", "mid where known", "dot fill", "fill", "dot fill passive", "fill that added liquidity",
                "child", "child sent").done();
    }

    /** The mids that the rows hold, by time, from just before the arrival to a while after the last fill or the end; to now while it works. */
    private static TreeMap<Long, Double> mids(Card card) {
        TreeMap<Long, Double> mids = new TreeMap<>();
        long from = card.row().arrivalNanos();
        long end = card.row().endNanos();
        long last = Math.max(end, card.row().lastFillNanos());
        long until = end == Absent.LONG ? Math.max(last, card.row().asOfNanos()) : last + Math.min(AFTERMATH, Math.max((last - from) / 4, 1));
        put(mids, from, card.row().arrivalMid());
        put(mids, end == Absent.LONG ? card.row().asOfNanos() : end, card.row().input(end == Absent.LONG ? Input.MID_NOW : Input.MID_END));
        for (FillRow fill : card.counted()) {
            for (int i = 0; i < Horizon.count(); i++) {
                Horizon horizon = Horizon.at(i);
                long at = fill.nanos() + (horizon == Horizon.TOUCH ? -1 : horizon.nanos());
                if (at >= from && at <= until && fill.midTwice(horizon) != Absent.LONG) {
                    put(mids, at, Card.mid(fill.midTwice(horizon)));
                }
            }
        }
        return mids;
    }

    private static void put(Map<Long, Double> mids, long nanos, double mid) {
        if (nanos != Absent.LONG && Double.isFinite(mid)) {
            mids.put(nanos, mid);
        }
    }

    private static double low(TreeMap<Long, Double> mids) {
        return mids.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double high(TreeMap<Long, Double> mids) {
        return mids.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static void children(Card card, Svg svg, Axis x, Moments moments) {
        for (ChildRow child : card.children()) {
            double at = child.sentNanos() == Absent.LONG ? Double.NaN : moments.at(child.sentNanos());
            if (at >= x.lo() && at <= x.hi()) {
                svg.line(x.at(at), Svg.BOTTOM - 9.0, x.at(at), Svg.BOTTOM, "child");
            }
        }
    }

    private static void arrival(Card card, Svg svg, Axis x, Moments moments) {
        double at = x.at(moments.at(card.row().arrivalNanos()));
        svg.line(at, Svg.TOP, at, Svg.BOTTOM, "moment");
        if (card.row().endNanos() != Absent.LONG && moments.at(card.row().endNanos()) <= x.hi()) {
            double end = x.at(moments.at(card.row().endNanos()));
            svg.line(end, Svg.TOP, end, Svg.BOTTOM, "moment").words(end + 4, Svg.TOP - 4.0, "end mark", "end");
        }
        svg.words(at - 3, Svg.TOP - 4.0, "start mark", "arrival");
    }
}
