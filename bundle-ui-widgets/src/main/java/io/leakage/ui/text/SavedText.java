package io.leakage.ui.text;

import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchReadings;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.SwitchSaving.Basis;

/**
 * What switches saved, as lines for a person; a saving is never told without what it rests on:
 * <pre>  switch 1 VWAP → LIQUIDITY_SEEKER, carried out: gained 8.30 bps on the 10927 left; saved 28.66 bps (model estimate, not
 *   identified: had the drift gone on it would have gained -20.36 bps)</pre>
 * Any thread.
 */
public final class SavedText {
    private SavedText() {
    }

    /** {@return what came of each switch of an order, and what its rule has saved so far: a line each, empty without any} */
    public static String of(Scorecard scorecard, ParentRow row) {
        StringBuilder text = new StringBuilder();
        SwitchReadings switches = scorecard.switches();
        for (AlgoSwitch one : switches.of(row.number())) {
            SwitchOutcome outcome = switches.outcome(one.number());
            if (outcome != null) {
                text.append(of(scorecard, one, outcome)).append('\n');
                SwitchSaving saving = saving(switches, one);
                text.append(saving == null ? "" : of(scorecard, saving) + '\n');
            }
        }
        return text.toString();
    }

    /** {@return what the rule of a switch saved by such switches, null while there is nothing} */
    static SwitchSaving saving(SwitchReadings switches, AlgoSwitch one) {
        return switches.savings().stream().filter(saving -> saving.desk() == one.desk() && saving.rules().equals(one.rules())
                && saving.rule().equals(one.rule()) && saving.from() == one.order().strategy() && saving.to().equals(one.to()))
                .findFirst().orElse(null);
    }

    /** {@return what came of a switch} */
    public static String of(Scorecard scorecard, AlgoSwitch one, SwitchOutcome outcome) {
        return "switch " + one.number() + ' ' + from(scorecard, one.order().strategy()) + " → " + one.to() + ", " + part(outcome)
                + ": " + (!outcome.ended() ? "the order works" : gained(outcome));
    }

    private static String gained(SwitchOutcome outcome) {
        return Double.isNaN(outcome.gained()) ? "what it gained is not known, for want of a mid"
                : "gained " + bps(outcome.gained()) + " on the " + outcome.left() + " left" + modelled(outcome);
    }

    private static String modelled(SwitchOutcome outcome) {
        return Double.isNaN(outcome.modelled()) ? "" : "; saved " + bps(outcome.modelled()) + " (" + Basis.MODEL.words()
                + ": had the drift gone on it would have gained " + bps(outcome.expected()) + ")";
    }

    private static String part(SwitchOutcome outcome) {
        return switch (outcome.part()) {
            case SWITCHED -> "carried out";
            case LEFT -> "not carried out";
            case WITHHELD -> "withheld by lot";
        };
    }

    /** {@return what a rule has saved} */
    public static String of(Scorecard scorecard, SwitchSaving saving) {
        return "saved by rule " + saving.rule() + " (" + saving.rules() + ") on desk " + Words.desk(scorecard, saving.desk()) + ", "
                + from(scorecard, saving.from()) + " → " + saving.to() + ": "
                + (saving.basis() == Basis.NONE ? "" : bps(saving.bps()) + " of what was left on average "
                + (saving.basis() == Basis.HELD_OUT ? "[" + bps(saving.lo()) + ", " + bps(saving.hi()) + "] " : ""))
                + "(" + saving.basis().words() + "; " + saving.switched() + " carried out, " + saving.left() + " not, "
                + saving.withheld() + " withheld, " + saving.waiting() + " not over"
                + (saving.unknown() == 0 ? "" : ", " + saving.unknown() + " unknown") + ")";
    }

    private static String from(Scorecard scorecard, int strategy) {
        String from = Words.name(scorecard, NameKind.TEXT, strategy);
        return from == null ? "?" : from;
    }

    private static String bps(double value) {
        return ScorecardText.fixed(value, 2) + " bps";
    }
}
