package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import io.leakage.core.book.Market;
import io.leakage.core.book.ReferenceData;
import io.leakage.core.order.ParentOrder;

/**
 * What the instruments an order's own is compared with did since it arrived: the mean of their moves, each weighing the same. One in which we
 * worked an order ourselves at that time is left out, since we moved it.
 */
final class Basket {
    private final Meter meter;
    private AsOf[] arrivals = {};
    private int[] members = {};
    private double move;
    private double moveLo;
    private double moveHi;
    private long flags;
    private int counted;

    Basket(Meter meter) {
        this.meter = meter;
    }

    /** Looks at how they stand now. */
    void look(Market market, Meters all) {
        ReferenceData data = meter.listing() == null ? null : meter.listing().reference();
        move = 0;
        moveLo = 0;
        moveHi = 0;
        flags = 0;
        counted = 0;
        if (data == null || data.members() == 0) {
            return;
        }
        follow(data, market);
        for (int i = 0; i < members.length; i++) {
            if (!all.isOurs(members[i], meter.parent())) {
                include(arrivals[i], members[i], market);
            }
        }
    }

    private void follow(ReferenceData data, Market market) {
        boolean same = members.length == data.members();
        for (int i = 0; same && i < members.length; i++) {
            same = members[i] == data.member(i);
        }
        if (same) {
            return;
        }
        members = new int[data.members()];
        arrivals = new AsOf[members.length];
        for (int i = 0; i < members.length; i++) {
            members[i] = data.member(i);
            arrivals[i] = new AsOf(meter, false);
            market.keep(members[i]);
        }
    }

    private void include(AsOf arrival, int member, Market market) {
        ParentOrder parent = meter.parent();
        arrival.ask(parent.arrivalNanos(), parent.arrivalTruncation(), Absent.LONG);
        int feed = market.feed(member);
        counted++;
        if (feed == Absent.NAME) {
            flags |= Flag.AWAITING_MARKET_DATA.bit();
            return;
        }
        Listing listing = market.listing(member);
        if (arrival.isOpen() && (market.watermark(feed) >= arrival.due() || market.ended(feed) && market.watermark(feed) + 1 >= arrival.due())) {
            arrival.answer(listing);
        } else if (arrival.isAnswered()) {
            arrival.answerAgain(listing);
        }
        int row = listing.tape().last();
        long holes = listing.openHoles();
        long now = holes == 0 ? AsOf.midTwice(listing.tape(), row) : Absent.LONG;
        flags |= arrival.flags() | AsOf.flags(listing.tape(), row) | holes | (listing.isLagging() ? Flag.LAGGED.bit() : 0);
        if (now == Absent.LONG || arrival.midTwice() == Absent.LONG) {
            move = Double.NaN;
            return;
        }
        move += (double) now / arrival.midTwice() - 1;
        moveLo += (double) now / arrival.range().hiTwice() - 1;
        moveHi += (double) now / arrival.range().loTwice() - 1;
    }

    /** {@return how many are compared with} */
    int counted() {
        return counted;
    }

    /** {@return {@link Flag} bits of their mids} */
    long flags() {
        return flags;
    }

    /** {@return mean of their moves as a share of their prices, NaN while one is not known} */
    double move() {
        return flagsAwait() || counted == 0 ? Double.NaN : move / counted;
    }

    /** {@return the least it may have been} */
    double moveLo() {
        return moveLo / counted;
    }

    /** {@return the most it may have been} */
    double moveHi() {
        return moveHi / counted;
    }

    private boolean flagsAwait() {
        return Flag.AWAITING_MARKET_DATA.in(flags);
    }
}
