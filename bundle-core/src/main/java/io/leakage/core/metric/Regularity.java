package io.leakage.core.metric;

import io.leakage.api.event.Absent;

/**
 * How alike the footprints of one parent are, each compared with those of its kind alone: a fill always repeats the size of what it fills.
 * One more that is later than the others adds to the sums; one that is not makes the times be summed anew.
 */
final class Regularity {
    private static final Footprint.Kind[] KINDS = Footprint.Kind.values();

    private final OwnFootprints footprints;
    private final Tally sizes = new Tally();
    private final Tally venues = new Tally();
    private final int[] ofKind = new int[KINDS.length];
    private final int[] withVenue = new int[KINDS.length];
    private final long[] lastNanos = new long[KINDS.length];
    private int count;
    private int distinctSizes;
    private long sameVenue;
    private long truncation;
    private boolean stale;
    /** Sums over what the gaps are more than the first, so that a clock's gaps sum to nothing. */
    private long firstGap;
    private int gaps;
    private double more;
    private double moreSquared;

    /** @param footprints to sum anew from */
    Regularity(OwnFootprints footprints) {
        this.footprints = footprints;
    }

    /** One more. @param moved whether its time is new, not its size or venue alone */
    void take(Footprint footprint, boolean moved) {
        int kind = footprint.kind().ordinal();
        count++;
        ofKind[kind]++;
        distinctSizes += sizes.count(key(footprint.size(), kind), 1) == 0 ? 1 : 0;
        if (footprint.venue() != Absent.NAME) {
            withVenue[kind]++;
            sameVenue += venues.count(key(footprint.venue(), kind), 1);
        }
        truncation = Math.max(truncation, footprint.truncation());
        if (!moved || stale) {
            return;
        }
        boolean first = ofKind[kind] == 1;
        stale = !first && footprint.nanos() < lastNanos[kind];
        if (!first && !stale) {
            add(footprint.nanos() - lastNanos[kind]);
        }
        lastNanos[kind] = footprint.nanos();
    }

    /** One less, as it was taken. */
    void forget(Footprint footprint, boolean moved) {
        int kind = footprint.kind().ordinal();
        count--;
        ofKind[kind]--;
        distinctSizes -= sizes.count(key(footprint.size(), kind), -1) == 1 ? 1 : 0;
        if (footprint.venue() != Absent.NAME) {
            withVenue[kind]--;
            sameVenue -= venues.count(key(footprint.venue(), kind), -1) - 1;
        }
        stale |= moved;
    }

    private static long key(long of, int kind) {
        return of * KINDS.length + kind;
    }

    private void add(long gap) {
        firstGap = gaps++ == 0 ? gap : firstGap;
        double beyond = gap - firstGap;
        more += beyond;
        moreSquared += beyond * beyond;
    }

    private void settle() {
        stale = false;
        gaps = 0;
        more = 0;
        moreSquared = 0;
        for (Footprint.Kind kind : KINDS) {
            long[] times = footprints.times(kind);
            for (int i = 1; i < times.length; i++) {
                add(times[i] - times[i - 1]);
            }
            lastNanos[kind.ordinal()] = times.length == 0 ? 0 : times[times.length - 1];
        }
    }

    /** {@return how many there are} */
    int count() {
        return count;
    }

    /** {@return the share, 0 to 1, of those not the first of their kind that repeat a size of their kind; NaN when there are none} */
    double repeatedSizes() {
        int kinds = 0;
        for (int those : ofKind) {
            kinds += those > 0 ? 1 : 0;
        }
        return count == kinds ? Double.NaN : (double) (count - distinctSizes) / (count - kinds);
    }

    /** {@return the chance, 0 to 1, that two of a kind were on the same venue; NaN when no two told one} */
    double venueRepetition() {
        long pairs = 0;
        for (int those : withVenue) {
            pairs += (long) those * (those - 1) / 2;
        }
        return pairs == 0 ? Double.NaN : (double) sameVenue / pairs;
    }

    /** {@return standard deviation of the time from one to the next of its kind over its mean; NaN while all were at once} */
    double gapVariation() {
        return variation(0);
    }

    /** {@return the least it may be, were every time as late as it may be or not} */
    double gapVariationLo() {
        return variation(-uncertain());
    }

    /** {@return the most it may be, infinite when the times are too coarse for any} */
    double gapVariationHi() {
        return variation(uncertain());
    }

    private double uncertain() {
        return Math.max(0, truncation - 1);
    }

    /** Every gap may be so much longer or shorter: then so may the deviation, and the mean the other way. */
    private double variation(double wider) {
        if (stale) {
            settle();
        }
        double beyond = more / gaps;
        double mean = firstGap + beyond - wider;
        double deviation = Math.sqrt(Math.max(0, moreSquared / gaps - beyond * beyond)) + wider;
        if (gaps == 0 || wider == 0 && mean == 0) {
            return Double.NaN;
        }
        return mean <= 0 ? Double.POSITIVE_INFINITY : Math.max(0, deviation) / mean;
    }
}
