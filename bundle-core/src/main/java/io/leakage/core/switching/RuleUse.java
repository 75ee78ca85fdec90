package io.leakage.core.switching;

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

    boolean is(String ofRules, String ofRule) {
        return rule.equals(ofRule) && rules.equals(ofRules);
    }
}
