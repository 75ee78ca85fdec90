package io.leakage.oracle;

import io.leakage.core.evidence.Savings;
import java.util.List;
import java.util.Random;

/**
 * Switches every parent that has drifted far enough, but for those that chance withholds, and reckons what that saved: by the
 * scorecard's way, by drawing the slope before the switch on to the end, and in truth, since it is known what would have come of each
 * either way.
 */
final class SwitchTrial {
    /** Basis points of drift that trigger a switch. */
    static final double TRIGGER = 2;
    /** The chance that one is withheld. */
    static final double HOLD_OUT = .25;

    private final Savings savings = new Savings();
    private int decisions;
    private int switches;
    private double truth;
    private double naive;
    private int positive;

    SwitchTrial(List<SwitchCase> cases) {
        Random random = new Random(cases.size());
        for (SwitchCase one : cases) {
            boolean switched = random.nextDouble() >= HOLD_OUT;
            if (one.drift() > TRIGGER && Double.isFinite(one.switched() + one.kept())) {
                decide(one, switched);
            }
        }
    }

    private void decide(SwitchCase one, boolean switched) {
        Savings.Arm arm = switched ? Savings.Arm.SWITCHED : Savings.Arm.WITHHELD;
        savings.decided(arm, 1 - HOLD_OUT, one.expected(), switched ? one.switched() : one.kept());
        decisions++;
        truth += one.switched() - one.kept();
        if (switched) {
            double saved = one.switched() - one.expected();
            switches++;
            naive += saved;
            positive += saved > 0 ? 1 : 0;
        }
    }

    Savings.Saving saving() {
        return savings.saving();
    }

    /** {@return basis points a decision} */
    double truth() {
        return truth / decisions;
    }

    /** {@return what the slope drawn on says} */
    double naive() {
        return naive / switches;
    }

    /** {@return share of switches that it says saved something} */
    double naivePositive() {
        return positive / (double) switches;
    }
}
