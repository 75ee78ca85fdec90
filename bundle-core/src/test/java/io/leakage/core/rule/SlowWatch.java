package io.leakage.core.rule;

import io.leakage.api.score.Grade;
import io.leakage.api.score.ParentRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@link Watch}, written to be read: every row asks every rule anew. */
final class SlowWatch {
    private final RuleSet set;
    private final Map<String, Long> holdsSince = new HashMap<>();
    private final TreeSet<String> fired = new TreeSet<>();

    SlowWatch(RuleSet set) {
        this.set = set;
    }

    /** {@return what fired and ended with this row} */
    List<String> judge(ParentRow row) {
        TreeSet<String> told = new TreeSet<>();
        boolean undecided = false;
        Grade grade = Grade.GREEN;
        for (Rule rule : set.rules()) {
            Condition.Truths truths = clause -> set.clauses.get(clause).of(set.clauses.get(clause).reading().of(row));
            Truth now = rule.when().of(truths);
            boolean cleared = rule.clearAt().isEmpty() ? now == Truth.NO : rule.clearAt().stream().anyMatch(is -> is.of(truths) == Truth.YES);
            undecided |= now == Truth.CANNOT_SAY;
            if (fired.contains(rule.id())) {
                if (cleared) {
                    fired.remove(rule.id());
                    told.add(rule.id() + " ended " + row.asOfNanos());
                }
            } else if (now != Truth.YES || cleared) {
                holdsSince.remove(rule.id());
            } else {
                long due = holdsSince.computeIfAbsent(rule.id(), any -> row.asOfNanos()) + rule.forNanos();
                if (row.asOfNanos() >= due) {
                    holdsSince.remove(rule.id());
                    fired.add(rule.id());
                    told.add(rule.id() + " fired " + due);
                }
            }
            if (fired.contains(rule.id()) && rule.grade().compareTo(grade) > 0) {
                grade = rule.grade();
            }
        }
        row.grade(grade == Grade.GREEN && undecided ? Grade.CANNOT_SAY : grade);
        return List.copyOf(told);
    }
}
