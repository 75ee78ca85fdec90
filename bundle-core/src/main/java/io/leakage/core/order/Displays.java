package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What one order showed the street, by event time: its acceptance once, and each replace once by the ClOrdID it brought, however often and
 * in whatever order they are told. What a report leaves out of price and quantity is as it was before.
 */
final class Displays {
    private final List<Display> all = new ArrayList<>(1);
    private long askedPrice = Absent.LONG;
    private long askedQuantity = Absent.LONG;

    int count() {
        return all.size();
    }

    Display at(int index) {
        return all.get(index);
    }

    /** What the NewOrderSingle asked for. */
    void asked(long price, long quantity) {
        askedPrice = price;
        askedQuantity = quantity;
        settle();
    }

    /** Takes a report; one that tells of no acceptance and no replace changes nothing. */
    void hear(LeakageEvent event, long price) {
        OrderReport report = event.order();
        boolean replaces = Reports.replaces(report);
        if (!replaces && !Reports.accepts(report) || !Reports.isOfWhole(report) || event.venueNanos == Absent.LONG) {
            return;
        }
        Display told = new Display(report.order, replaces);
        told.nanos = event.venueNanos;
        told.truncation = report.truncation;
        told.toldPrice = price;
        told.toldQuantity = report.orderQty;
        take(told);
        settle();
    }

    /** Takes over those of another order that turned out to be this one. */
    void absorb(Displays other) {
        for (int i = 0; i < other.count(); i++) {
            take(other.at(i));
        }
        askedPrice = askedPrice == Absent.LONG ? other.askedPrice : askedPrice;
        askedQuantity = askedQuantity == Absent.LONG ? other.askedQuantity : askedQuantity;
        settle();
    }

    /** Of two that tell of the same, the earlier stands. */
    private void take(Display told) {
        int known = 0;
        while (known < all.size() && !isSame(all.get(known), told)) {
            known++;
        }
        if (known < all.size()) {
            if (all.get(known).nanos <= told.nanos) {
                return;
            }
            all.remove(known);
        }
        int at = all.size();
        while (at > 0 && isAfter(all.get(at - 1), told)) {
            at--;
        }
        all.add(at, told);
    }

    private static boolean isSame(Display one, Display other) {
        return one.replaces ? other.replaces && one.name == other.name : !other.replaces;
    }

    /** An acceptance comes before a replace of the same time. */
    private static boolean isAfter(Display one, Display other) {
        return one.nanos > other.nanos || one.nanos == other.nanos && one.replaces && !other.replaces;
    }

    private void settle() {
        long price = askedPrice;
        long quantity = askedQuantity;
        for (int i = 0; i < all.size(); i++) {
            Display display = all.get(i);
            price = display.toldPrice == Absent.LONG ? price : display.toldPrice;
            quantity = display.toldQuantity == Absent.LONG ? quantity : display.toldQuantity;
            display.price = price;
            display.quantity = quantity;
        }
    }
}
