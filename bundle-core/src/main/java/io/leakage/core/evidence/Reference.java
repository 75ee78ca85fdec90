package io.leakage.core.evidence;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;
import io.leakage.core.book.Listing;
import io.leakage.core.book.Market;
import io.leakage.core.book.ReferenceData;

/**
 * What an instrument is compared with: β and a basket. Over a window, what both explain of its move is
 * <pre>  β · mean over the members of 1e4 · (m(to) − m(from −)) / m(from −)</pre>
 * in basis points, unsigned by any order. A member in which we showed something within the window, or as long before it, is left out. Without
 * β or without members nothing is explained: 0. Worked case: β 1.5, one member up 2 bps, another down 1: 1.5 · 0.5 = 0.75. One thread.
 */
final class Reference {
    private static final Listing[] NONE = {};

    private final Trails trails;
    private double beta = Double.NaN;
    private Listing[] members = NONE;
    private int[] numbers = {};

    Reference(Trails trails) {
        this.trails = trails;
    }

    /** Takes over what was told of the instrument; from now on its members' past is kept. */
    void tell(ReferenceData data, Market market) {
        beta = data.value(ReferenceField.BETA) == Absent.LONG ? Double.NaN : data.of(ReferenceField.BETA, Double.NaN);
        numbers = new int[Double.isNaN(beta) ? 0 : data.members()];
        members = numbers.length == 0 ? NONE : new Listing[numbers.length];
        for (int i = 0; i < members.length; i++) {
            numbers[i] = data.member(i);
            market.keep(numbers[i]);
            members[i] = market.listing(numbers[i]);
        }
    }

    /** {@return whether there is anything to compare with} */
    boolean isThere() {
        return members != NONE;
    }

    /** {@return whether an instrument is among what is compared with} */
    boolean has(int instrument) {
        for (int number : numbers) {
            if (number == instrument) {
                return true;
            }
        }
        return false;
    }

    /** {@return the member that has no feed yet, {@code Absent.NAME} when all have} */
    int missing(Market market) {
        for (int number : numbers) {
            if (market.feed(number) == Absent.NAME) {
                return number;
            }
        }
        return Absent.NAME;
    }

    /** {@return whether a member belongs to a feed} */
    boolean isOn(int feed, Market market) {
        for (int number : numbers) {
            if (market.feed(number) == feed) {
                return true;
            }
        }
        return false;
    }

    /** {@return the feed of a member that has come least far, of those that have not ended; {@code Absent.NAME} when all are whole} */
    int slowest(Market market) {
        int slowest = Absent.NAME;
        for (int number : numbers) {
            int feed = market.feed(number);
            boolean runs = feed != Absent.NAME && !market.ended(feed);
            slowest = runs && (slowest == Absent.NAME || market.watermark(feed) < market.watermark(slowest)) ? feed : slowest;
        }
        return slowest;
    }

    /** {@return how far all members are known: {@link Long#MIN_VALUE} while one has no feed, {@link Long#MAX_VALUE} when all have ended} */
    long watermark(Market market) {
        if (missing(market) != Absent.NAME) {
            return Long.MIN_VALUE;
        }
        int slowest = slowest(market);
        return slowest == Absent.NAME ? Long.MAX_VALUE : market.watermark(slowest);
    }

    /** {@return what it explains of the move over a window, NaN when a member's mid is not known, or when all are left out} */
    double move(long from, long to) {
        if (!isThere()) {
            return 0;
        }
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < members.length; i++) {
            if (!isOurs(numbers[i], from, to)) {
                sum += Response.of(members[i], from, to);
                counted++;
            }
        }
        return beta * sum / counted;
    }

    private boolean isOurs(int member, long from, long to) {
        Trail trail = trails.at(member);
        return trail != null && trail.anyWithin(from - (to - from), to);
    }

    /** {@return whether a hole of a member, that may yet be filled, lies in a window} */
    boolean hasHole(long from, long to) {
        for (Listing member : members) {
            if ((member.holesAt(from - 1) | member.holesWithin(from - 1, to)) != 0) {
                return true;
            }
        }
        return false;
    }
}
