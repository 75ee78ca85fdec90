package io.leakage.core.switching;

import io.leakage.api.event.Absent;
import io.leakage.api.score.SwitchState;
import java.util.ArrayList;
import java.util.List;

/** What was decided on one parent. */
final class ParentState {
    final int number;
    final List<Case> cases = new ArrayList<>(1);
    private final List<RuleUse> uses = new ArrayList<>(1);
    /** The trader who took it over; empty for nobody. */
    String takenOver = "";
    /** Switches that went out since a person allowed more. */
    int sent;
    /** Venue time of the last one that went out, {@code Absent.LONG} before. */
    long lastNanos = Absent.LONG;
    boolean latched;
    /** The strategy it was last switched to, as rules name it; empty before the first. */
    private String strategy = "";
    /** The strategy it had before that, and what drop copies call the one it has had since; both {@code Absent.NAME} while not told. */
    private int before = Absent.NAME;
    private int since = Absent.NAME;

    ParentState(int number) {
        this.number = number;
    }

    RuleUse use(String rules, String rule) {
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i).is(rules, rule)) {
                return uses.get(i);
            }
        }
        uses.add(new RuleUse(rules, rule));
        return uses.get(uses.size() - 1);
    }

    /** What fired while nobody was live has to fire anew. */
    void spend() {
        uses.forEach(use -> use.spent = true);
    }

    /** A switch is in force. */
    void switched(String to, int from) {
        strategy = to;
        before = from;
        since = Absent.NAME;
    }

    /** {@return whether its newest switch was to this strategy, and no drop copy has shown another since, of which this is the newest} */
    boolean has(String to, int told) {
        if (since == Absent.NAME && told != before) {
            since = told;
        }
        return strategy.equals(to) && (since == Absent.NAME || since == told);
    }

    /** {@return the switch that waits for a decision, null for none} */
    Case proposed() {
        Case last = cases.isEmpty() ? null : cases.get(cases.size() - 1);
        return last == null || last.state != SwitchState.PROPOSED ? null : last;
    }

    /** {@return whether a switch other than this one is undecided or unanswered} */
    boolean hasOpenBut(Case one) {
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i) != one && !cases.get(i).state.isOver()) {
                return true;
            }
        }
        return false;
    }
}
