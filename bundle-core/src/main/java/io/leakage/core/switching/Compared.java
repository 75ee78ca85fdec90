package io.leakage.core.switching;

import io.leakage.api.score.SwitchOutcome.Part;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.SwitchSaving.Basis;
import io.leakage.core.evidence.Savings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The decisions of one rule of a desk to switch from one strategy to another, in their order, and what they saved. */
final class Compared {
    private final int desk;
    private final String rules;
    private final String rule;
    private final int from;
    private final String to;
    private final List<Sequel> decisions = new ArrayList<>();
    private final int[] parts = new int[Part.values().length];
    private Savings savings = new Savings();
    private int counted;
    private int unknown;

    Compared(Case one) {
        this.desk = one.desk;
        this.rules = one.set.id();
        this.rule = one.rule.id();
        this.from = one.order.strategy();
        this.to = one.rule.then().switchTo();
    }

    boolean isOf(Case one) {
        return desk == one.desk && from == one.order.strategy() && rule.equals(one.rule.id()) && rules.equals(one.set.id())
                && to.equals(one.rule.then().switchTo());
    }

    void add(Sequel decision) {
        decisions.add(decision);
    }

    /** A decision is another than it was: those before it are counted, it and those after it anew where they were. */
    void changed(Sequel decision) {
        if (decisions.subList(0, counted).contains(decision)) {
            savings = new Savings();
            counted = 0;
            unknown = 0;
            Arrays.fill(parts, 0);
        }
        while (counted < decisions.size() && decisions.get(counted).ended()) {
            count(decisions.get(counted++));
        }
    }

    private void count(Sequel decision) {
        if (Double.isNaN(decision.gained())) {
            unknown++;
            return;
        }
        parts[decision.part().ordinal()]++;
        savings.decided(arm(decision.part()), decision.propensity, decision.expected, decision.gained());
    }

    private static Savings.Arm arm(Part part) {
        return switch (part) {
            case SWITCHED -> Savings.Arm.SWITCHED;
            case LEFT -> Savings.Arm.LEFT;
            case WITHHELD -> Savings.Arm.WITHHELD;
        };
    }

    SwitchSaving told() {
        Savings.Saving saving = savings.saving();
        Basis basis = Double.isNaN(saving.bps()) ? Basis.NONE : !saving.identified() ? Basis.MODEL
                : Double.isInfinite(saving.lo()) ? Basis.INSUFFICIENT : Basis.HELD_OUT;
        double lo = basis == Basis.HELD_OUT ? saving.lo() : Double.NaN;
        double hi = basis == Basis.HELD_OUT ? saving.hi() : Double.NaN;
        return new SwitchSaving(desk, rules, rule, from, to, saving.bps(), lo, hi, basis, parts[Part.SWITCHED.ordinal()],
                parts[Part.LEFT.ordinal()], parts[Part.WITHHELD.ordinal()], decisions.size() - counted, unknown);
    }
}
