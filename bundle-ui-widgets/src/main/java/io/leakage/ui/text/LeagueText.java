package io.leakage.ui.text;

import io.leakage.api.score.Measure;
import io.leakage.ui.league.League;
import io.leakage.ui.league.Standing;
import java.util.ArrayList;
import java.util.List;

/** League tables for a terminal. */
public final class LeagueText {
    /** What is compared when nobody says what. */
    public static final Measure USUAL = Measure.MARKOUT_1S;

    private static final int LAST_DECILE = 8;

    private LeagueText() {
    }

    /** {@return a heading, what the table holds, a line a group with the worst first} */
    public static String of(League league) {
        Measure measure = league.measure();
        StringBuilder text = new StringBuilder(2_048);
        text.append(measure.header()).append(" in ").append(measure.unit().symbol()).append(" by ").append(league.by().id()).append(": ")
                .append(measure.meaning()).append(", ").append(measure.sign().words()).append("; ").append(league.fills()).append(' ')
                .append(counted(league)).append('\n');
        if (league.standings().isEmpty()) {
            return text.append(League.isOfFootprints(measure) ? "no footprint yet" : "no fill yet").toString();
        }
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {league.by().id(), "> " + counted(league), "> shares", "> shrunken", "95 % interval", "> mean", "> median",
            "> 1st decile", "> 9th decile", "> worst tenth", "> censored", "> waiting", "> left out"});
        league.standings().forEach(standing -> lines.add(line(standing, measure)));
        Table.write(lines, text);
        text.append(remark(league));
        return text.toString();
    }

    private static String counted(League league) {
        return League.isOfFootprints(league.measure()) ? "footprints" : "fills";
    }

    private static String remark(League league) {
        if (Double.isNaN(league.centre())) {
            return "no group has two " + counted(league) + " that differ: nothing can be said of what they would be another day";
        }
        boolean pulled = league.standings().stream().anyMatch(standing -> standing.pull() > 0);
        return counted(league) + " differ by " + fixed(league.within(), league.measure()) + " within a group, groups by "
                + fixed(league.between(), league.measure()) + " (standard deviations)\nshrunken: " + (pulled ? "each mean pulled towards "
                + fixed(league.centre(), league.measure()) + " by what its " + counted(league) + " leave open"
                : "nothing, below four groups with " + counted(league)) + "; worst tenth: share of its " + counted(league)
                + " among the worst tenth of all" + (League.isOfFootprints(league.measure()) ? "\ngroups below " + League.leastFootprints()
                + " footprints stand behind the others; of each order its newest footprints" : "");
    }

    private static String[] line(Standing standing, Measure measure) {
        boolean pulled = !Double.isNaN(standing.shrunken());
        return new String[] {standing.group(), "> " + standing.fills(), "> " + standing.quantity(),
            "> " + fixed(standing.shrunken(), measure),
            pulled ? "[" + fixed(standing.lo(), measure) + ", " + fixed(standing.hi(), measure) + "]" : "cannot say",
            "> " + fixed(standing.mean(), measure), "> " + fixed(standing.median(), measure), "> " + fixed(standing.deciles()[0], measure),
            "> " + fixed(standing.deciles()[LAST_DECILE], measure), "> " + share(standing.worst()), "> " + standing.censored(),
            "> " + standing.waiting(), "> " + standing.leftOut()};
    }

    private static String share(double share) {
        return ScorecardText.fixed(100 * share, 1) + (Double.isNaN(share) ? "" : " %");
    }

    private static String fixed(double value, Measure measure) {
        return ScorecardText.fixed(value, measure.unit().decimals());
    }
}
