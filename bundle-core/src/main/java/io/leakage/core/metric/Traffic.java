package io.leakage.core.metric;

import io.leakage.core.book.PrintTape;
import io.leakage.core.book.Traded;

/**
 * What traded between two {@link Mark}s: as their first instants have it, and what is certain whichever instants they mean. What lies between
 * the two is uncertain, and its prices are within a range.
 */
final class Traffic {
    private final Traded value = new Traded();
    private final Traded certain = new Traded();
    private final Traded widest = new Traded();
    private long reference;
    private long priceLo;
    private long priceHi;

    /** Sums up; both marks are known. */
    void look(PrintTape prints, Mark start, Mark end) {
        reference = prints.reference();
        sum(prints, value, start.place(), start.traded(), end.place(), end.traded());
        sum(prints, widest, start.place(), start.traded(), end.lastPlace(), end.tradedLast());
        if (start.lastPlace() <= end.place()) {
            sum(prints, certain, start.lastPlace(), start.tradedLast(), end.place(), end.traded());
        } else {
            certain.set(value);
            certain.since(value);
        }
        priceLo = Math.min(start.priceLo(), end.priceLo());
        priceHi = Math.max(start.priceHi(), end.priceHi());
    }

    private static void sum(PrintTape prints, Traded into, long from, Traded before, long to, Traded after) {
        into.set(after);
        into.since(before);
        prints.takeOut(from, to, into);
    }

    /** {@return shares} */
    long volume() {
        return value.volume();
    }

    /** {@return the fewest shares it may have been} */
    long volumeLo() {
        return certain.volume();
    }

    /** {@return the most shares it may have been} */
    long volumeHi() {
        return widest.volume();
    }

    /** {@return shares that buyers took} */
    long bought() {
        return value.bought();
    }

    /** {@return shares that sellers took} */
    long sold() {
        return value.sold();
    }

    /** Takes in every share of the buyers, in parts of {@code scale}, that it may have been. */
    void boughtShares(double scale, Interval into) {
        double least = certain.bought() + (double) widest.sold();
        double most = widest.bought() + (double) certain.sold();
        into.include(least == 0 ? 0 : scale * certain.bought() / least);
        into.include(most == 0 ? scale : scale * widest.bought() / most);
    }

    /** {@return average price in units of 1e-8 of what remains without own trades of so many shares and so much money over the reference} */
    double average(long ownShares, double ownMoney) {
        return reference + (value.money() - ownMoney) / (value.volume() - ownShares);
    }

    /** {@return the lowest that average may have been} */
    double averageLo(long ownShares, double ownMoney) {
        return end(ownShares, ownMoney, priceLo, -1);
    }

    /** {@return the highest that average may have been} */
    double averageHi(long ownShares, double ownMoney) {
        return end(ownShares, ownMoney, priceHi, 1);
    }

    /** What is uncertain pulls the average of what is certain to its own prices; the more of it, the further. */
    private double end(long ownShares, double ownMoney, long price, int towards) {
        long uncertain = widest.volume() - certain.volume();
        long shares = certain.volume() - ownShares;
        double money = certain.money() - ownMoney;
        double average = average(ownShares, ownMoney);
        if (uncertain == 0) {
            return average;
        }
        double all = (money + (double) uncertain * (price - reference)) / (shares + uncertain);
        double alone = shares > 0 ? money / shares : price - reference;
        double found = reference + (towards < 0 ? Math.min(all, alone) : Math.max(all, alone));
        return towards < 0 ? Math.min(found, average) : Math.max(found, average);
    }

    /** {@return the price that own money is told from, in units of 1e-8} */
    long reference() {
        return reference;
    }
}
