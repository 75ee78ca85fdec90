package io.leakage.core.rule;

import io.leakage.api.score.Grade;
import io.leakage.api.score.ParentRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One rule.
 *
 * @param id            unique in its set
 * @param when          fires it when it has held for {@code forNanos} without a break
 * @param forNanos      event time, nanoseconds; 0 fires at once
 * @param clearAt       any of these ends it; where there is none, it ends when {@code when} no longer holds
 * @param grade         the light it gives, amber or red
 * @param then          what is to be done; null for nothing
 * @param holdOut       with what probability the action is withheld, to learn what it is worth; 0 to below 1
 * @param cooldownNanos event time between two actions of this rule on one parent, nanoseconds
 * @param maxPerParent  actions of this rule on one parent, 1 or more
 * @param vetoes        what keeps the action back
 */
public record Rule(String id, Condition when, long forNanos, List<Condition.Is> clearAt, Grade grade, Action then, double holdOut,
        long cooldownNanos, int maxPerParent, Set<Veto> vetoes) {
    /** Copies what could change. */
    public Rule {
        clearAt = List.copyOf(clearAt);
        vetoes = Set.copyOf(vetoes);
    }

    /** {@return its clauses with the numbers a row gives them, for a person} */
    public List<String> told(ParentRow row) {
        return told(when, row);
    }

    static List<String> told(Condition condition, ParentRow row) {
        List<String> told = new ArrayList<>();
        condition.clauses(is -> told.add(is.clause().told(is.clause().reading().of(row))));
        return told;
    }
}
