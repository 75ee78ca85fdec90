package io.leakage.core.evidence;

/**
 * Where a footprint's response lies among those of its placebos:
 * <pre>  u = (placebos below it + V · (1 + placebos equal to it)) / (placebos + 1)</pre>
 * V is uniform on [0, 1). Then u is uniform on [0, 1) when our action changed nothing, whatever the volatility and the common drift: all that
 * is asked is that footprint and placebos could be exchanged. Worked case: 0.3 among 0.1, 0.2, 0.3 and 0.9 with V = ½:
 * (2 + ½ · 2) / 5 = 0.6.
 */
final class Rank {
    private Rank() {
    }

    /**
     * {@return the rank, in [0, 1)}
     *
     * @param response  of the footprint
     * @param placebos  responses, the first {@code count} of them
     * @param tieBreak  V
     */
    static double of(double response, double[] placebos, int count, double tieBreak) {
        int below = 0;
        int equal = 0;
        for (int i = 0; i < count; i++) {
            below += placebos[i] < response ? 1 : 0;
            equal += placebos[i] == response ? 1 : 0;
        }
        return (below + tieBreak * (1 + equal)) / (count + 1);
    }
}
