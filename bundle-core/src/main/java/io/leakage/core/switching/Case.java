package io.leakage.core.switching;

import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskMode;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.SwitchState;
import io.leakage.core.rule.Rule;
import io.leakage.core.rule.RuleSet;
import java.util.List;

/** One switch on its way. One thread. */
final class Case {
    final long number;
    final String id;
    final ParentState parent;
    final int desk;
    final RuleSet set;
    final Rule rule;
    final DeskMode mode;
    final AlgoSwitch.Replaced order;
    final List<String> why;
    final long proposed;
    final long expires;
    SwitchState state;
    Capable capable = Capable.NOT_ASKED;
    /** The number of {@link #id} once a drop copy showed it. */
    int name = Absent.NAME;
    /** Who approves it with the event at hand; null for nobody. */
    String approver;
    String who = "";
    String reason;
    /** Venue time up to which an answer may take. */
    long answerBy = Long.MAX_VALUE;
    private long changed;
    /** How the order went on; null before it is told. */
    Sequel sequel;
    /** What it is compared with. */
    Compared among;

    Case(long number, String id, ParentState parent, int desk, RuleSet set, Rule rule, DeskMode mode, AlgoSwitch.Replaced order,
            List<String> why, long proposed, long expires) {
        this.number = number;
        this.id = id;
        this.parent = parent;
        this.desk = desk;
        this.set = set;
        this.rule = rule;
        this.mode = mode;
        this.order = order;
        this.why = why;
        this.proposed = proposed;
        this.expires = expires;
    }

    /** {@return whether its time is over, to be decided or to be answered} */
    boolean isDue(long now) {
        return now > (state == SwitchState.PROPOSED ? expires : answerBy);
    }

    void stands(SwitchState now, long nanos, String because) {
        state = now;
        changed = nanos;
        reason = because;
    }

    AlgoSwitch told() {
        return new AlgoSwitch(number, id, parent.number, desk, set.id(), set.version(), rule.id(), mode.name(), state, order,
                rule.then().switchTo(), rule.then().parameters(), proposed, expires, changed, 1 - rule.holdOut(), capable, why, who, reason);
    }
}
