package io.leakage.core.evidence;

import java.util.Arrays;

/**
 * Which of many parents to name leaking, so that of those named no more than a share is wrong on average, however they depend on each other:
 * the e-BH procedure (Wang and Ramdas, "False discovery rate control with e-values", 2022). The k largest of m are named, k being the last
 * for which
 * <pre>  E₍ₖ₎ ≥ m / (k α)</pre>
 * Worked case: of 70, 25, 3 and 1 at α = 0.2 the first two are named: 70 ≥ 20, 25 ≥ 10, but 3 &lt; 6.67.
 */
public final class FalseDiscoveries {
    private FalseDiscoveries() {
    }

    /**
     * {@return the least E that is named, {@link Double#POSITIVE_INFINITY} when none is}
     *
     * @param evidence E of every live parent of a desk; not changed
     * @param alpha    the desk's false-discovery rate, between 0 and 1
     */
    public static double threshold(double[] evidence, double alpha) {
        double[] sorted = evidence.clone();
        Arrays.sort(sorted);
        for (int named = sorted.length; named > 0; named--) {
            if (sorted[sorted.length - named] * named * alpha >= sorted.length) {
                return sorted[sorted.length - named];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
