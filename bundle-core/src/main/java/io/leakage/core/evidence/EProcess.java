package io.leakage.core.evidence;

/**
 * A bet, footprint by footprint, that our actions move the market against us. It starts at 1, and while they change nothing no betting makes
 * it grow on average:
 * <pre>  E = ¼ Σ_λ Π_i (1 + λ(2uᵢ − 1)),  λ ∈ {.25, .5, .75, .95}</pre>
 * uᵢ is the {@link Rank} of a footprint's response among its placebos'. By Ville's inequality the chance that it ever reaches 1/α while
 * nothing leaks is at most α, however often it is looked at (Ville 1939; Shafer, "Testing by betting", 2021).
 *
 * <p>Kept as sums of logarithms in whole units of 2⁻⁴⁰: so the order of footprints does not matter to the last bit, and one that turns out
 * not to count can be taken out again. One thread.
 */
public final class EProcess {
    private static final double[] LAMBDAS = {.25, .5, .75, .95};
    private static final double SCALE = 0x1p40;

    private final long[] logs = new long[LAMBDAS.length];
    private int footprints;
    /** E as it was computed last; NaN when a footprint was counted since: rows are written more often than that. */
    private double value = 1;

    /**
     * Counts a footprint, or takes out one that was counted with this rank.
     *
     * @param rank from 0 to 1
     * @param by   1 or −1, 0 for nothing
     * @throws IllegalArgumentException when the rank is none
     */
    public void count(double rank, int by) {
        if (!(rank >= 0 && rank <= 1)) {
            throw new IllegalArgumentException("a rank lies between 0 and 1: " + rank);
        }
        for (int i = 0; i < LAMBDAS.length; i++) {
            logs[i] += by * Math.round(SCALE * Math.log1p(LAMBDAS[i] * (2 * rank - 1)));
        }
        footprints += by;
        value = Double.NaN;
    }

    /** {@return another that has counted the same} */
    EProcess copy() {
        EProcess copy = new EProcess();
        System.arraycopy(logs, 0, copy.logs, 0, logs.length);
        copy.footprints = footprints;
        copy.value = value;
        return copy;
    }

    /** {@return E: 1 before the first footprint, then any number from 0 on; {@link Double#MAX_VALUE} at most} */
    public double value() {
        if (Double.isNaN(value)) {
            value = compute();
        }
        return value;
    }

    private double compute() {
        double sum = 0;
        for (long log : logs) {
            sum += Math.exp(log / SCALE);
        }
        return Math.min(sum / LAMBDAS.length, Double.MAX_VALUE);
    }

    /** {@return how many footprints count} */
    public int footprints() {
        return footprints;
    }
}
