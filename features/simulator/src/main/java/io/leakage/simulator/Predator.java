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
    private final Stretch.Options options;
    private long acts;

    Predator(Agenda agenda, Venue venue, Stretch.Options options) {
        this.agenda = agenda;
        this.venue = venue;
        this.options = options;
    }

    @Override
    public void saw(ChildOrder child, Act act) {
        long number = acts++;
        Listing listing = child.parent.listing;
        double chance = new Draws(options.seed(), STREAM, ((long) listing.locate << 32) + number).uniform();
        int levels = (int) (options.world().predator() + chance);
        if (levels > 0 && sees(number)) {
            Side side = child.parent.plan.side();
            agenda.after(options.world().latencyNanos(), () -> take(listing, side, levels));
        }
    }

    private boolean sees(long number) {
        boolean switched = options.switched() && agenda.now() >= Stretch.turn(options);
        return !switched && options.blindTo() != Stretch.ALL && options.blindTo() != number;
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
