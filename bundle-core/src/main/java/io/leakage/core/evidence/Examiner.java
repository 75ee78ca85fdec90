package io.leakage.core.evidence;

import io.leakage.api.event.Absent;
import io.leakage.core.book.Listing;
import io.leakage.core.book.QuoteTape;

/** Answers, horizon by horizon, how a footprint stands among its placebos, or why nobody can say. Allocates nothing; one thread. */
final class Examiner {
    /** How long after a footprint a phantom takes the far touch: half a millisecond. */
    static final long LATENCY_NANOS = 500_000L;
    /** An order's own quiet windows are compared with from so many on. */
    private static final int LEAST_QUIET = 5;

    private final Draw draw = new Draw();

    /** Answers every horizon that is due. */
    void answer(Footprint footprint, Listing listing, long watermark) {
        footprint.trail.catchUp(listing, watermark);
        while (footprint.isOpen() && footprint.due() <= watermark) {
            int horizon = footprint.next();
            answer(footprint, listing, horizon);
            footprint.parent.answered(footprint, horizon);
        }
    }

    /** Answers that there will be no answer: the feed ended. */
    void censor(Footprint footprint) {
        while (footprint.isOpen()) {
            int horizon = footprint.next();
            footprint.answer(Fate.CENSORED);
            footprint.parent.answered(footprint, horizon);
        }
    }

    private void answer(Footprint footprint, Listing listing, int horizon) {
        if (!footprint.isTimed(horizon)) {
            footprint.answer(Fate.UNDECIDABLE);
        } else if (footprint.trail.isCrowded(footprint, horizon)) {
            footprint.answer(Fate.CROWDED);
        } else {
            rank(footprint, listing, horizon);
        }
    }

    private void rank(Footprint footprint, Listing listing, int horizon) {
        int base = listing.tape().rowBefore(footprint.nanos());
        double move = Response.beyond(footprint.trail.reference, listing, footprint.nanos(), footprint.until(horizon), base);
        int state = Double.isNaN(move) ? MarketState.UNKNOWN : MarketState.before(listing, footprint.nanos(), base);
        if (state == MarketState.UNKNOWN) {
            footprint.answer(Fate.DISTURBED);
            return;
        }
        footprint.match(kind(footprint, listing.tape(), base), state);
        if (!draw(footprint, horizon)) {
            footprint.answer(draw.isBroken() ? Fate.VOLATILITY_BREAK : Fate.UNMATCHED);
            return;
        }
        int sign = footprint.sign();
        double[] placebos = draw.signed(sign);
        double mean = 0;
        for (double placebo : placebos) {
            mean += placebo / placebos.length;
        }
        if (horizon == Horizons.MAIN) {
            long mid = Response.mid(listing.tape(), base);
            double quiet = draw.quiet(pool(footprint, horizon), footprint.parent.parent().isApart() ? Long.MAX_VALUE
                    : footprint.parent.parent().arrivalNanos(), LEAST_QUIET);
            footprint.tell(sign * quiet, phantom(listing.tape(), footprint), mid);
        }
        double tieBreak = Seed.uniform(Seed.with(seed(footprint, horizon), -1));
        footprint.count(sign * move, mean, Rank.of(sign * move, placebos, placebos.length, tieBreak));
    }

    /** Draws the placebos of a footprint that was matched, or draws them again. {@return what was drawn, null when they are too few} */
    Draw drawn(Footprint footprint, int horizon) {
        return draw(footprint, horizon) ? draw : null;
    }

    /** {@return how far states were widened in the last draw} */
    int widening() {
        return draw.widening();
    }

    private boolean draw(Footprint footprint, int horizon) {
        return draw.draw(pool(footprint, horizon), footprint.trail, footprint.nanos(), Horizons.nanos(horizon),
                footprint.parent.born(), footprint.state(), seed(footprint, horizon));
    }

    /** {@return the instants its placebos are drawn from} */
    static PlaceboPool pool(Footprint footprint, int horizon) {
        return footprint.trail.placebos.pool(footprint.placeboKind(), horizon);
    }

    private static long seed(Footprint footprint, int horizon) {
        return Seed.with(Seed.with(Seed.of(footprint.nanos(), footprint.trail.instrument), footprint.nanos()), horizon);
    }

    /** {@return what kind of placebos it takes, {@code row} in force just before it: a fill's price tells the aggressor where its report does not} */
    private static int kind(Footprint footprint, QuoteTape tape, int row) {
        if (!footprint.isFilled()) {
            return Placebos.CLOCK;
        }
        if (Placebos.isInside(tape, row, footprint.price())) {
            return Placebos.INSIDE;
        }
        int sign = footprint.sign();
        if (footprint.liquidity() == 1 || footprint.liquidity() == 2) {
            return Placebos.kind(footprint.liquidity() == 1 ? -sign : sign);
        }
        long over = 2 * footprint.price() - Response.mid(tape, row);
        return Placebos.kind(over == 0 ? sign : Long.signum(over));
    }

    /** {@return what is earned by who takes the far touch after a latency and leaves at the near touch at the main horizon, in basis points} */
    private static double phantom(QuoteTape tape, Footprint footprint) {
        int in = tape.rowAt(footprint.nanos() + LATENCY_NANOS);
        int out = tape.rowAt(footprint.until(Horizons.MAIN));
        if (Response.mid(tape, in) == Absent.LONG || Response.mid(tape, out) == Absent.LONG) {
            return Double.NaN;
        }
        double gain = footprint.sign() > 0 ? tape.bid(out) - tape.offer(in) : tape.bid(in) - tape.offer(out);
        return 2e4 * gain / tape.midTwice(in);
    }
}
