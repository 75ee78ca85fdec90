package io.leakage.marketdata.wire;

/**
 * Durations counted in buckets that widen with them, four to each power of two: a percentile is never too small and at most a quarter too
 * large. Fixed memory, nothing allocated. One thread counts, another may read and sees it late.
 */
public final class Percentiles {
    private static final int STEPS = 4;

    private final long[] counts = new long[64 * STEPS];
    private long total;
    private long most;

    /** Counts one duration in nanoseconds; a negative one counts as 0. */
    public void add(long nanos) {
        long duration = Math.max(nanos, 0);
        counts[bucket(duration)]++;
        total++;
        most = Math.max(most, duration);
    }

    /** {@return how many were counted} */
    public long count() {
        return total;
    }

    /** {@return the longest, 0 when there was none} */
    public long max() {
        return most;
    }

    /**
     * Gives a percentile.
     *
     * @param share 0 to 1
     * @return nanoseconds that this share does not exceed, 0 when nothing was counted
     */
    public long at(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(last(i), most);
            }
        }
        return most;
    }

    private static int bucket(long nanos) {
        if (nanos < STEPS) {
            return (int) nanos;
        }
        int power = 63 - Long.numberOfLeadingZeros(nanos);
        return power * STEPS + (int) (nanos >>> power - 2 & STEPS - 1);
    }

    /** {@return the largest duration of a bucket} */
    private static long last(int bucket) {
        int power = bucket / STEPS;
        return power < 2 ? bucket : (1L << power) + ((long) (bucket % STEPS + 1) << power - 2) - 1;
    }
}
