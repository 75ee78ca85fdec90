package io.leakage.ui.console;

import io.leakage.api.score.FillRow;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.league.By;
import io.leakage.ui.league.League;
import io.leakage.ui.text.CatalogueText;
import io.leakage.ui.text.DiscoveriesText;
import io.leakage.ui.text.EvidenceText;
import io.leakage.ui.text.Explanation;
import io.leakage.ui.text.LeagueText;
import io.leakage.ui.text.ScorecardReport;
import io.leakage.ui.text.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code leakage:measures}, {@code leakage:explain}, {@code leakage:scorecard}, {@code leakage:evidence}, {@code leakage:leagues} and
 * {@code leakage:discoveries} in the
 * Gogo shell. Any thread may call.
 */
@Component(service = ScorecardCommandsComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=measures",
    "osgi.command.function=explain", "osgi.command.function=scorecard", "osgi.command.function=evidence",
    "osgi.command.function=leagues", "osgi.command.function=discoveries"})
public final class ScorecardCommandsComponent {
    private final Scorecard scorecard;

    /** For the framework. */
    @Activate
    public ScorecardCommandsComponent(@Reference Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /** {@return the catalogue: id, unit, sign, since, meaning and formula of every measure} */
    public String measures() {
        return CatalogueText.all();
    }

    /**
     * Explains a number of an order.
     *
     * @param order   any id of it
     * @param measure the measure's id
     * @return the explanation, or what was not found
     */
    public String explain(String order, String measure) {
        ParentRow row = new ParentRow();
        Measure asked = Words.measure(measure);
        if (!scorecard.read(scorecard.find(order), row)) {
            return noOrder(order);
        }
        return asked == null ? noMeasure(measure) : Explanation.of(scorecard, row, asked);
    }

    /**
     * Explains what a measure is of one fill.
     *
     * @param order     any id of the order
     * @param measure   the measure's id
     * @param execution the fill's ExecID
     * @return the explanation, or what was not found
     */
    public String explain(String order, String measure, String execution) {
        ParentRow row = new ParentRow();
        FillRow fill = new FillRow();
        Measure asked = Words.measure(measure);
        if (!scorecard.read(scorecard.find(order), row)) {
            return noOrder(order);
        }
        if (!Words.find(scorecard, row, execution, fill)) {
            return "order " + order + " has no execution " + execution + "; leakage:scorecard " + order + " lists them";
        }
        return asked == null ? noMeasure(measure) : Explanation.of(scorecard, row, fill, asked);
    }

    /**
     * Gives an order's whole scorecard.
     *
     * @param order any id of it
     * @return every measure, the children and the fills, or that there is no such order
     */
    public String scorecard(String order) {
        String report = new ScorecardReport(scorecard).of(scorecard.find(order));
        return report == null ? noOrder(order) : report;
    }

    /**
     * Gives the evidence behind an order's grade.
     *
     * @param order any id of it
     * @return E and what it is made of, or that there is no such order
     */
    public String evidence(String order) {
        ParentRow row = new ParentRow();
        return scorecard.read(scorecard.find(order), row) ? EvidenceText.of(scorecard, row) : noOrder(order);
    }

    /**
     * Names the orders of a desk that leak.
     *
     * @param desk its id
     * @return those named at the desk's false-discovery rate
     */
    public String discoveries(String desk) {
        return DiscoveriesText.of(scorecard, scorecard.discoveries(desk));
    }

    /** {@return how venues compare in the usual measure} */
    public String leagues() {
        return leagues(LeagueText.USUAL.id());
    }

    /** {@return how venues compare in a measure of single fills or footprints} */
    public String leagues(String measure) {
        return leagues(measure, By.VENUE.id());
    }

    /**
     * Gives a league table.
     *
     * @param measure the id of a measure of single fills or footprints
     * @param by      what they are grouped by: venue, algo, …
     * @return the table, or what was not found
     */
    public String leagues(String measure, String by) {
        Measure asked = Words.measure(measure);
        By grouped = By.of(by);
        if (asked == null) {
            return noMeasure(measure);
        }
        if (grouped == null) {
            return "by one of " + By.ids() + ", got " + by;
        }
        return League.compares(asked) ? LeagueText.of(League.of(scorecard, asked, grouped))
                : measure + " is of an order, single fills and footprints do not have it";
    }

    private static String noOrder(String id) {
        return "no order has the id " + id;
    }

    private static String noMeasure(String id) {
        return "no measure has the id " + id + "; leakage:measures lists them";
    }
}
