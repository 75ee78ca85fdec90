package io.leakage.core.book;

import io.leakage.api.event.Absent;
import java.util.Arrays;

/**
 * What an instrument's own trading teaches of a usual day, where nobody told it: how far the mid moves and how much trades, from spans of
 * five minutes of the clock with a mid at both ends:
 * <pre>  σ = √(78 · Σ r² / n),  V = 78 · Σ v / n,  r = ln(mid at the end / mid at the beginning)</pre>
 * <p>78 spans are a day of six and a half hours. Five minutes are long enough for the bounce between bid and offer not to count as volatility
 * (Liu, Patton and Sheppard, Journal of Econometrics 187, 2015, 293–311). A span counts when something was quoted or traded in it or within
 * the {@value #MOST_QUIET} spans before; so nights do not. What is known as of an instant does not depend on when it is asked. One thread;
 * allocates only to grow.
 */
public final class UsualDay {
    /** So many spans, an hour, must have been seen: σ is then known to about a fifth. */
    public static final int ENOUGH = 12;

    static final long SPAN_NANOS = 300_000_000_000L;
    private static final int SPANS_A_DAY = 78;
    private static final int MOST_QUIET = 3;
    private static final int FIRST_ROWS = 16;
    private static final int DEFAULT_BOUND = 64;

    private final Listing listing;
    private int kept = DEFAULT_BOUND;
    /** By counted span: its end, and the sums over all up to it. */
    private long[] ends = {};
    private double[] squares = {};
    private long[] volumes = {};
    private long[] counts = {};
    private long written;
    /** The span that is going on, and the last in which something happened. */
    private long span;
    private long active;
    private long midTwice = Absent.LONG;
    private long traded;
    private double square;
    private long volume;
    private long count;
    /** The sums when the day began: what precedes the trading hours is taken back. */
    private double squareBefore;
    private long volumeBefore;
    private long countBefore;
    private boolean begun;

    UsualDay(Listing listing) {
        this.listing = listing;
    }

    /** Raises the number of spans remembered. */
    void keep(int rows) {
        kept = Math.max(kept, rows);
    }

    /** Something is quoted or traded. {@return from when on that must be told again} */
    long happens(long nanos) {
        long end = pass(nanos);
        active = span;
        return end;
    }

    /** The clock passes; what comes next is not in the tapes yet. {@return the end of the span it is in} */
    private long pass(long nanos) {
        long now = Math.floorDiv(nanos, SPAN_NANOS);
        long before = listing.tape.last() < 0 ? Absent.LONG : listing.tape.midTwice(listing.tape.last());
        long last = Math.min(now, active + MOST_QUIET + 1);
        for (; span < last; span++) {
            end((span + 1) * SPAN_NANOS, before);
        }
        if (span < now) {
            span = now;
            midTwice = Absent.LONG;
        }
        return (now + 1) * SPAN_NANOS;
    }

    /** A span ends, with this mid in force. */
    private void end(long nanos, long mid) {
        long known = mid != Absent.LONG && listing.holesAt(nanos) == 0 ? mid : Absent.LONG;
        long now = listing.prints.volume();
        if (midTwice != Absent.LONG && known != Absent.LONG) {
            // StrictMath: the same on every machine
            double move = StrictMath.log((double) known / midTwice);
            square += move * move;
            volume += now - traded;
            count++;
            write(nanos);
        }
        midTwice = known;
        traded = now;
    }

    private void write(long nanos) {
        if (written >= ends.length && ends.length < kept) {
            int larger = Math.max(FIRST_ROWS, 2 * ends.length);
            ends = Arrays.copyOf(ends, larger);
            squares = Arrays.copyOf(squares, larger);
            volumes = Arrays.copyOf(volumes, larger);
            counts = Arrays.copyOf(counts, larger);
        }
        int at = (int) (written++ % ends.length);
        ends[at] = nanos;
        squares[at] = square;
        volumes[at] = volume;
        counts[at] = count;
    }

    /** Another day of the venue. */
    void startDay() {
        squareBefore = square;
        volumeBefore = volume;
        countBefore = count;
        begun = false;
    }

    /** Trading hours begin: what was before is no part of a usual day. */
    void begin() {
        if (!begun) {
            square = squareBefore;
            volume = volumeBefore;
            count = countBefore;
            midTwice = Absent.LONG;
            begun = true;
        }
    }

    /**
     * {@return the place of what is known as of an instant that the feed has passed; −1 when that is less than {@value #ENOUGH} spans, or
     * forgotten}
     */
    public int asOf(long nanos) {
        if (nanos >= (span + 1) * SPAN_NANOS) {
            pass(nanos);
        }
        for (long row = written - 1; row >= Math.max(0, written - ends.length); row--) {
            int at = (int) (row % ends.length);
            if (ends[at] <= nanos) {
                return counts[at] < ENOUGH ? -1 : at;
            }
        }
        return -1;
    }

    /** {@return a day's volatility as a share of the price; NaN when nothing moved} */
    public double volatility(int place) {
        double variance = SPANS_A_DAY * squares[place] / counts[place];
        return variance > 0 ? Math.sqrt(variance) : Double.NaN;
    }

    /** {@return a day's volume in shares; NaN when nothing traded} */
    public double dailyVolume(int place) {
        return volumes[place] > 0 ? (double) SPANS_A_DAY * volumes[place] / counts[place] : Double.NaN;
    }
}
