package io.leakage.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A line to nowhere: its orders never reach the venue, and yet its drop copy looks as any other. A child that rests is acknowledged and
 * never filled; one that takes claims as its own the next trade in which somebody took on its side. So the market is the one there would
 * have been.
 */
final class GhostGateway extends OrderGateway {
    private final List<ChildOrder> claims = new ArrayList<>();

    GhostGateway(Agenda agenda, Venue venue, Listing listing, long seed, long midnightNanos, List<DeskMessage> dropCopy, int line) {
        super(agenda, venue, seed, midnightNanos, dropCopy, line, (child, act) -> { });
        listing.trades = (taker, price) -> {
            for (Iterator<ChildOrder> waiting = claims.iterator(); waiting.hasNext();) {
                ChildOrder child = waiting.next();
                if (child.parent.plan.side() == taker) {
                    waiting.remove();
                    acknowledge(child);
                    fill(child, child.quantity, price, false);
                }
            }
        };
    }

    @Override
    void accept(ChildOrder child) {
        if (child.immediate) {
            claims.add(child);
        } else {
            acknowledge(child);
        }
    }

    @Override
    void pull(ChildOrder child) {
        // it never was in the book
    }
}
