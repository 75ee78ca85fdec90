package io.leakage.ui.text;

import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Objection;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchDesk;

/** Switches as lines for a person. Any thread. */
public final class SwitchText {
    private SwitchText() {
    }

    /** {@return which switch, of which order, where it stands, who decided, and why} */
    public static String of(Scorecard scorecard, AlgoSwitch one) {
        String from = scorecard.strategy(one.order().broker(), one.order().strategy());
        return one.number() + "  " + Words.time(one.changed()) + "  " + order(scorecard, one.parent()) + "  " + (from == null ? "?" : from)
                + " → " + one.to() + "  " + one.state() + (one.who().isEmpty() ? "" : " by " + one.who())
                + "  rule " + one.rule() + " (" + one.rules() + " version " + one.version() + "): " + String.join(", ", one.why())
                + (one.reason().isEmpty() ? "" : "; " + one.reason());
    }

    /** {@return how far a desk may go, and what stops it} */
    public static String of(Scorecard scorecard, SwitchDesk desk) {
        return (desk.desk() < 0 ? "firm" : "desk " + Words.desk(scorecard, desk.desk()) + "  " + desk.mode())
                + (desk.isAuto() ? "  acts by itself, by " + String.join(" and ", desk.auto()) : "")
                + (desk.killed().isEmpty() ? "" : "  KILLED by " + desk.killed())
                + (desk.latched().isEmpty() ? "" : "  LATCHED: " + desk.latched())
                + (desk.reason().isEmpty() ? "" : "  (" + desk.reason() + ")");
    }

    /** {@return which order, which rule, and what keeps it from a switch} */
    public static String of(Scorecard scorecard, Objection objection) {
        return Words.time(objection.nanos()) + "  " + order(scorecard, objection.parent()) + "  no switch by rule " + objection.rule() + " ("
                + objection.rules() + " version " + objection.version() + "): " + objection.words();
    }

    private static String order(Scorecard scorecard, int parent) {
        ParentRow row = new ParentRow();
        return scorecard.read(parent, row) ? scorecard.text(NameKind.ORDER, row.order()) : "parent " + parent;
    }
}
