package io.leakage.simulator;

import io.leakage.api.event.Side;

/**
 * Everybody else in one instrument: limit orders around the touch with lives of their own, market orders, hidden prints. When somebody
 * acts, and what dice he then throws, is settled by the seed alone; only what he makes of them depends on the book he sees.
 */
final class BackgroundFlow {
    private static final long ARRIVALS = 3;
    private static final long DECISIONS = 4;
    private static final double SECOND = 1e9;
    private static final double DEPTH_TICKS = 3.2;
    private static final double CLUSTERED = 0.55;
    private static final double CLUSTER_GAP_NANOS = 1.5e6;
    private static final String[] PARTICIPANTS = {"MKTA", "MKTB", "MKTC"};

    private final Agenda agenda;
    private final Venue venue;
    private final Listing listing;
    private final long seed;
    private final long endNanos;
    private final Draws arrivals;
    private final Worth worth;
    private double activity;
    private long decisions;
    private long digest;

    BackgroundFlow(Agenda agenda, Venue venue, Listing listing, long seed, long endNanos) {
        this(agenda, venue, listing, seed, endNanos, Course.STEADY);
    }

    BackgroundFlow(Agenda agenda, Venue venue, Listing listing, long seed, long endNanos, Course course) {
        this.agenda = agenda;
        this.venue = venue;
        this.listing = listing;
        this.seed = seed;
        this.endNanos = endNanos;
        arrivals = new Draws(seed, ARRIVALS, listing.locate);
        worth = new Worth(listing, seed, agenda.now(), course);
    }

    /** {@return all that was drawn so far, folded into one number: equal for both days of a pair} */
    long digest() {
        return digest;
    }

    /** Fills the book before the open: orders that live long, within so many nanoseconds. */
    void fillBook(int orders, long withinNanos) {
        for (int i = 0; i < orders; i++) {
            agenda.after(withinNanos * i / orders, () -> {
                Draws dice = nextDice();
                limitOrder(dice, dice.uniform() < 0.5 ? Side.BUY : Side.SELL, 20 * SECOND);
            });
        }
    }

    /** Begins continuous trading with an opening cross. */
    void open() {
        cross('O');
        scheduleNext();
    }

    /** Prints a cross at the present mid. */
    void cross(char type) {
        Draws dice = nextDice();
        venue.printCross(listing, dice.whole(50, 400) * 100, Math.round(reference()) * Listing.TICK, type);
    }

    private void scheduleNext() {
        activity = 0.98 * activity + 0.1 * arrivals.normal();
        double quiet = SECOND / listing.arrivalsPerSecond / (1 - CLUSTERED) * Math.exp(-activity);
        double gap = arrivals.exponential(arrivals.uniform() < CLUSTERED ? CLUSTER_GAP_NANOS : quiet);
        long next = agenda.now() + 1 + (long) gap;
        if (next < endNanos) {
            agenda.at(next, this::decide);
        }
    }

    private void decide() {
        worth.advance(agenda.now());
        Draws dice = nextDice();
        double kind = dice.uniform();
        double side = dice.uniform();
        if (listing.halted) {
            scheduleNext();
            return;
        }
        if (kind < 0.85) {
            limitOrder(dice, side < 0.5 ? Side.BUY : Side.SELL, lifeNanos(dice));
        } else if (kind < 0.96) {
            marketOrder(dice, side);
        } else if (kind < 0.985) {
            venue.printHidden(listing, size(dice), halfTickMid());
        } else {
            discretion(dice, side < 0.5 ? Side.BUY : Side.SELL);
        }
        scheduleNext();
    }

    private void limitOrder(Draws dice, Side side, double lifeNanos) {
        long shares = size(dice);
        long price = price(dice, side);
        String participant = dice.uniform() < 0.06 ? PARTICIPANTS[(int) dice.whole(0, 2)] : null;
        RestingOrder order = venue.enter(listing, side, shares, price, false, null, participant);
        expire(dice, order, lifeNanos);
    }

    /** The order leaves, shrinks or moves when its time is over; its dice are its own, so nobody else's fall differently for it. */
    private void expire(Draws dice, RestingOrder order, double lifeNanos) {
        long at = agenda.now() + 50_000 + (long) lifeNanos;
        if (at >= endNanos) {
            return;
        }
        agenda.at(at, () -> {
            if (!order.live()) {
                return;
            }
            double fate = dice.uniform();
            if (fate < 0.80) {
                venue.delete(listing, order);
            } else if (fate < 0.93) {
                expire(dice, venue.replace(listing, order, order.shares, price(dice, order.side)), lifeNanos(dice));
            } else {
                venue.reduce(listing, order, Math.max(1, order.shares / 2));
                expire(dice, order, lifeNanos(dice));
            }
        });
    }

    private void marketOrder(Draws dice, double side) {
        double cheap = worth.ticks() - listing.midTicks(worth.ticks());
        double buying = Math.min(0.9, Math.max(0.1, 0.5 + listing.cheapness * cheap));
        Side taker = side < buying ? Side.BUY : Side.SELL;
        PriceLevel far = listing.book.best(taker.opposite());
        if (far != null) {
            venue.enter(listing, taker, size(dice), far.price + taker.sign() * 2 * Listing.TICK, true, null, null);
        }
    }

    private void discretion(Draws dice, Side side) {
        PriceLevel best = listing.book.best(side);
        if (best != null && best.first.owner == null) {
            venue.executeAt(listing, best.first, size(dice), best.price + side.sign() * Listing.TICK / 2);
        }
    }

    /** Near the reference more often than far from it, never through the other side. */
    private long price(Draws dice, Side side) {
        double away = listing.halfSpreadTicks + dice.exponential(DEPTH_TICKS) - dice.uniform();
        double ticks = reference() - side.sign() * away;
        long price = (long) (side == Side.BUY ? Math.floor(ticks) : Math.ceil(ticks)) * Listing.TICK;
        PriceLevel far = listing.book.best(side.opposite());
        if (far != null && side.sign() * (price - far.price) >= 0) {
            return far.price - side.sign() * Listing.TICK;
        }
        return price;
    }

    private double reference() {
        return listing.followMid * listing.midTicks(worth.ticks()) + (1 - listing.followMid) * worth.ticks();
    }

    private long halfTickMid() {
        return Math.round(2 * listing.midTicks(worth.ticks())) * (Listing.TICK / 2);
    }

    /** Half of all orders flicker; few stay long. */
    private static double lifeNanos(Draws dice) {
        double kind = dice.uniform();
        return dice.exponential(kind < 0.45 ? 0.4 * SECOND : kind < 0.85 ? 5 * SECOND : 40 * SECOND);
    }

    private static long size(Draws dice) {
        double kind = dice.uniform();
        if (kind < 0.15) {
            return dice.whole(1, 99);
        }
        return kind < 0.9 ? dice.whole(1, 4) * 100 : dice.whole(5, 12) * 100;
    }

    private Draws nextDice() {
        long number = ((long) listing.locate << 40) + decisions++;
        digest = Draws.mix(digest ^ new Draws(seed, DECISIONS, number).bits() ^ agenda.now());
        return new Draws(seed, DECISIONS, number);
    }
}
