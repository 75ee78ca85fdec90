package io.leakage.core.rule;

import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Verdict;
import java.util.function.Consumer;

/** Hears what rules make of a row: first which fired and which ended, then which stand. */
@FunctionalInterface
public interface Hearer extends Consumer<Verdict> {
    /**
     * A rule that asks for a switch has fired and not ended; told with every row.
     *
     * @param row    the parent's row
     * @param set    the rule's set
     * @param rule   the rule
     * @param vetoes bits ({@link Veto#bit}) of what speaks against acting now, of those the rule lets speak
     */
    default void stands(ParentRow row, RuleSet set, Rule rule, int vetoes) {
        // who only wants verdicts
    }
}
