package io.leakage.ui.league;

import java.util.Arrays;

/**
 * Means of groups, each pulled towards the mean of all by as much as its own data leaves open (empirical Bayes, normal–normal):
 * <pre>  yᵢ ~ N(θᵢ, vᵢ), θᵢ ~ N(μ, τ²);  θ̂ᵢ = Bᵢ μ̂ + (1 − Bᵢ) yᵢ,  Bᵢ = (k − 3)/(k − 1) · vᵢ / (vᵢ + τ̂²)</pre>
 * τ² by the method of moments of DerSimonian and Laird (Controlled Clinical Trials 7, 1986, 177–188), with wᵢ = 1 / vᵢ:
 * <pre>  τ̂² = max(0, (Q − (k − 1)) / (Σw − Σw² / Σw)),  Q = Σ wᵢ (yᵢ − Σwy / Σw)²</pre>
 * Bᵢ and the variance around θ̂ᵢ after Morris (Journal of the American Statistical Association 78, 1983, 47–55), with Wᵢ = 1 / (vᵢ + τ̂²)
 * and v̄ the mean of vᵢ weighted by Wᵢ: what is not known of μ and of Bᵢ is in it.
 * <pre>  vᵢ (1 − Bᵢ) + vᵢ Bᵢ Wᵢ / ΣW + 2 / (k − 3) · (v̄ + τ̂²) / (vᵢ + τ̂²) · Bᵢ² (yᵢ − μ̂)²</pre>
 * Below four groups k − 3 leaves nothing to pull by. Worked case: means 1, 2, 3, 6 of variance 1: Q = 14, τ̂² = 11/3, B = 1/14, μ̂ = 3, so
 * 16/14, 29/14, 3, 81/14.
 */
final class Shrinkage {
    private static final double TWO_SIDED_95 = 1.959964;

    private final double[] means;
    private final double[] variances;
    private final double between;
    private final double centre;
    private final double precision;
    private final double typical;

    /**
     * Fits.
     *
     * @param means     of each group
     * @param variances of each of those means, above zero
     * @throws IllegalArgumentException when there is none, or not as many of one as of the other, or a variance is not above zero
     */
    Shrinkage(double[] means, double[] variances) {
        if (means.length == 0 || means.length != variances.length || !Arrays.stream(variances).allMatch(v -> v > 0)) {
            throw new IllegalArgumentException("as many means as variances above zero, got " + Arrays.toString(means) + " and "
                    + Arrays.toString(variances));
        }
        this.means = means.clone();
        this.variances = variances.clone();
        this.between = between();
        double sum = 0;
        double weighted = 0;
        double spread = 0;
        for (int i = 0; i < means.length; i++) {
            sum += 1 / (variances[i] + between);
            weighted += means[i] / (variances[i] + between);
            spread += variances[i] / (variances[i] + between);
        }
        this.precision = sum;
        this.centre = weighted / sum;
        this.typical = spread / sum;
    }

    private double between() {
        double sum = 0;
        double squares = 0;
        double weighted = 0;
        for (int i = 0; i < means.length; i++) {
            double weight = 1 / variances[i];
            sum += weight;
            squares += weight * weight;
            weighted += weight * means[i];
        }
        double q = 0;
        for (int i = 0; i < means.length; i++) {
            q += (means[i] - weighted / sum) * (means[i] - weighted / sum) / variances[i];
        }
        double freedom = means.length - 1;
        return freedom == 0 ? 0 : Math.max(0, (q - freedom) / (sum - squares / sum));
    }

    /** {@return the variance of the groups' true means, τ̂²} */
    double betweenVariance() {
        return between;
    }

    /** {@return the mean they are pulled towards, μ̂} */
    double centre() {
        return centre;
    }

    /** {@return how much of its distance to the centre a group loses, Bᵢ: 0 nothing, 1 all} */
    double pull(int group) {
        double freedom = Math.max(0, means.length - 3);
        return freedom == 0 ? 0 : freedom / (means.length - 1) * variances[group] / (variances[group] + between);
    }

    /** {@return a group's mean, pulled} */
    double mean(int group) {
        return pull(group) * centre + (1 - pull(group)) * means[group];
    }

    /** {@return how far from {@link #mean} a group's true mean may lie, 95 % of the time} */
    double reach(int group) {
        double pull = pull(group);
        double own = variances[group];
        double distance = pull * (means[group] - centre);
        double variance = own * (1 - pull) + own * pull / (own + between) / precision;
        if (pull > 0) {
            variance += 2.0 / (means.length - 3) * (typical + between) / (own + between) * distance * distance;
        }
        return TWO_SIDED_95 * Math.sqrt(variance);
    }
}
