package io.leakage.ui.league;

import io.leakage.api.score.Ask;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Footprints by group: by how much more the mid moved against the order after each than after its placebos, in basis points, as the
 * evidence cards of the newest orders with evidence tell; of each order those are its newest. A footprint that traded
 * belongs to its fill's venue, broker and counterparty; one that did not, to its child's. By counterparty, an ask for a quote belongs
 * to each who was asked, also while no order is known for it. One use, one thread.
 */
final class Footprints {
    /** A group of fewer is not ranked. */
    static final int LEAST = 20;

    /** Live, so many orders are asked for: each is a question to the pipeline. */
    static final int LIVE_ORDERS = 200;

    /** What one order does so close together is one footprint. */
    private static final long TOGETHER_NANOS = 1_000_000L;
    private static final List<Measure> LEAKS = List.of(Measure.LEAK_10MS, Measure.LEAK_100MS, Measure.LEAK_1S, Measure.LEAK_10S);
    private static final List<Measure> SIGNALS = List.of(Measure.SIGNAL_10MS, Measure.SIGNAL_100MS, Measure.SIGNAL_1S, Measure.SIGNAL_10S);
    private static final String FILLED = "FILLED";
    private static final String ASKED = "ASKED";

    private final Scorecard scorecard;
    private final Horizon horizon;
    private final boolean unfilledAlone;
    private final By by;
    private final int most;
    private final Map<String, Group> groups = new TreeMap<>();
    private final ParentRow parent = new ParentRow();
    private final ChildRow child = new ChildRow();
    private final FillRow fill = new FillRow();

    /** @param most orders that are looked at */
    Footprints(Scorecard scorecard, Measure measure, By by, int most) {
        this.most = most;
        this.scorecard = scorecard;
        this.by = by;
        unfilledAlone = SIGNALS.contains(measure);
        horizon = Horizon.at(Horizon.AFTER_10MS.ordinal() + Math.max(LEAKS.indexOf(measure), SIGNALS.indexOf(measure)));
    }

    /** {@return whether a measure is a mean over footprints} */
    static boolean has(Measure measure) {
        return LEAKS.contains(measure) || SIGNALS.contains(measure);
    }

    /** {@return all groups by their names} */
    Map<String, Group> groups() {
        if (by.tellsAsks()) {
            scorecard.asks().forEach(this::collect);
        }
        if (by == By.ASKED) {
            return groups;
        }
        int asked = 0;
        for (int i = scorecard.parents() - 1; i >= 0 && asked < most; i--) {
            if (scorecard.read(i, parent) && !Flag.RELINKED.in(parent.flags()) && parent.status(Measure.EVIDENCE) != Status.SUPPRESSED) {
                asked++;
                collect(scorecard.evidence(i));
            }
        }
        return groups;
    }

    private void collect(EvidenceCard card) {
        for (EvidenceCard.Look look : card == null ? List.<EvidenceCard.Look>of() : card.looks()) {
            boolean traded = look.kinds().endsWith(FILLED);
            boolean told = by.tellsAsks() && look.kinds().equals(ASKED);
            if (look.horizon() == horizon && !told && !(unfilledAlone && traded)) {
                collect(look, traded);
            }
        }
    }

    private void collect(EvidenceCard.Look look, boolean traded) {
        ChildRow shown = look.child() >= 0 && scorecard.readChild(parent.number(), look.child(), child) ? child : null;
        FillRow executed = traded ? fillOf(look) : null;
        add(by.group(scorecard, parent, shown, executed), look.fate(), look.response() - look.placebo(),
                executed == null ? 0 : executed.quantity());
    }

    private void collect(Ask ask) {
        for (Ask.After after : ask.after()) {
            if (after.horizon() == horizon) {
                add(by.group(scorecard, ask), after.fate(), after.response() - after.placebo(), Math.max(0, ask.quantity()));
            }
        }
    }

    private void add(String name, String fate, double excess, long quantity) {
        Group group = groups.computeIfAbsent(name, Group::new);
        switch (fate) {
            case "COUNTED" -> group.add(excess, quantity);
            case "CENSORED" -> group.addCensored();
            case "OPEN" -> group.addWaiting();
            default -> group.addLeftOut();
        }
    }

    /** {@return the first fill of a footprint, null when it is not there} */
    private FillRow fillOf(EvidenceCard.Look look) {
        for (int i = 0; i < parent.fills() && scorecard.readFill(parent.number(), i, fill); i++) {
            boolean within = fill.nanos() >= look.nanos() && fill.nanos() - look.nanos() <= TOGETHER_NANOS;
            if (within && fill.child() == look.child() && fill.quantity() > 0) {
                return fill;
            }
        }
        return null;
    }
}
