package io.leakage.simulator;

import io.leakage.api.event.Side;

/**
 * Knows our orders when it sees them, and trades ahead of what must follow: a latency after each it takes on our side, on average so many
 * levels of the far side, and keeps what it took. It may be blind to one of our acts, or to all: the counterfactual.
 */
final class Predator implements Witness {
    private static final long STREAM = 9;

    private final Agenda agenda;
    private final Venue venue;
    private final World world;
    private final long seed;
    private final long blindTo;
    private long acts;

    Predator(Agenda agenda, Venue venue, World world, long seed, long blindTo) {
        this.agenda = agenda;
        this.venue = venue;
        this.world = world;
        this.seed = seed;
        this.blindTo = blindTo;
    }

    @Override
    public void saw(ChildOrder child, Act act) {
        long number = acts++;
        Listing listing = child.parent.listing;
        double chance = new Draws(seed, STREAM, ((long) listing.locate << 32) + number).uniform();
        int levels = (int) (world.predator() + chance);
        if (levels > 0 && blindTo != Stretch.ALL && blindTo != number) {
            Side side = child.parent.plan.side();
            agenda.after(world.latencyNanos(), () -> take(listing, side, levels));
        }
    }

    private void take(Listing listing, Side side, int levels) {
        for (int i = 0; i < levels && !listing.halted; i++) {
            PriceLevel far = listing.book.best(side.opposite());
            if (far == null || listing.book.ladder(side.opposite()).size() < 2) {
                return;
            }
            venue.enter(listing, side, far.shares, far.price, true, null, null);
        }
    }
}
