package io.leakage.ui.league;

import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.FillScore;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Sign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A league table of one measure.
 *
 * @param measure   what is compared, of single fills or of single footprints
 * @param by        what they are grouped by
 * @param standings the groups, the worst first by their shrunken means; those of too few footprints behind them, those without
 *                  a number last
 * @param fills     fills or footprints with a valid number
 * @param centre    the mean the groups are pulled towards, NaN when nothing can be said
 * @param between   standard deviation of the groups' true means, NaN when nothing can be said
 * @param within    standard deviation of fills or footprints within their groups, NaN when nothing can be said
 */
public record League(Measure measure, By by, List<Standing> standings, int fills, double centre, double between, double within) {
    /**
     * Computes a league from every parent that a list shows. Reads every fill: for a person who asks, not for a tick. A mean over
     * footprints is compared by the footprints that evidence cards tell.
     *
     * @throws IllegalArgumentException for a measure that has no meaning for one fill or footprint
     */
    public static League of(Scorecard scorecard, Measure measure, By by) {
        return of(scorecard, measure, by, Footprints.LIVE_ORDERS);
    }

    /** The same of past days, whose footprints are there without a question: those of every order count. */
    public static League ofPast(Scorecard scorecard, Measure measure, By by) {
        return of(scorecard, measure, by, Integer.MAX_VALUE);
    }

    private static League of(Scorecard scorecard, Measure measure, By by, int most) {
        if (!compares(measure)) {
            throw new IllegalArgumentException(measure.id() + " is of an order, it has no meaning for one fill");
        }
        if (Footprints.has(measure)) {
            return standings(measure, by, new Footprints(scorecard, measure, by, most).groups(), Footprints.LEAST);
        }
        Map<String, Group> groups = new TreeMap<>();
        ParentRow parent = new ParentRow();
        for (int i = 0; i < scorecard.parents(); i++) {
            if (scorecard.read(i, parent) && !Flag.RELINKED.in(parent.flags())) {
                collect(scorecard, parent, measure, by, groups);
            }
        }
        return standings(measure, by, groups, 1);
    }

    /** {@return whether single fills or footprints have a measure, so that there is a league of it} */
    public static boolean compares(Measure measure) {
        return Formula.of(measure).isOfFill() || isOfFootprints(measure);
    }

    /** {@return whether a measure is a mean over footprints} */
    public static boolean isOfFootprints(Measure measure) {
        return Footprints.has(measure);
    }

    /** {@return how many footprints a group must have to be ranked} */
    public static int leastFootprints() {
        return Footprints.LEAST;
    }

    private static void collect(Scorecard scorecard, ParentRow parent, Measure measure, By by, Map<String, Group> groups) {
        FillRow fill = new FillRow();
        ChildRow child = new ChildRow();
        for (int i = 0; i < parent.fills() && scorecard.readFill(parent.number(), i, fill); i++) {
            if (fill.quantity() > 0) {
                boolean known = fill.child() >= 0 && scorecard.readChild(parent.number(), fill.child(), child);
                String name = by.group(scorecard, parent, known ? child : null, fill);
                groups.computeIfAbsent(name, Group::new).add(FillScore.of(measure, fill, parent), fill.quantity());
            }
        }
    }

    private static League standings(Measure measure, By by, Map<String, Group> groups, int least) {
        List<Group> told = groups.values().stream().filter(group -> group.count() > 0).toList();
        double[] all = told.stream().flatMapToDouble(group -> Arrays.stream(group.values())).sorted().toArray();
        double within = Math.sqrt(pooledVariance(told, all.length));
        Shrinkage shrinkage = within > 0 ? new Shrinkage(told.stream().mapToDouble(Group::mean).toArray(),
                told.stream().mapToDouble(group -> within * within / group.count()).toArray()) : null;
        boolean moreIsBetter = measure.sign() == Sign.GAIN;
        double limit = all.length == 0 ? Double.NaN : Group.quantile(all, moreIsBetter ? 0.1 : 0.9);
        List<Standing> standings = new ArrayList<>();
        for (Group group : groups.values()) {
            standings.add(group.standing(shrinkage, told.indexOf(group), limit, moreIsBetter));
        }
        Comparator<Standing> worstFirst = Comparator.comparingDouble(standing -> moreIsBetter ? rank(standing) : -rank(standing));
        standings.sort(Comparator.<Standing>comparingInt(standing -> standing.fills() == 0 ? 2 : standing.fills() < least ? 1 : 0)
                .thenComparing(worstFirst));
        return new League(measure, by, List.copyOf(standings), all.length, shrinkage == null ? Double.NaN : shrinkage.centre(),
                shrinkage == null ? Double.NaN : Math.sqrt(shrinkage.betweenVariance()), within);
    }

    private static double rank(Standing standing) {
        return Double.isNaN(standing.shrunken()) ? standing.mean() : standing.shrunken();
    }

    /** Σ (x − own group's mean)² / (N − k); NaN without a group of two. */
    private static double pooledVariance(List<Group> groups, int fills) {
        double squares = groups.stream().mapToDouble(Group::squares).sum();
        return fills > groups.size() ? squares / (fills - groups.size()) : Double.NaN;
    }
}
