package io.leakage.core.evidence;

import io.leakage.api.event.Absent;
import io.leakage.core.book.Listing;
import io.leakage.core.book.PrintTape;
import io.leakage.core.book.QuoteTape;
import java.util.Arrays;

/**
 * The placebo instants of one instrument, from a second after its past is known on: for footprints that took nothing, instants on a seeded
 * grid of the clock; for fills, the first public trade at the touch in a step of the grid, by who was the aggressor, or the first inside
 * the spread; each for every horizon. They are found as the feed comes past them, so a market event costs a comparison. One thread; no allocation but to grow.
 */
final class Placebos {
    /** For footprints without a fill. */
    static final int CLOCK = 0;
    /** For fills in which a buyer was the aggressor. */
    static final int BOUGHT = 1;
    /** For fills in which a seller was. */
    static final int SOLD = 2;
    /** For fills inside the spread: nothing displayed was taken, whoever was the aggressor. */
    static final int INSIDE = 3;

    /** The clock's grid: at least this, and a quarter more than the horizon. */
    private static final long LEAST_STEP = 500_000_000L;
    private static final int KINDS = 4;

    private final int instrument;
    private final Reference reference;
    private final PlaceboPool[] pools = new PlaceboPool[KINDS * Horizons.COUNT];
    /** By horizon: step of the clock's grid, and the instant at hand in it. */
    private final long[] step = new long[Horizons.COUNT];
    private final long[] instant = new long[Horizons.COUNT];
    /** By pool of trades: the print at hand, and the first step of the grid that has none yet. */
    private final long[] print = new long[pools.length];
    private final long[] free = new long[pools.length];
    /** By pool: the feed's time after which there is something to look at; and the least of them. */
    private final long[] dues = new long[pools.length];
    private long due = Long.MAX_VALUE;
    private long since;
    /** The first instant passed over for a hole that may still be filled. */
    private long passedOver = Long.MAX_VALUE;

    /** None yet: {@link #begin} says from when. */
    Placebos(int instrument, Reference reference) {
        this.instrument = instrument;
        this.reference = reference;
        for (int i = 0; i < pools.length; i++) {
            pools[i] = new PlaceboPool();
        }
    }

    /** {@return how far apart instants lie at least, on average} */
    static long step(long horizon) {
        return Math.max(LEAST_STEP, horizon + horizon / 4);
    }

    /** Begins at a time. */
    void begin(Listing listing, long nanos) {
        since = nanos;
        for (int h = 0; h < Horizons.COUNT; h++) {
            step[h] = step(Horizons.nanos(h));
        }
        Arrays.fill(print, Long.MAX_VALUE);
        Arrays.fill(instant, Long.MAX_VALUE);
        goBack(listing, nanos);
    }

    /**
     * A hole was filled: what was passed over for one is looked at again, and all behind it, since windows may lie otherwise then.
     *
     * @return the first instant that may be another now, {@link Long#MAX_VALUE} when none is
     */
    long lookAgain(Listing listing) {
        long first = passedOver;
        if (first < Long.MAX_VALUE) {
            goBack(listing, first);
        }
        return first;
    }

    /** All of them are looked at again: it is compared with something else now. */
    void beginAgain(Listing listing) {
        begin(listing, since);
    }

    /** Those from an instant on are looked at again: what moved a member of the basket is known to be ours now, or no longer. */
    void lookAgainSince(Listing listing, long nanos) {
        long first = passedOver;
        goBack(listing, Math.max(since, nanos));
        passedOver = first < nanos ? first : passedOver;
    }

    /** Each horizon goes back to an instant, unless it has not come that far. */
    private void goBack(Listing listing, long nanos) {
        due = Long.MIN_VALUE;
        Arrays.fill(dues, Long.MIN_VALUE);
        passedOver = Long.MAX_VALUE;
        long place = listing.prints().placeAt(nanos);
        for (int i = 0; i < pools.length; i++) {
            pools[i].forgetSince(nanos);
            print[i] = Math.min(print[i], place == PrintTape.BEFORE_REACH ? listing.prints().oldest() : place);
            boolean any = pools[i].added() > pools[i].oldest();
            free[i] = any ? Math.floorDiv(pools[i].nanos(pools[i].added() - 1), step[i % Horizons.COUNT]) + 1 : Long.MIN_VALUE;
        }
        for (int h = 0; h < Horizons.COUNT; h++) {
            boolean further = instant[h] > nanos;
            if (further) {
                next(h, Math.floorDiv(nanos, step[h]));
            }
            if (further && instant[h] < nanos) {
                next(h, Math.floorDiv(nanos, step[h]) + 1);
            }
        }
    }

    /** {@return the instants for a kind of footprint and a horizon} */
    PlaceboPool pool(int kind, int horizon) {
        return pools[kind * Horizons.COUNT + horizon];
    }

    /** Something traded: there is something to look at when its windows are over. */
    void traded(long nanos) {
        for (int i = BOUGHT * Horizons.COUNT; i < dues.length; i++) {
            dues[i] = Math.min(dues[i], nanos + Horizons.nanos(i % Horizons.COUNT));
        }
        due = Math.min(due, nanos + Horizons.nanos(0));
    }

    /** Looks at every window that the feed has come past. */
    void catchUp(Listing listing, long watermark) {
        if (due >= watermark) {
            return;
        }
        due = Long.MAX_VALUE;
        for (int i = 0; i < dues.length; i++) {
            if (dues[i] < watermark) {
                dues[i] = i < BOUGHT * Horizons.COUNT ? clock(listing, watermark, i) : trades(listing, watermark, i);
            }
            due = Math.min(due, dues[i]);
        }
    }

    /** {@return when the next window is over} */
    private long clock(Listing listing, long watermark, int h) {
        long horizon = Horizons.nanos(h);
        if (watermark - instant[h] > Draw.REACH_NANOS + horizon) {
            next(h, Math.floorDiv(watermark - Draw.REACH_NANOS - horizon, step[h]) + 1);
        }
        while (instant[h] + horizon < watermark) {
            take(listing, pool(CLOCK, h), instant[h], horizon, listing.tape().rowBefore(instant[h]));
            next(h, Math.floorDiv(instant[h], step[h]) + 1);
        }
        return instant[h] + horizon;
    }

    /** Goes to the instant of a step: anywhere in it that leaves the window before the next step. */
    private void next(int h, long number) {
        double chance = Seed.uniform(Seed.with(Seed.with(Seed.of(number * step[h], instrument), h), number));
        instant[h] = number * step[h] + (long) (chance * (step[h] - Horizons.nanos(h)));
    }

    /** {@return when the window of the next print is over, {@link Long#MAX_VALUE} while there is none} */
    private long trades(Listing listing, long watermark, int pool) {
        int kind = pool / Horizons.COUNT;
        int h = pool % Horizons.COUNT;
        long horizon = Horizons.nanos(h);
        PrintTape prints = listing.prints();
        print[pool] = Math.max(print[pool], prints.oldest());
        for (; print[pool] < prints.printed(); print[pool]++) {
            long nanos = prints.nanos(print[pool]);
            if (nanos + horizon >= watermark) {
                return nanos + horizon;
            }
            long number = Math.floorDiv(nanos, step[h]);
            boolean fits = number >= free[pool] && nanos >= since && nanos + horizon <= (number + 1) * step[h];
            if (fits && isOf(kind, prints, print[pool])) {
                int row = listing.tape().rowBefore(nanos);
                boolean taken = isWhere(kind, listing.tape(), row, prints.price(print[pool])) && take(listing, pools[pool], nanos, horizon, row);
                free[pool] = taken ? number + 1 : free[pool];
            }
        }
        return Long.MAX_VALUE;
    }

    private static boolean isOf(int kind, PrintTape prints, long print) {
        return kind == INSIDE || prints.aggressor(print) == (kind == BOUGHT ? 1 : -1);
    }

    private static boolean isWhere(int kind, QuoteTape tape, int row, long price) {
        return kind == INSIDE ? isInside(tape, row, price) : row >= 0 && price == (kind == BOUGHT ? tape.offer(row) : tape.bid(row));
    }

    /** {@return whether a price lies inside the spread of a row, its ends not included} */
    static boolean isInside(QuoteTape tape, int row, long price) {
        return row >= 0 && tape.midTwice(row) != Absent.LONG && tape.bid(row) < price && price < tape.offer(row);
    }

    /** {@return whether it was known well enough to serve; {@code row} was in force just before it} */
    private boolean take(Listing listing, PlaceboPool pool, long nanos, long horizon, int row) {
        int state = MarketState.before(listing, nanos, row);
        double move = state == MarketState.UNKNOWN ? Double.NaN : Response.beyond(reference, listing, nanos, nanos + horizon, row);
        if (Double.isNaN(move)) {
            boolean hole = (listing.holesAt(nanos - 1) | listing.holesWithin(nanos - 1, nanos + horizon)) != 0
                    || reference.hasHole(nanos, nanos + horizon);
            passedOver = hole ? Math.min(passedOver, nanos) : passedOver;
            return false;
        }
        pool.add(nanos, state, move);
        return true;
    }

    /** {@return which placebos a fill takes: by who was the aggressor, +1 the buyer, −1 the seller} */
    static int kind(int aggressor) {
        return aggressor > 0 ? BOUGHT : SOLD;
    }

}
