package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.book.PrintTape;
import io.leakage.core.book.Traded;

/**
 * The average price of the trades from the order's arrival on, up to the volume in which the whole order is a given share; of the trade that
 * reaches that volume only the part that is needed. Remembered once reached, so that the tape may forget.
 */
final class Weighted {
    private static final int MOST_STARTS = 64;

    private final Life life;
    private final Traded sums = new Traded();
    private final Traded other = new Traded();
    private final int percent;
    /** For what it was computed: the order's quantity, its first and last place, what was broken. */
    private long quantity = Absent.LONG;
    private long place;
    private long lastPlace;
    private int broken;
    private boolean reached;
    private long reachedNanos;
    private double average;
    private double lo;
    private double hi;
    private long missing;

    /**
     * Not reached yet.
     *
     * @param life    of the order
     * @param percent the order's share of the volume
     */
    Weighted(Life life, int percent) {
        this.life = life;
        this.percent = percent;
    }

    /** Looks at the tape. {@return {@link Flag} bits for which there is no price, 0 when there is one} */
    long look() {
        Mark start = life.start();
        long ordered = life.quantity();
        if (life.listing() == null || start.missing() != 0) {
            return life.missing();
        }
        if (ordered == Absent.LONG || ordered <= 0) {
            return Flag.NO_REFERENCE.bit();
        }
        PrintTape prints = life.listing().prints();
        boolean same = quantity == ordered && place == start.place() && lastPlace == start.lastPlace() && broken == prints.broken();
        if (!same || !reached) {
            quantity = ordered;
            place = start.place();
            lastPlace = start.lastPlace();
            broken = prints.broken();
            missing = compute(prints, start);
            reached = missing == 0;
        }
        return missing;
    }

    private long compute(PrintTape prints, Mark start) {
        if (prints.overflowed()) {
            return Flag.OVERFLOW.bit();
        }
        if (lastPlace - place > MOST_STARTS) {
            return Flag.ORDER_UNDECIDABLE.bit();
        }
        lo = Double.POSITIVE_INFINITY;
        hi = Double.NEGATIVE_INFINITY;
        reachedNanos = Absent.LONG;
        for (long from = lastPlace; from >= place; from--) {
            if (from != place && from != lastPlace && from < prints.oldest()) {
                return Flag.BEFORE_TAPE.bit();
            }
            long to = crossing(prints, start, from);
            if (to < 0) {
                return to == PrintTape.BEFORE_REACH ? Flag.BEFORE_TAPE.bit() : Flag.OPEN.bit();
            }
            average = average(prints, start, from, to);
            lo = Math.min(lo, average);
            hi = Math.max(hi, average);
            reachedNanos = Math.max(reachedNanos, prints.nanos(to));
        }
        return 0;
    }

    /** {@return the print that reaches the volume, −2 when none does yet} */
    private long crossing(PrintTape prints, Mark start, long from) {
        if (!isReached(prints, start, from, prints.printed())) {
            return -2;
        }
        long low = Math.max(from, prints.oldest());
        if (isReached(prints, start, from, low)) {
            return PrintTape.BEFORE_REACH;
        }
        long high = prints.printed();
        while (high - low > 1) {
            long middle = low + high >>> 1;
            if (isReached(prints, start, from, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private boolean isReached(PrintTape prints, Mark start, long from, long to) {
        sum(prints, start, from, to);
        return (double) sums.volume() * percent >= 100.0 * quantity;
    }

    private void sum(PrintTape prints, Mark start, long from, long to) {
        Traded before = from == start.place() ? start.traded() : from == start.lastPlace() ? start.tradedLast() : null;
        prints.sums(to, sums);
        if (before == null) {
            prints.sums(from, other);
            before = other;
        }
        sums.since(before);
        prints.takeOut(from, to, sums);
    }

    private double average(PrintTape prints, Mark start, long from, long crossing) {
        sum(prints, start, from, crossing);
        double target = 100.0 * quantity / percent;
        double part = target - sums.volume();
        return prints.reference() + (sums.money() + part * (prints.price(crossing) - prints.reference())) / target;
    }

    /** {@return the average price in units of 1e-8; only when nothing is missing} */
    double average() {
        return average;
    }

    /** {@return the lowest it may have been} */
    double lo() {
        return lo;
    }

    /** {@return the highest it may have been} */
    double hi() {
        return hi;
    }

    /** {@return when the volume was reached} */
    long reachedNanos() {
        return reachedNanos;
    }
}
