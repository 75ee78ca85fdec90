package io.leakage.core.order;

import io.leakage.api.score.Flag;
import io.leakage.core.event.LeakageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The drop copies and which orders each tells of: an order is in doubt while a copy that tells of it is. A parent's own order counts as
 * told of by every copy that tells of its children. The copies from the 64th on count as one.
 */
final class Copies {
    private static final int MOST = Long.SIZE;
    private static final long DOUBTS = Flag.DC_GAP.bit() | Flag.DC_EPOCH.bit() | Flag.DC_HOLE.bit() | Flag.DC_STALE.bit()
            | Flag.PARTIAL_HISTORY.bit();

    private final List<Copy> all = new ArrayList<>();
    /** The copies of which something is or was missing, a bit each. */
    private long troubled;

    /** A copy told something at this time. */
    void passed(LeakageEvent event) {
        at(event.source).passed(event.venueNanos);
    }

    /** A copy tells of an order. */
    void tell(int source, Order order) {
        tell(order, bit(source));
    }

    /** What tells of a child tells of its parent. */
    void share(Order child) {
        Order own = child.parent.own;
        if (own != null && own != child) {
            tell(own, child.copies);
        }
    }

    /** A parent's own order came to light: what tells of its children tells of it. */
    void shareAll(ParentOrder parent) {
        for (int i = 0; i < parent.children.size(); i++) {
            Order child = parent.children.get(i);
            tell(parent.own, child == null ? 0 : child.copies);
        }
    }

    /** Two orders turned out to be one; the other is none any more. */
    void merge(Order order, Order other) {
        tell(order, other.copies);
        other.copies = 0;
    }

    /** Takes what a copy says of itself. @param changed hears of each order that is in doubt now and was not, or no longer */
    void hear(LeakageEvent event, Consumer<Order> changed) {
        Copy copy = at(event.source);
        copy.hear(event);
        long bit = bit(event.source);
        troubled = copy.isWhole() ? troubled & ~bit : troubled | bit;
        List<Order> orders = copy.orders();
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).copies != 0 && weigh(orders.get(i))) {
                changed.accept(orders.get(i));
            }
        }
    }

    /** Says again by its flags whether an order is in doubt; {@return whether they are others now} */
    boolean weigh(Order order) {
        long before = order.flags & DOUBTS;
        long doubts = 0;
        for (long left = order.copies & troubled; left != 0; left &= left - 1) {
            doubts |= all.get(Long.numberOfTrailingZeros(left)).doubts(order);
        }
        order.flags = order.flags & ~DOUBTS | doubts;
        return doubts != before;
    }

    private void tell(Order order, long copies) {
        for (long left = copies & ~order.copies; left != 0; left &= left - 1) {
            all.get(Long.numberOfTrailingZeros(left)).orders().add(order);
        }
        order.copies |= copies;
    }

    private Copy at(int source) {
        while (all.size() <= place(source)) {
            all.add(new Copy());
        }
        return all.get(place(source));
    }

    /** {@return the bit of the drop copy with this number} */
    static long bit(int source) {
        return 1L << place(source);
    }

    private static int place(int source) {
        return Math.min(source, MOST - 1);
    }
}
