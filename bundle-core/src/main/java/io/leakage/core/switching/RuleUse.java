package io.leakage.core.switching;

import io.leakage.api.score.ParentRow;
import io.leakage.core.evidence.Seed;
import io.leakage.core.rule.Rule;

/** One rule on one parent: what it has done there. */
final class RuleUse {
    private final String rules;
    private final String rule;
    /** Switches it sent there or would have, had the lot not withheld them. */
    int actions;
    /** How often it fired there: the lot is drawn anew each time. */
    int firings;
    /** It has to end and fire anew before it counts. */
    boolean spent;
    /** It fired, and has not ended. */
    boolean stands;
    /** What was told last that does not hold; null for nothing. */
    Guard objection;

    RuleUse(String rules, String rule) {
        this.rules = rules;
        this.rule = rule;
    }

    /** {@return whether the lot withholds what the rule asks for; it is drawn once for a firing, the same whenever it is asked} */
    boolean isWithheld(ParentRow row, Rule asking) {
        if (asking.holdOut() == 0) {
            return false;
        }
        long order = Seed.of(row.arrivalNanos(), row.number());
        long seed = Seed.with(Seed.with(order, 31L * rules.hashCode() + rule.hashCode()), firings);
        return Seed.uniform(seed) < asking.holdOut();
    }

    boolean is(String ofRules, String ofRule) {
        return rule.equals(ofRule) && rules.equals(ofRules);
    }
}
