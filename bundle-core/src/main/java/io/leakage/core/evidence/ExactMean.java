package io.leakage.core.evidence;

/**
 * Count, mean and spread of numbers in basis points, kept in whole units of 2⁻²⁰: so the order they come in does not matter to the last bit,
 * and one can be taken out again. A number beyond ±{@value #MOST} counts as that. One thread.
 */
final class ExactMean {
    /** So many units make 1. */
    private static final double SCALE = 0x1p20;
    /** Largest number it takes as it is. */
    static final double MOST = 2000;

    private int count;
    private long sum;
    private long squares;
    /** The radius as it was computed last, and by what; null when a number was taken in or out since. */
    private double radius;
    private ConfidenceSequence radiusBy;
    private double radiusGrain;

    /** Takes a number in (1), or out again (−1). */
    void count(double value, int by) {
        long units = Math.round(Math.max(-MOST, Math.min(MOST, value)) * SCALE);
        radiusBy = null;
        count += by;
        sum += by * units;
        squares += by * (units * units >> 20);
    }

    int count() {
        return count;
    }

    /** {@return mean, NaN of none} */
    double mean() {
        return sum / SCALE / count;
    }

    /** {@return variance around the mean, NaN of less than two} */
    double variance() {
        return count < 2 ? Double.NaN : Math.max(0, squares / SCALE - mean() * mean() * count) / (count - 1);
    }

    /**
     * {@return how far the mean may be from the truth, at every look} It is the bound of a sum of terms with this variance: valid for many terms,
     * as the central limit theorem is (Waudby-Smith et al., "Time-uniform central limit theory and asymptotic confidence sequences", 2024).
     *
     * <p>Where what is measured moves by whole steps and seldom, terms that show no step show no variance either, though one in as many
     * may take one: so the variance is that of these and of one more that does. Worked case: 100 terms of 0, a step of ½: ½² / 99 = 0.002525,
     * so 0.05025 · 30.35209 / 100 = 0.01525.
     *
     * @param grain the least step there is, in basis points, 0 when it is not known
     */
    double radius(ConfidenceSequence sequence, double grain) {
        if (radiusBy != sequence || radiusGrain != grain) {
            double unseen = count < 2 ? 0 : grain * grain / (count - 1);
            radius = Math.sqrt(variance() + unseen) * sequence.bound(count) / count;
            radiusBy = sequence;
            radiusGrain = grain;
        }
        return radius;
    }
}
