package io.leakage.core.evidence;

/**
 * How far a sum of centred terms may have strayed when its summed variance is v, at every v at once: the normal mixture's boundary (Robbins
 * 1970; Howard, Ramdas, McAuliffe and Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences", 2021).
 * <pre>  two-sided:  log M = ½ log(ρ/(v+ρ)) + s²/(2(v+ρ))
 *  one-sided:  log M = ½ log(4ρ/(v+ρ)) + s²/(2(v+ρ)) + log Φ(s/√(v+ρ))
 *  ρ = w/(2 log(1/α) + log(1 + 2 log(1/α))), with 2α in place of α when one-sided</pre>
 * w is the variance at which the boundary shall be tightest. P(ever |s| ≥ bound) ≤ α. Worked case, α = 0.05, w = v = 100: two-sided ρ = 12.60056 and the
 * bound is 30.35209; one-sided ρ = 15.8006 and 27.66071.
 */
public final class ConfidenceSequence {
    private final double alpha;
    private final boolean oneSided;
    private final double rho;

    /**
     * A boundary.
     *
     * @param alpha    chance that it is ever crossed, between 0 and ½
     * @param tightest w, more than 0
     * @param oneSided true for a bound on s, false for one on |s|
     * @throws IllegalArgumentException when a number is out of its range
     */
    public ConfidenceSequence(double alpha, double tightest, boolean oneSided) {
        if (!(alpha > 0 && alpha < .5)) {
            throw new IllegalArgumentException("alpha lies between 0 and 0.5: " + alpha);
        }
        if (!(tightest > 0)) {
            throw new IllegalArgumentException("a boundary is tightest somewhere above 0: " + tightest);
        }
        this.alpha = alpha;
        this.oneSided = oneSided;
        double twice = -2 * Math.log(oneSided ? 2 * alpha : alpha);
        rho = tightest / (twice + Math.log1p(twice));
    }

    /** {@return ρ} */
    double rho() {
        return rho;
    }

    /** {@return log M for a sum {@code s} whose variance is {@code v}} */
    double logMixture(double s, double v) {
        double square = s * s / (2 * (v + rho));
        return oneSided ? Math.log(4 * rho / (v + rho)) / 2 + square + Normal.logOf(s / Math.sqrt(v + rho))
                : Math.log(rho / (v + rho)) / 2 + square;
    }

    /** {@return the bound on s, or on |s|, at variance {@code v}, not below 0} */
    public double bound(double v) {
        double twoSided = Math.sqrt((v + rho) * (Math.log((v + rho) / rho) - 2 * Math.log(alpha)));
        return oneSided ? root(v, twoSided + Math.sqrt(v + rho)) : twoSided;
    }

    /** log M grows with s from below log(1/α) at 0; halves what is between. */
    private double root(double v, double above) {
        double low = 0;
        double high = above;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (logMixture(middle, v) < -Math.log(alpha)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
