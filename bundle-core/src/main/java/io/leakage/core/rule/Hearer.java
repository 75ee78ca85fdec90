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

    /**
     * Judging failed where nobody expected it. Nothing of this set is judged on this parent any more.
     *
     * @param row  the parent's row
     * @param set  the set
     * @param rule the rule that was judged; empty when it was none yet
     * @param why  what was thrown
     */
    default void failed(ParentRow row, RuleSet set, String rule, RuntimeException why) {
        // who only wants verdicts sees the light go out
    }
}
