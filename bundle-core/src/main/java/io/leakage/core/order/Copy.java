package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * One drop copy: which orders it tells of, and what of its story is missing or may be. Whether an order is in doubt follows from event
 * times alone, so that it does not matter what else was told in between.
 */
final class Copy {
    /** More were never all of use: of the oldest nobody asks any more. */
    private static final int MOST_ABSENCES = 64;

    private final List<Order> orders = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>(0);
    private long newestNanos = Absent.LONG;
    private boolean gap;
    private long gapNanos;
    private boolean stale;
    private long staleNanos;
    private long beginsNanos = Absent.LONG;

    /** {@return the orders it tells of} */
    List<Order> orders() {
        return orders;
    }

    /** It told something at this time. */
    void passed(long nanos) {
        newestNanos = Math.max(newestNanos, nanos);
    }

    /** Takes what it says of itself. */
    void hear(LeakageEvent event) {
        switch (event.kind()) {
            case COPY_GAP -> {
                gapNanos = gap ? gapNanos : newestNanos;
                gap = true;
            }
            case COPY_FILLED -> gap = false;
            case COPY_STALE -> {
                staleNanos = stale ? staleNanos : newestNanos;
                stale = event.on;
            }
            case COPY_PARTIAL -> beginsNanos = Math.max(beginsNanos, event.venueNanos);
            case COPY_EPOCH -> add(new Absence(Flag.DC_EPOCH.bit(), newestNanos, Math.max(newestNanos, event.venueNanos)));
            case COPY_HOLE -> add(new Absence(Flag.DC_HOLE.bit(),
                    event.venueNanos == Absent.LONG ? newestNanos : event.venueNanos, event.quantity));
            default -> throw new IllegalArgumentException("event kind " + event.kind() + ", expected " + EventKind.COPY_GAP + " to "
                    + EventKind.COPY_PARTIAL);
        }
    }

    private void add(Absence absence) {
        if (absences.size() == MOST_ABSENCES) {
            absences.remove(0);
        }
        absences.add(absence);
    }

    /** {@return whether nothing is missing and nothing ever was} */
    boolean isWhole() {
        return !gap && !stale && beginsNanos == Absent.LONG && absences.isEmpty();
    }

    /** {@return why an order is in doubt, {@code Flag} bits; 0 when it is not} */
    long doubts(Order order) {
        long doubts = gap && !order.endedBy(gapNanos) ? Flag.DC_GAP.bit() : 0;
        doubts |= stale && !order.endedBy(staleNanos) ? Flag.DC_STALE.bit() : 0;
        for (int i = 0; i < absences.size(); i++) {
            Absence absence = absences.get(i);
            doubts |= absence.concerns(order) && !isReconciled(order, absence) ? absence.flag() : 0;
        }
        return doubts | (isBegun(order) ? 0 : Flag.PARTIAL_HISTORY.bit());
    }

    /** A parent of which only its children are told is as certain as those that lived through it; there must be one. */
    private static boolean isReconciled(Order order, Absence absence) {
        if (!order.hasChildren || order.told.executed() != Absent.LONG) {
            return order.agreesSince(absence.toNanos());
        }
        return order.isComplete() || order.parent.anyChildLived(absence);
    }

    private boolean isBegun(Order order) {
        return beginsNanos == Absent.LONG
                || order.beginningTold && (order.sentNanos >= beginsNanos || order.agreesSince(beginsNanos));
    }
}
