package io.leakage.core.evidence;

/**
 * What it saved to switch, for one rule and one pair of algos: decisions that were let through against decisions that chance withheld.
 * Whoever triggers a switch by what went wrong before will see it go less wrong afterwards, switch or not; only those withheld show by
 * how much.
 * <pre>  saved = mean of  μ₁ − μ₀ + A(Y − μ₁)/e − (1 − A)(Y − μ₀)/(1 − e)</pre>
 * A is 1 when it was let through, e the chance it had to be, Y what was gained from the decision on, in basis points for the order, and μ
 * what was to be expected of Y, switched or not, by a straight line through the decisions before this one (doubly robust: Robins,
 * Rotnitzky and Zhao 1994). e was set by us, so the mean is right however wrong the lines are; they only make it steadier. Worked case,
 * the first two decisions: switched at e = 0.8 with Y = 4, which is 4/0.8 = 5; then withheld with Y = 1, which is 4 − 1/0.2 = −1; 2 in
 * the mean.
 *
 * <p>What was let through and not carried out, since a person or a guard had it so, counts with what was: left out, chosen orders would be
 * compared with others. So it is what asking saves, and where all are carried out what switching does.
 *
 * <p>Without hold-outs nothing is identified: then there is only what a model had expected without a switch, and it is called that. One
 * thread.
 */
public final class Savings {
    /** What is said of a number that rests on a model alone. */
    public static final String NOT_IDENTIFIED = "model estimate, not identified";

    private static final ConfidenceSequence SEQUENCE = new ConfidenceSequence(.05, 100, false);
    private static final int LEAST = 5;

    private final Line through = new Line();
    private final Line withheld = new Line();
    private final Spread scores = new Spread();
    private final Spread modelled = new Spread();

    /** What became of a decision. */
    public enum Arm {
        /** It was carried out. */
        SWITCHED,
        /** Chance let it through, and it was not carried out. */
        LEFT,
        /** Chance withheld it. */
        WITHHELD
    }

    /**
     * What may be said of a saving.
     *
     * @param bps        basis points a decision; NaN when there were none
     * @param lo         lower end of what holds at every look with 95 %; NaN when there is none
     * @param hi         upper end
     * @param decisions  how many it rests on
     * @param identified whether some were withheld by chance; if not, {@code bps} is what a model says
     */
    public record Saving(double bps, double lo, double hi, int decisions, boolean identified) {
        /** {@return the number and never it alone} */
        @Override
        public String toString() {
            String tail = identified ? lo + " … " + hi + " bps" : NOT_IDENTIFIED;
            return bps + " bps of " + decisions + " decisions (" + tail + ")";
        }
    }

    /**
     * Counts a decision, once what followed is known. In the order of the decisions.
     *
     * @param arm        what became of it
     * @param propensity the chance it had to be let through, logged with it: 1 without a hold-out
     * @param expected   what a model expected to be gained without a switch, in basis points; known at the decision,
     *                   NaN when it says nothing
     * @param gained     what was gained from the decision on, in basis points for the order: a drift against it is negative
     * @throws IllegalArgumentException when the propensity is no chance, contradicts what was done, or a number is none
     */
    public void decided(Arm arm, double propensity, double expected, double gained) {
        boolean let = arm != Arm.WITHHELD;
        if (!(propensity >= 0 && propensity <= 1) || propensity == (let ? 0 : 1)) {
            throw new IllegalArgumentException("propensity " + propensity + " of a decision that was "
                    + (let ? "let through" : "withheld"));
        }
        if (Double.isInfinite(expected) || !Double.isFinite(gained)) {
            throw new IllegalArgumentException("expected " + expected + " bps, gained " + gained + " bps");
        }
        if (arm == Arm.SWITCHED && !Double.isNaN(expected)) {
            modelled.count(gained - expected);
        }
        if (propensity > 0 && propensity < 1) {
            double known = Double.isNaN(expected) ? 0 : expected;
            scores.count(score(let, propensity, known, gained));
            (let ? through : withheld).count(known, gained);
        }
    }

    private double score(boolean let, double propensity, double expected, double gained) {
        double with = through.at(expected);
        double without = withheld.at(expected);
        double residual = let ? (gained - with) / propensity : -(gained - without) / (1 - propensity);
        return with - without + residual;
    }

    /** {@return what switching saved} */
    public Saving saving() {
        if (withheld.count == 0 || through.count == 0) {
            return new Saving(modelled.mean, Double.NaN, Double.NaN, modelled.count, false);
        }
        double off = scores.count < LEAST ? Double.POSITIVE_INFINITY
                : Math.sqrt(scores.variance()) * SEQUENCE.bound(scores.count) / scores.count;
        return new Saving(scores.mean, scores.mean - off, scores.mean + off, scores.count, true);
    }

    /** A straight line through points, flat until there are enough. */
    private static final class Line {
        private static final int SLOPED = 20;

        private int count;
        private double meanX;
        private double meanY;
        private double squares;
        private double products;

        void count(double x, double y) {
            count++;
            double off = x - meanX;
            meanX += off / count;
            meanY += (y - meanY) / count;
            squares += off * (x - meanX);
            products += off * (y - meanY);
        }

        double at(double x) {
            return count < SLOPED || squares == 0 ? meanY : meanY + products / squares * (x - meanX);
        }
    }

    /** Count, mean and variance. */
    private static final class Spread {
        private int count;
        private double mean = Double.NaN;
        private double squares;

        void count(double value) {
            double before = count == 0 ? 0 : mean;
            count++;
            mean = before + (value - before) / count;
            squares += (value - before) * (value - mean);
        }

        double variance() {
            return squares / (count - 1);
        }
    }
}
