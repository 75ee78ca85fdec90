package io.leakage.simulator;

import io.leakage.api.event.Side;

/**
 * The exchange: matches in price-time order and tells the market what happened, ours and the background's alike. Every change of a
 * book goes through here, so what the ITCH messages say is all there is to know.
 */
final class Venue {
    private final Agenda agenda;
    private final ItchWriter itch;
    private long nextRef = 1;
    private long nextMatch = 1;
    private final Hidden hidden;

    Venue(Agenda agenda, ItchWriter itch) {
        this(agenda, itch, Hidden.NONE);
    }

    Venue(Agenda agenda, ItchWriter itch, Hidden hidden) {
        this.agenda = agenda;
        this.itch = itch;
        this.hidden = hidden;
    }

    /**
     * A limit order arrives: takes what its limit reaches, then rests.
     *
     * @param immediate   true when nothing may rest
     * @param owner       hears of executions, null for the background
     * @param participant four letters shown with the resting order, null for none
     * @return the resting order, null when nothing rests
     */
    RestingOrder enter(Listing listing, Side side, long shares, long limit, boolean immediate, OrderOwner owner, String participant) {
        long left = take(listing, side, shares, limit, owner);
        RestingOrder resting = left == 0 || immediate ? null : rest(listing, side, left, limit, owner, participant);
        listing.observe(agenda.now());
        return resting;
    }

    /** Takes shares off a resting order; the rest keeps its place. */
    void reduce(Listing listing, RestingOrder order, long shares) {
        if (shares >= order.shares) {
            delete(listing, order);
            return;
        }
        itch.cancelled(listing.locate, agenda.now(), order.ref, shares);
        listing.book.reduce(order, shares);
    }

    /** Takes a resting order out. */
    void delete(Listing listing, RestingOrder order) {
        itch.deleted(listing.locate, agenda.now(), order.ref);
        listing.book.remove(order);
        listing.observe(agenda.now());
    }

    /**
     * Gives a resting order a new price and size; it is last in its new queue. One that would trade at once leaves and arrives anew.
     *
     * @return the order that now rests, null when all of it traded
     */
    RestingOrder replace(Listing listing, RestingOrder order, long shares, long price) {
        if (reaches(listing, order.side, price)) {
            delete(listing, order);
            return enter(listing, order.side, shares, price, false, order.owner, null);
        }
        RestingOrder replacement = new RestingOrder(nextRef++, order.side, price, shares, order.owner);
        itch.replaced(listing.locate, agenda.now(), order.ref, replacement.ref, shares, price);
        listing.book.remove(order);
        listing.book.add(replacement);
        listing.observe(agenda.now());
        return replacement;
    }

    /** Two orders nobody saw trade with each other. */
    void printHidden(Listing listing, long shares, long price) {
        itch.hiddenTrade(listing.locate, agenda.now(), shares, listing.symbol, price, nextMatch++);
    }

    /** A displayed order with discretion trades at a price it did not show. */
    void executeAt(Listing listing, RestingOrder order, long shares, long price) {
        long executed = Math.min(shares, order.shares);
        itch.executedAt(listing.locate, agenda.now(), order.ref, executed, nextMatch++, true, price);
        listing.book.reduce(order, executed);
        listing.observe(agenda.now());
    }

    /** An auction prints. */
    void printCross(Listing listing, long shares, long price, char crossType) {
        itch.cross(listing.locate, agenda.now(), shares, listing.symbol, price, nextMatch++, crossType);
    }

    private long take(Listing listing, Side side, long shares, long limit, OrderOwner owner) {
        long left = reaches(listing, side, limit) ? shares - takeHidden(listing, side, shares, owner) : shares;
        long first = listing.book.bestPrice(side.opposite(), limit);
        long lit = left;
        while (left > 0 && reaches(listing, side, limit)) {
            RestingOrder maker = listing.book.best(side.opposite()).first;
            long executed = Math.min(left, maker.shares);
            long match = nextMatch++;
            itch.executed(listing.locate, agenda.now(), maker.ref, executed, match);
            listing.book.reduce(maker, executed);
            left -= executed;
            tell(maker.owner, executed, maker.price, match, true);
            tell(owner, executed, maker.price, match, false);
        }
        if (left < lit && owner == null && listing.trades != null) {
            listing.trades.traded(side, first);
        }
        return left;
    }

    /** {@return how much of a taker's shares somebody took at the mid whom nobody saw} */
    private long takeHidden(Listing listing, Side side, long shares, OrderOwner owner) {
        long waiting = hidden.shares(listing.locate, agenda.now());
        PriceLevel near = listing.book.best(side);
        if (waiting == 0 || near == null) {
            return 0;
        }
        long executed = Math.min(shares, waiting);
        long price = (near.price + listing.book.best(side.opposite()).price) / 2;
        long match = nextMatch++;
        itch.hiddenTrade(listing.locate, agenda.now(), executed, listing.symbol, price, match);
        tell(owner, executed, price, match, false);
        return executed;
    }

    private RestingOrder rest(Listing listing, Side side, long shares, long limit, OrderOwner owner, String participant) {
        RestingOrder order = new RestingOrder(nextRef++, side, limit, shares, owner);
        if (participant == null) {
            itch.add(listing.locate, agenda.now(), order.ref, side, shares, listing.symbol, limit);
        } else {
            itch.addAttributed(listing.locate, agenda.now(), order.ref, side, shares, listing.symbol, limit, participant);
        }
        listing.book.add(order);
        return order;
    }

    private static boolean reaches(Listing listing, Side side, long limit) {
        PriceLevel best = listing.book.best(side.opposite());
        return best != null && side.sign() * (limit - best.price) >= 0;
    }

    private static void tell(OrderOwner owner, long shares, long price, long match, boolean added) {
        if (owner != null) {
            owner.executed(shares, price, match, added);
        }
    }
}
