package io.leakage.ui.league;

import io.leakage.api.score.FillScore;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Status;
import java.util.Arrays;

/** The fills or footprints of one group. One thread. */
final class Group {
    private static final int DECILES = 9;

    private final String name;
    private double[] values = new double[8];
    private int count;
    private long quantity;
    private int censored;
    private int waiting;
    private int leftOut;

    Group(String name) {
        this.name = name;
    }

    void add(FillScore score, long shares) {
        if (score.status() == Status.VALID) {
            add(score.value(), shares);
        } else if (Flag.CENSORED.in(score.flags())) {
            censored++;
        } else if (Flag.AWAITING_MARKET_DATA.in(score.flags())) {
            waiting++;
        } else {
            leftOut++;
        }
    }

    /** Takes in one with a valid number. */
    void add(double value, long shares) {
        values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
        values[count++] = value;
        quantity += shares;
    }

    /** Counts one whose number will never be known. */
    void addCensored() {
        censored++;
    }

    /** Counts one whose number is not known yet. */
    void addWaiting() {
        waiting++;
    }

    /** Counts one without a number for another reason. */
    void addLeftOut() {
        leftOut++;
    }

    int count() {
        return count;
    }

    double[] values() {
        return Arrays.copyOf(values, count);
    }

    double mean() {
        return Arrays.stream(values()).sum() / count;
    }

    /** Squared distances from the mean, summed. */
    double squares() {
        double mean = mean();
        return Arrays.stream(values()).map(value -> (value - mean) * (value - mean)).sum();
    }

    Standing standing(Shrinkage shrinkage, int place, double limit, boolean moreIsBetter) {
        double[] sorted = values();
        Arrays.sort(sorted);
        double[] deciles = new double[DECILES];
        for (int i = 0; i < DECILES; i++) {
            deciles[i] = quantile(sorted, (i + 1) / 10.0);
        }
        double worst = Arrays.stream(sorted).filter(value -> moreIsBetter ? value <= limit : value >= limit).count() / (double) count;
        boolean pulled = shrinkage != null && place >= 0;
        double mean = pulled ? shrinkage.mean(place) : Double.NaN;
        double reach = pulled ? shrinkage.reach(place) : Double.NaN;
        return new Standing(name, count, quantity, censored, waiting, leftOut, mean(), quantile(sorted, 0.5), deciles, worst, mean,
                mean - reach, mean + reach, pulled ? shrinkage.pull(place) : Double.NaN);
    }

    /** Linear between order statistics; NaN of nothing. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
