package io.leakage.core.evidence;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import io.leakage.core.book.QuoteTape;

/** How the mid moved from just before an instant to a horizon after it. */
final class Response {
    private Response() {
    }

    /**
     * {@return 1e4 · (m(to) − m(from −)) / m(from −), in basis points, unsigned by any order; NaN when a mid is not known, or when a hole, a
     * halt, a volatility pause, an auction or a clearing lies between, or when a clock contradicts the time of either}
     */
    static double of(Listing listing, long from, long to) {
        return of(listing, from, to, listing.tape().rowBefore(from));
    }

    /** {@return the same; {@code base} is the tape's row in force just before {@code from}} */
    private static double of(Listing listing, long from, long to, int base) {
        if (!isWhole(listing, from, to)) {
            return Double.NaN;
        }
        QuoteTape tape = listing.tape();
        int end = tape.rowAt(to);
        long before = mid(tape, base);
        long after = mid(tape, end);
        boolean known = before != Absent.LONG && after != Absent.LONG && !Flag.CLOCK_INCONSISTENT.in(tape.flags(base) | tape.flags(end));
        return known ? 1e4 * (after - before) / before : Double.NaN;
    }

    /** {@return the same beyond what a reference explains of it; {@code base} is the tape's row in force just before {@code from}} */
    static double beyond(Reference reference, Listing listing, long from, long to, int base) {
        double move = of(listing, from, to, base);
        return reference.isThere() && !Double.isNaN(move) ? move - reference.move(from, to) : move;
    }

    private static boolean isWhole(Listing listing, long from, long to) {
        return listing.holesAt(from - 1) == 0
                && (listing.isPristine() || listing.holesWithin(from - 1, to) == 0 && listing.breaksWithin(from - 1, to) == 0);
    }

    /** {@return twice the mid of a row, {@code Absent.LONG} when there is none} */
    static long mid(QuoteTape tape, int row) {
        return row < 0 ? Absent.LONG : tape.midTwice(row);
    }
}
