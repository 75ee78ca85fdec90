package io.leakage.api.score;

/**
 * What came of an order from a decision about a switch on, carried out or not. Gained is what was saved against the mid at the decision,
 * on what was left of the order then, fees apart:
 * <pre>  gained = −1e4 · s · (Σ qᵢ (pᵢ − m) + R (Pn − m)) / ((Σ qᵢ + R) · m)</pre>
 * m is the mid at the decision, qᵢ and pᵢ the fills after it, R what was not executed in the end and Pn the mid then: who trades nothing
 * saves nothing by it. Worked case: 900 left of a buy at a mid of 100.00; 600 filled at 100.02 on average, the rest cancelled at 100.03:
 * (600 · 0.02 + 300 · 0.03) / (900 · 100) = 2.3333 bps paid, −2.3333 gained.
 *
 * @param number   the switch's number, as {@link AlgoSwitch#number}
 * @param part     which of those compared it belongs to
 * @param left     quantity not executed at the decision
 * @param expected basis points gained had the drift gone on with every further share as it had before; NaN when nothing was executed
 * @param gained   basis points gained; NaN while the order works, and where a mid is not known
 * @param ended    whether the order has ended
 * @param counts   whether the saving is reckoned from it: the first decision of a rule on an order does, later ones overlap with it
 */
public record SwitchOutcome(long number, Part part, long left, double expected, double gained, boolean ended, boolean counts) {
    /** What is compared. */
    public enum Part {
        /** Proposed, and carried out. */
        SWITCHED,
        /** Proposed, and not carried out, for whatever reason. */
        LEFT,
        /** Withheld by lot. */
        WITHHELD
    }

    /** {@return basis points saved if the model were right, NaN where it says nothing or nothing was carried out} */
    public double modelled() {
        return part == Part.SWITCHED ? gained - expected : Double.NaN;
    }
}
